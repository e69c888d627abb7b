"""Forms of dates as publishers write them. Which of a text's dates is its own is settled in stamp.py."""

import re
from dataclasses import dataclass
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:\b(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|nes|rs|ur)?(?:day)?\b\.?,?\s+)?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{WEEKDAY}(?<!\d){DAY}[\s\-]+(?:of\s+)?{MONTH}[\s,\-]+{YEAR}",
        rf"{WEEKDAY}\b{MONTH}\s*{DAY},?\s*{YEAR}",
        r"(?<!\d)(?<!\d[\-/.])(?P<year>(?:19|20)\d\d)(?P<mark>[\-/.])(?P<first>\d{1,2})(?P=mark)(?P<second>\d{1,2})(?!\d)",
        rf"{WEEKDAY}(?<![\d./\-])(?P<first>\d{{1,2}})(?P<mark>[\-./])(?P<second>\d{{1,2}})(?P=mark){YEAR}",
    )
)
NUMBERS = FORMS[3]
"""The form 3/4/2016, whose first number may be the day or the month."""
SHORT = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{WEEKDAY}(?<!\d){DAY}\s+{MONTH}(?!,?\s*\d{{4}})",
        rf"{WEEKDAY}\b{MONTH}\s+{DAY}\b(?!,?\s*\d{{4}})(?!\d)",
    )
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text with its span. `weekday_fits`: None where none is written. `other`: the month-first reading of 3/4/2016."""

    day: date
    start: int
    end: int
    weekday_fits: bool | None = None
    other: date | None = None
    year_given: bool = True


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def find_dates(text: str, near: date | None = None) -> list[Dated]:
    """All dates of a text in order; those without a year only when `near` is given, in the year that brings them nearest to it."""
    found = [d for form in FORMS for match in form.finditer(text) if (d := full_date(match))]
    if near is not None:
        found += [d for form in SHORT for match in form.finditer(text) if (d := _nearest(match, near))]
    found.sort(key=lambda d: (d.start, -d.end))
    return [d for i, d in enumerate(found) if not any(o.start <= d.start and d.end <= o.end for o in found[:i])]


def full_date(match: re.Match[str]) -> Dated | None:
    """The date that a match of one of FORMS tells; None where the calendar has none such."""
    parts = match.groupdict()
    year = int(parts["year"])
    if "day" in parts:
        readings = [make_date(year, _month(parts["month"]), int(parts["day"])), None]
    elif match.start("year") < match.start("first"):
        readings = [make_date(year, int(parts["first"]), int(parts["second"])), None]
    else:
        first, second = int(parts["first"]), int(parts["second"])
        readings = [make_date(year, second, first), make_date(year, first, second)]
    if _fits(parts.get("weekday"), readings[0]) is False and _fits(parts.get("weekday"), readings[1]):
        readings.reverse()
    chosen = readings[0] or readings[1]
    if chosen is None:
        return None
    fits = _fits(parts.get("weekday"), chosen)
    swaps = readings[0] and readings[1] != chosen and parts.get("mark") == "/" and not fits
    return Dated(chosen, match.start(), match.end(), fits, readings[1] if swaps else None)


def _nearest(match: re.Match[str], near: date) -> Dated | None:
    month, day = _month(match["month"]), int(match["day"])
    choices = [d for year in (near.year - 1, near.year, near.year + 1) if (d := make_date(year, month, day))]
    if not choices:
        return None
    best = min(choices, key=lambda d: abs((d - near).days))
    return Dated(best, match.start(), match.end(), _fits(match["weekday"], best), year_given=False)


def _month(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


def _fits(weekday: str | None, day: date | None) -> bool | None:
    return None if weekday is None or day is None else DAYS.index(weekday.lower()) == day.weekday()
