"""Numbers of a whole war run from its beginning to the report."""

from datetime import date

import pytest

from claimatlas.model.report import Report
from claimatlas.reading import Reading

DAY = date(2017, 8, 2)
LEAD = "Shells hit the town of Jayrud in Syria on Monday, killing three people. "
FROM_THE_BEGINNING = [
    ("The conflict, which began in March 2011, has killed more than 320,000 people.", date(2011, 3, 1)),
    ("More than 320,000 people have been killed since the conflict began in 2011.", date(2011, 1, 1)),
    ("More than 320,000 people have been killed.", date(2011, 3, 1)),
]
OF_ITS_OWN = [
    ("More than 320 people have been killed since Friday.", date(2017, 7, 28)),
    ("More than 60,000 people were killed in 2016.", date(2016, 1, 1)),
]


def toll(reading: Reading, text: str):
    """The last claim of deaths in a text."""
    claims = reading.claims(Report("r", "r", LEAD + text, "Wire", published=DAY))
    return [c for c in claims if any(q.what == "killed" and (q.low or 0) > 300 for q in c.quantities)][-1]


@pytest.mark.parametrize(("text", "start"), FROM_THE_BEGINNING)
def test_a_toll_of_the_war_runs_to_the_report(reading, text, start):
    c = toll(reading, text)
    assert (c.time.start, c.time.end, c.time.default) == (start, DAY, False)


@pytest.mark.parametrize(("text", "start"), OF_ITS_OWN)
def test_other_tolls_keep_their_time(reading, text, start):
    assert toll(reading, text).time.start == start
