"""A text in, its plainly told events out."""

from datetime import date

import pytest

from claimatlas.extract.ground.reader import ground_told
from claimatlas.model.report import Report


@pytest.fixture(scope="session")
def ground(reading):
    def run(text):
        report = Report(id="r_x", key="x", text=text, published=date(2017, 8, 2))
        leaves = reading.rules.leaves(report, reading.parser.passages(report))
        return [plain for told in ground_told(leaves, report.published, reading.theatre) for plain in told]

    return run
