"""Which time words belong to which event."""

from datetime import date

import pytest

from claimatlas.model.report import Report
from claimatlas.reading import Reading

DAY = date(2017, 8, 2)

# sentence; type; first and last day of that claim
CASES = [
    ("The observatory said on Tuesday that rebels captured Suran on Saturday.", "capture", "2017-07-29", "2017-07-29"),
    ("The army has besieged Suran for two months.", "besiege", "2017-06-02", "2017-08-02"),
    ("The army captured Suran on Monday after three days of clashes with rebels.", "capture", "2017-07-31", "2017-07-31"),
    ("More than 900 people have been killed since the war broke out in May 2016.", "toll", "2016-05-01", "2017-08-02"),
    ("In May rebels captured Suran.", "capture", "2017-05-01", "2017-05-31"),
    ("Jets bombed Suran for the third day in a row.", "airstrike", "2017-07-31", "2017-08-02"),
    ("Jets have bombed Suran in recent days.", "airstrike", "2017-07-27", "2017-08-02"),
]


@pytest.mark.parametrize(("text", "kind", "start", "end"), CASES, ids=[c[0] for c in CASES])
def test_time_of(reading: Reading, text: str, kind: str, start: str, end: str) -> None:
    found = [c for c in reading.claims(Report(id="r_x", key="x", text=text, published=DAY)) if c.type == kind]
    assert [(str(c.time.start), str(c.time.end)) for c in found[:1]] == [(start, end)]


def test_what_happens_in_the_clause_of_a_beginning_is_of_its_date(reading: Reading) -> None:
    text = "Fighting has displaced 900 civilians since rebels captured Suran in May."
    found = reading.claims(Report(id="r_x", key="x", text=text, published=DAY))
    assert [(str(c.time.start), str(c.time.end)) for c in found if c.type == "capture"] == [("2017-05-01", "2017-05-31")]
