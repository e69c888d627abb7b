"""A date interval with its precision: a guess never looks like a date."""

from dataclasses import dataclass, replace
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class TimeRange:
    """Inclusive interval. `precision`: 1 day, 2 week, 3 month, 4 year or wider. `default`: no words of the report give it.

    `text` holds the words as written ('' when default), `anchor` the date that relative words were counted from,
    `begin`/`finish` the span of the words in the report.
    """

    text: str = ""
    start: date | None = None
    end: date | None = None
    precision: int = 1
    default: bool = False
    anchor: date | None = None
    begin: int | None = None
    finish: int | None = None

    def days(self) -> int:
        """Length in days; 0 when an end is open."""
        return (self.end - self.start).days + 1 if self.start and self.end else 0

    def gap_days(self, other: "TimeRange") -> int:
        """Days between two intervals; 0 where they touch or overlap or an end is open."""
        if not (self.start and self.end and other.start and other.end):
            return 0
        return max((other.start - self.end).days, (self.start - other.end).days, 0)


def in_force(first: date | None, last: date | None, on: date | None) -> bool:
    """Whether what holds from `first` to `last` (None: open) does so on a date; a None date asks whether it ever does."""
    return on is None or ((first is None or first <= on) and (last is None or on <= last))


def default_time(report_date: date | None) -> TimeRange:
    """What the codebook sets when no words of the report give a time: the day before the report to its date."""
    if report_date is None:
        return TimeRange(default=True)
    return TimeRange("", report_date - timedelta(days=1), report_date, 1, True, report_date)


def precision_of(start: date, end: date) -> int:
    """1 up to 3 days, 2 up to 10, 3 up to 62, else 4."""
    days = (end - start).days + 1
    return 1 if days <= 3 else 2 if days <= 10 else 3 if days <= 62 else 4


def clipped(time: TimeRange, last: date) -> TimeRange:
    """The part of an interval that is not after `last`."""
    if time.start is None or time.end is None or time.end <= last or time.start > last:
        return time
    return replace(time, end=last)
