"""Texts read, and their claims explained: what the tests of explanations share."""

from collections.abc import Callable
from datetime import date

import pytest

from claimatlas.explain.choice import Explanation
from claimatlas.explain.reread import Reread, reread
from claimatlas.explaining import explained
from claimatlas.intake import Worker
from claimatlas.model.report import Report
from claimatlas.reading import ReaderName


@pytest.fixture(scope="session")
def steps(own_data: object) -> Callable[..., Reread]:
    """The steps of reading a text as a report of 2 August 2017, by the rules unless told otherwise."""

    def call(text: str, reader: ReaderName = "rules", day: date = date(2017, 8, 2)) -> Reread:
        reading, report = Worker.reading("syria_iraq", reader), Report(id="r_x", key="x", text=text, published=day)
        return reread(report, reading.parser.passages(report), reading.reader, reading.resolver)

    return call


@pytest.fixture(scope="session")
def explain(steps: Callable[..., Reread]) -> Callable[..., Explanation]:
    """The explanation of the first claim of a type that a text tells."""

    def call(text: str, type: str, reader: ReaderName = "rules", day: date = date(2017, 8, 2)) -> Explanation:
        read = steps(text, reader, day)
        return explained(next(c for c in read.claims if c.type == type), read, Worker.reading("syria_iraq", reader))

    return call
