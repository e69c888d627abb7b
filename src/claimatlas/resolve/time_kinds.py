"""The dates of dated values: days, months, years, seasons, feasts, weekdays."""

from collections.abc import Callable
from datetime import date

from claimatlas.extract.time import TimeValue
from claimatlas.resolve.time_calendar import Span, day, month_span, part_of, season_span, valid_date, year_span
from claimatlas.resolve.time_context import Base
from claimatlas.resolve.time_feasts import feast_spans


def nearest_year(base: Base, of_year: Callable[[int], Span | None], which: str | None = None) -> Span | None:
    """The latest span that began by the base date (for the future: the first not over); a narrative goes on from its anchor."""
    point = base.point
    if point is None:
        return None
    return _nearest([span for y in (point.year - 1, point.year, point.year + 1) if (span := of_year(y))], base, which)


def _nearest(years: list[Span], base: Base, which: str | None = None) -> Span | None:
    point = base.point
    if point is None:
        return None
    if base.narrative and which is None:
        return _onward(years, point)
    if base.future or which == "next":
        return next((s for s in years if s[1] >= point and (which != "next" or s[0] > point)), None)
    strict = which == "last"
    return next((s for s in reversed(years) if s[0] <= point and not (strict and s[1] >= point)), None)


def _onward(spans: list[Span], point: date) -> Span | None:
    """The span nearest to the point, those up to five months back included, then forward in time."""
    return next((s for s in spans if (point - s[0]).days <= 150), None)


def of_that_year(value: TimeValue, base: Base) -> int | None:
    """The year in "May of last year", "August of that year"."""
    point = base.story[0] if value.which == "same" and base.story else base.point
    step = {"last": -1, "previous": -1, "next": 1, "following": 1, "same": 0}.get(value.which or "")
    return point.year + step if point and step is not None else None


def _year_told(value: TimeValue, base: Base) -> int | None:
    if value.year is not None or value.kind == "day" or value.shift == "of_year" or value.which in ("same", "previous", "following"):
        return value.year if value.year is not None else of_that_year(value, base)
    return None


def day_value(value: TimeValue, base: Base) -> Span | None:
    """A day of the month, with its year or the nearest one."""
    month, number = value.month or 0, value.day or 0

    def in_year(year: int) -> Span | None:
        on = valid_date(year, month, number)
        return (on, on) if on else None

    if value.second is not None:
        return _of_two(value, base)
    year = _year_told(value, base)
    return in_year(year) if year else nearest_year(base, in_year)


def _of_two(value: TimeValue, base: Base) -> Span | None:
    """A day in figures that can be read in two ways: as its weekday has it, else the usual reading that the report allows."""
    readings = [(on, on) for v in (value, value.second) if v and v.year and (on := valid_date(v.year, v.month or 0, v.day or 0))]
    fitting = [span for span in readings if span[0].weekday() == value.weekday]
    told = [span for span in readings if base.point is None or base.future or span[0] <= base.point]
    return next(iter(fitting or told or readings), None)


def month_value(value: TimeValue, base: Base) -> Span | None:
    """A month, or its early, middle or late part."""
    month, year = value.month or 1, _year_told(value, base)
    which = value.which if value.which in ("last", "next") else None
    span = month_span(year, month) if year else nearest_year(base, lambda y: month_span(y, month), which)
    return part_of(span, value.part) if span else None


def year_value(value: TimeValue, base: Base) -> Span | None:
    """A year or a part of it; None for a year before Christ, that no date can hold."""
    return None if value.bc or not value.year else part_of(year_span(value.year), value.part)


def decade_value(value: TimeValue, base: Base) -> Span | None:
    """Ten or a hundred years."""
    years = 9 if value.kind == "decade" else 99
    first = value.year or 1
    return part_of((date(first, 1, 1), date(first + years, 12, 31)), value.part)


def season_value(value: TimeValue, base: Base) -> Span | None:
    """Three months; a winter named by a year that has not come yet is the one that ended in it."""
    name = value.name or "spring"
    year = _year_told(value, base)
    if year is None:
        which = value.which if value.which in ("last", "next") else None
        span = nearest_year(base, lambda y: season_span(y, name), which)
    else:
        span = season_span(year, name)
        late = base.today is not None and not base.future and span[0] > base.today
        span = season_span(year - 1, name) if name == "winter" and late else span
    return part_of(span, value.part) if span else None


def feast_value(value: TimeValue, base: Base) -> Span | None:
    """The days of a feast: of the year told, else of the last that began by the base date (for the future: of the next)."""
    name = value.name or ""
    if value.year:
        span = next(iter(feast_spans(name, range(value.year, value.year + 1))), None)
    else:
        span = _nearest(feast_spans(name, range(base.point.year - 1, base.point.year + 2)), base) if base.point else None
    return part_of(span, value.part) if span else None


def weekday_value(value: TimeValue, base: Base) -> Span | None:
    """The last such day on or before the base date; for the future the first on or after it; "last" and "next" exclude the day itself."""
    point = base.point
    if point is None or value.weekday is None:
        return None
    ahead = (value.weekday - point.weekday()) % 7
    if value.which == "next" or (base.future and value.which != "last"):
        on = point + day(ahead or (7 if value.which == "next" else 0))
    elif base.narrative and value.which is None:
        on = point + day(ahead)
    else:
        back = (point.weekday() - value.weekday) % 7
        on = point - day(back or (7 if value.which == "last" else 0))
    return on, on
