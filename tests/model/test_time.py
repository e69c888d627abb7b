"""Intervals of time: inclusive, with a precision, open where nothing is known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimatlas.model.time import TimeRange, clipped, default_time, in_force, precision_of

DAY = date(2017, 8, 2)
DAYS = st.dates(date(2011, 1, 1), date(2020, 12, 31))


def span(start: date, length: int = 1) -> TimeRange:
    """An interval of some days."""
    return TimeRange("", start, start + timedelta(days=length - 1))


def test_the_default_is_the_day_before_to_the_report() -> None:
    """Marked as default, with its anchor."""
    assert default_time(DAY) == TimeRange("", date(2017, 8, 1), DAY, 1, True, DAY)


def test_without_a_report_date_nothing_is_known() -> None:
    """No start, no end, and still default."""
    time = default_time(None)
    assert (time.start, time.end, time.default, time.days()) == (None, None, True, 0)


@pytest.mark.parametrize(("days", "precision"), [(1, 1), (3, 1), (4, 2), (7, 2), (10, 2), (11, 3), (31, 3), (62, 3), (63, 4), (365, 4)])
def test_precision(days: int, precision: int) -> None:
    """Day, week, month, year or wider."""
    assert precision_of(DAY, DAY + timedelta(days=days - 1)) == precision


def test_days_count_both_ends() -> None:
    """One day is one day long."""
    assert span(DAY).days() == 1
    assert span(DAY, 7).days() == 7
    assert TimeRange("", DAY, None).days() == 0


@given(DAYS, st.integers(1, 60), DAYS, st.integers(1, 60))
def test_gaps(one: date, long_one: int, other: date, long_other: int) -> None:
    """A gap is the same seen from both sides, and none where intervals share a day."""
    a, b = span(one, long_one), span(other, long_other)
    assert a.gap_days(b) == b.gap_days(a) >= 0
    assert a.start and a.end and b.start and b.end
    if max(a.start, b.start) <= min(a.end, b.end):
        assert a.gap_days(b) == 0
    else:
        assert a.gap_days(b) == (max(a.start, b.start) - min(a.end, b.end)).days


def test_an_open_end_has_no_gap() -> None:
    """What is not known does not set apart."""
    assert TimeRange().gap_days(span(DAY)) == 0
    assert span(DAY).gap_days(TimeRange("", DAY + timedelta(days=90), None)) == 0


@given(DAYS, st.integers(1, 60), DAYS)
def test_clipping(start: date, length: int, last: date) -> None:
    """Never longer, never past the last day unless it lies wholly after it."""
    time = span(start, length)
    cut = clipped(time, last)
    assert cut.start == time.start
    assert cut.start and cut.end and time.end
    assert cut.start <= cut.end <= time.end
    assert cut.end <= last or start > last


def test_clipping_leaves_the_unknown_alone() -> None:
    """An open interval stays open."""
    assert clipped(TimeRange(), DAY) == TimeRange()


@pytest.mark.parametrize(
    ("first", "last", "on", "answer"),
    [
        (None, None, DAY, True),
        (DAY, DAY, DAY, True),
        (DAY + timedelta(days=1), None, DAY, False),
        (None, DAY - timedelta(days=1), DAY, False),
        (DAY, DAY, None, True),
    ],
)
def test_in_force(first, last, on, answer):
    assert in_force(first, last, on) is answer
