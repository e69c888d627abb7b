"""Which events a date shows, and what is not yet an event."""

from datetime import date

import pytest

from claimatlas.model.claim import Claim, Quote, ReaderInfo
from claimatlas.model.event import Belief, Event
from claimatlas.model.report import Report
from claimatlas.model.time import TimeRange
from claimatlas.shown import current, outlooks

SINCE, ON = date(2017, 7, 26), date(2017, 8, 2)


def event(start, end, told):
    time = TimeRange("", start and date.fromisoformat(start), end and date.fromisoformat(end))
    return Event("e_1", "capture", None, time, "reported", Belief(0.5), ("c_1",), first_reported=told, last_reported=told)


@pytest.mark.parametrize(
    ("start", "end", "told", "shown"),
    [
        ("2017-08-01", "2017-08-02", "2017-08-02", True),
        ("2017-07-01", "2017-07-31", "2017-07-20", True),
        ("2017-07-01", "2017-07-10", "2017-07-20", False),
        ("2017-07-01", "2017-07-10", "2017-08-01", True),
        ("2017-08-03", "2017-08-03", "2017-08-02", False),
        ("2017-08-01", "2017-08-01", "2017-08-09", True),
        (None, None, "2017-08-01", True),
        (None, None, None, False),
    ],
)
def test_the_week_before_a_date(start, end, told, shown):
    assert current(event(start, end, told), SINCE, ON) is shown


def claim(number, stance, report="r_1"):
    return Claim(report, "capture", stance, Quote("x", 0, 1), ReaderInfo("t", "1"), id=f"c_{number}")


def test_forecasts_of_the_same_thing_are_one_entry_and_old_ones_none():
    reports = {"r_1": Report("r_1", "one", "x", published=ON), "r_2": Report("r_2", "two", "x", published=date(2017, 6, 1))}
    claims = [claim(1, "predicted"), claim(2, "predicted"), claim(3, "conditional"), claim(4, "fact"), claim(5, "predicted", "r_2")]
    found = outlooks(claims, reports, SINCE, ON)
    assert [e.claims for e in found] == [("c_1", "c_2"), ("c_3",)]
    assert len({e.id for e in found}) == 2
