"""Texts in, leaves and sheets out: what the tests of the learned reader share."""

from collections.abc import Callable
from datetime import date

import pytest

from claimatlas.extract.leaf import Leaf
from claimatlas.extract.learned.sheet import Sheet
from claimatlas.intake import Worker
from claimatlas.model.claim import Claim
from claimatlas.model.report import Report
from claimatlas.reading import Reading

DAY = date(2017, 8, 2)


def report(text: str) -> Report:
    """A report of 2 August 2017."""
    return Report(id="r_x", key="x", text=text, published=DAY)


@pytest.fixture(scope="session")
def leaves(reading: Reading) -> Callable[[str], list[Leaf]]:
    """The leaves of a text."""
    return lambda text: reading.rules.leaves(report(text), reading.parser.passages(report(text)))


@pytest.fixture(scope="session")
def sheet(leaves: Callable[[str], list[Leaf]]) -> Callable[[str], Sheet]:
    """The sheet of a text."""
    return lambda text: Sheet(leaves(text))


@pytest.fixture(scope="session")
def learned() -> Reading:
    """The learned reader."""
    return Worker.reading("syria_iraq", "learned")


@pytest.fixture(scope="session")
def coded(learned: Reading) -> Callable[[str], list[Claim]]:
    """The claims of a text by the learned reader."""
    return lambda text: learned.claims(report(text))
