"""The days of feasts, from a table of data: feasts of the moon calendar by year, fixed ones by month and day."""

from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from claimatlas.resolve.time_calendar import Span


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load((files("claimatlas.resolve") / "feasts.yaml").read_text(encoding="utf-8"))
    return table


def feast_spans(name: str, years: range) -> list[Span]:
    """The days of a feast in each of some years, in order; none for a feast or a year that the table does not have.

    `name`: as in TimeValue; "eid" stands for both feasts of that name.
    """
    names = _table()["either"].get(name, [name])
    return sorted(span for n in names for span in _spans(n, years))


def _spans(name: str, years: range) -> list[Span]:
    fixed = _table()["fixed"].get(name)
    if fixed is not None:
        month, day = (int(part) for part in fixed.split("-"))
        return [(on, on) for on in (date(year, month, day) for year in years)]
    row = _table()["moon"].get(name)
    first: list[date] = [on for on in row["first"] if on.year in years] if row else []
    return [span for on in first if (span := _kept(row, on))]


def _kept(row: dict[str, Any], first: date) -> Span | None:
    """From its first day for so many days, or to the day before another feast; None where that day is not in the table."""
    if "days" in row:
        return first, first + timedelta(days=row["days"] - 1)
    end = next((on for on in _table()["moon"][row["until"]]["first"] if on > first), None)
    return (first, end - timedelta(days=1)) if end else None
