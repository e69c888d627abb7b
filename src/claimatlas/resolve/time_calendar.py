"""Calendar arithmetic on date spans: months, seasons, shifts, parts of a period."""

import calendar
from datetime import date, timedelta

Span = tuple[date, date]

SEASON_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def day(n: int) -> timedelta:
    """`n` days."""
    return timedelta(days=n)


def valid_date(year: int, month: int, number: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month_span(year: int, month: int) -> Span:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def year_span(year: int) -> Span:
    """First and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def week_span(on: date) -> Span:
    """Monday to Sunday of the week that holds a date."""
    monday = on - day(on.weekday())
    return monday, monday + day(6)


def season_span(year: int, name: str) -> Span:
    """Three months; a winter begins in the year named."""
    month = SEASON_MONTH[name]
    return date(year, month, 1), month_span(year + month // 12, (month + 1) % 12 + 1)[1]


def months_away(on: date, months: int) -> date:
    """The same day `months` later (earlier when negative), or the last day of that month."""
    index = on.year * 12 + on.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(on.day, calendar.monthrange(year, month + 1)[1]))


def unit_span(on: date, unit: str) -> Span:
    """The week, weekend, month, year or decade that holds a date; a day for all else."""
    if unit == "week":
        return week_span(on)
    if unit == "weekend":
        saturday = week_span(on)[0] + day(5)
        return saturday, saturday + day(1)
    if unit == "month":
        return month_span(on.year, on.month)
    if unit == "year":
        return year_span(on.year)
    if unit == "decade":
        return date(on.year - on.year % 10, 1, 1), date(on.year - on.year % 10 + 9, 12, 31)
    return on, on


def moved(on: date, unit: str, count: int) -> date:
    """A date `count` units later; hours count as whole days."""
    if unit in ("month", "year", "decade"):
        return months_away(on, count * {"month": 1, "year": 12, "decade": 120}[unit])
    days = {"minute": 0, "hour": 0, "day": 1, "week": 7, "weekend": 7}[unit] * count
    if unit == "hour":
        days = (abs(count) + 12) // 24 * (1 if count > 0 else -1)
    return on + day(days)


MONTH_PARTS = {
    "early": (1, 10),
    "start": (1, 10),
    "mid": (11, 20),
    "late": (21, 31),
    "end": (21, 31),
    "first_half": (1, 15),
    "second_half": (16, 31),
}
YEAR_PARTS = {
    "early": (1, 4),
    "start": (1, 3),
    "mid": (5, 8),
    "late": (9, 12),
    "end": (10, 12),
    "first_half": (1, 6),
    "second_half": (7, 12),
}
WEEK_PARTS = {"early": (0, 2), "start": (0, 1), "mid": (2, 3), "late": (4, 6), "end": (4, 6), "first_half": (0, 3), "second_half": (3, 6)}


def part_of(span: Span, part: str | None) -> Span:
    """The early, middle or late part of a week, a month, a season or a year; the span itself where no part is named."""
    if part is None or part not in MONTH_PARTS:
        return span
    start, end = span
    days = (end - start).days + 1
    if days <= 7:
        low, high = WEEK_PARTS[part]
        return start + day(low), min(start + day(high), end)
    if days <= 31:
        low, high = MONTH_PARTS[part]
        return start + day(low - 1), min(start + day(high - 1), end)
    if 365 <= days <= 366:
        low, high = YEAR_PARTS[part]
        return date(start.year, low, 1), month_span(start.year, high)[1]
    third = days // 3
    index = {"early": 0, "start": 0, "first_half": 0, "mid": 1}.get(part, 2)
    return start + day(third * index), end if index == 2 else start + day(third * (index + 1) - 1)
