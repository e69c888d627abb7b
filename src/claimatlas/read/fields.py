"""Dates in the fields of tables, feeds, e-mails and in file names."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from claimatlas.read.dates import FORMS, NUMBERS, find_dates, full_date, make_date

COMPACT = re.compile(r"(?<!\d)(?P<year>20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)")


def day_first(values: Iterable[str]) -> bool:
    """Whether a column of dates such as 3/4/2016 writes the day first: told by a number over 12; True where nothing tells."""
    for value in values:
        match = NUMBERS.search(value)
        if match and int(match["second"]) > 12 >= int(match["first"]):
            return False
        if match and int(match["first"]) > 12:
            return True
    return True


def parse_date(value: object, first_is_day: bool = True) -> date | None:
    """The date in a table cell, a feed's field or an e-mail header; None where none can be read."""
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    text = str(value or "").strip()
    found = [d for form in FORMS if (match := form.match(text)) and (d := full_date(match))]
    if found:
        best = found[0]
        swapped = NUMBERS.match(text) if not first_is_day else None
        other = make_date(int(swapped["year"]), int(swapped["first"]), int(swapped["second"])) if swapped else None
        return other or best.day
    return next(compact_dates(text), None) or _mail_date(text)


def compact_dates(text: str) -> Iterator[date]:
    """Dates written as 20170802."""
    for match in COMPACT.finditer(text):
        day = make_date(int(match["year"]), int(match["month"]), int(match["day"]))
        if day:
            yield day


def _mail_date(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError):
        return None


def date_in_name(name: str) -> date | None:
    """The date in a file's name, such as `2017-08-02-digest` or `report_20170802`."""
    spaced = name.replace("_", " ")
    found = [d.day for d in find_dates(spaced)] or list(compact_dates(spaced))
    return found[0] if found else None
