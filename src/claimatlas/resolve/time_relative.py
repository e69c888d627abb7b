"""The dates of values that count from another time: today, last week, two days later, in the past 24 hours."""

from datetime import date

from claimatlas.extract.time import TimeValue
from claimatlas.extract.time_lasting import LOOSE
from claimatlas.resolve.time_calendar import Span, day, moved, part_of, unit_span
from claimatlas.resolve.time_context import Base

FROM_REPORT = {"today": (0, 0), "tonight": (0, 0), "yesterday": (-1, -1), "tomorrow": (1, 1), "overnight": (-1, 0), "last_night": (-1, 0)}
FROM_STORY = {"same_day": 0, "next_day": 1, "previous_day": -1, "then": 0}
PERIODS = ("week", "weekend", "month", "year", "decade")


def deictic_value(value: TimeValue, base: Base) -> Span | None:
    """Today, yesterday, overnight from the report's date; the same, next or previous day from the story's."""
    name = value.name or ""
    if name in FROM_STORY:
        return (base.story[0] + day(FROM_STORY[name]), base.story[1] + day(FROM_STORY[name])) if base.story else None
    on = base.today or base.point
    return (on + day(FROM_REPORT[name][0]), on + day(FROM_REPORT[name][1])) if on else None


def unit_value(value: TimeValue, base: Base) -> Span | None:
    """This, last, next week, weekend, month or year; "that year" and "the following month" count from the story."""
    which, unit = value.which or "this", value.unit or "day"
    from_story = which in ("same", "previous", "following", "the") and base.story is not None
    point = base.story[0] if from_story and base.story else base.point
    if point is None or (which in ("same", "previous", "following") and not base.story):
        return None
    if unit == "hour":
        return point, point
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "following": 1}.get(which, 0)
    if unit == "weekend":
        return _weekend(point, which, base.future)
    span = unit_span(moved(point, unit, step), unit)
    return part_of(_rest(span, value, base) if step == 0 else span, value.part)


def _weekend(point: date, which: str, future: bool) -> Span:
    span = unit_span(point, "weekend")
    if future or which == "next":
        return span
    return span if span[0] <= point and which != "last" else unit_span(point - day(7), "weekend")


def _rest(span: Span, value: TimeValue, base: Base) -> Span:
    """What is left of this week or month when the verb looks ahead."""
    today = base.today
    if not today or not (span[0] <= today < span[1]):
        return span
    if value.part == "later" and not base.narrative:
        return today + day(1), span[1]
    return (today, span[1]) if base.future and value.part is None else span


def shift_value(value: TimeValue, base: Base) -> Span | None:
    """So many units ago, later, earlier; "a day after the attack" gives the attack's time, or the main clause's, by the role asked for."""
    if value.unit is None:
        return None
    if value.shift == "ago":
        return _ago(value, base)
    if value.complement and base.role == "main":
        return base.story
    back = value.shift in ("earlier", "after")
    origin = base.counted_from() if back else base.story
    if origin is None:
        return None
    if value.count is None:
        return _some(origin, value.unit, back)
    step = -value.count if back else value.count
    if value.unit in ("month", "year", "decade"):
        return unit_span(moved(origin[0], value.unit, step), value.unit)
    slack = {"week": 3}.get(value.unit, 1) if value.approx else 0
    return moved(origin[0], value.unit, step) - day(slack), moved(origin[1], value.unit, step) + day(slack)


SOME = {"minute": (0, 0), "hour": (0, 1), "day": (1, 6), "week": (7, 28), "weekend": (7, 28), "month": (30, 120), "year": (365, 1460)}
"""How many days "hours later", "days later" stand for, at least and at most."""


def _some(origin: Span, unit: str, back: bool) -> Span | None:
    """Some units, their number not told, before or after a time."""
    least, most = SOME.get(unit, (0, 0))
    if back:
        return origin[0] - day(most), origin[1] - day(least)
    return origin[0] + day(least), origin[1] + day(most)


def _ago(value: TimeValue, base: Base) -> Span | None:
    if base.today is None or value.unit is None:
        return None
    if value.count is None:
        return _some((base.today, base.today), value.unit, back=True)
    return _around(moved(base.today, value.unit, -value.count), value)


def _around(on: date, value: TimeValue) -> Span:
    """A day told as so many units ago: exact for days, some days about it for weeks, the whole month or year for longer units.

    "Nearly" leaves the days after it only, "more than" those before it.
    """
    if value.unit in ("month", "year", "decade"):
        return unit_span(on, value.unit)
    if value.unit in ("hour", "minute"):
        return on - day(0 if (value.count or 0) >= 24 else 1), on
    slack = 3 if value.unit == "week" else 1 if value.approx else 0
    before, after = (slack, min(slack, 1) if value.unit == "day" else slack)
    return on - day(0 if value.than == "nearly" else before), on + day(0 if value.than == "over" else after)


def look_value(value: TimeValue, base: Base) -> Span | None:
    """From so many units back up to the base date, or from it ahead."""
    point = base.point
    if point is None or value.count is None or value.unit is None:
        return None
    if value.kind == "lookahead":
        return point, moved(point, value.unit, value.count)
    return moved(point, value.unit, -value.count), point


def length_value(value: TimeValue, base: Base) -> Span | None:
    """A length that runs up to now, or to the day beside it; ahead for the future; None where only the length is told."""
    if value.unit is None or (value.shift != "so_far" and value.second is None):
        return None
    end = base.story[1] if value.second is not None and base.story else base.point
    count = value.count if value.count is not None else LOOSE[value.unit]
    if end is None or (value.second is not None and base.story is None):
        return None
    if base.future:
        return end, moved(end, value.unit, count)
    return min(moved(end, value.unit, -count), end), end


def war_value(value: TimeValue, base: Base) -> Span | None:
    """From the war's beginning to the report's date; None where the beginning is not known or later."""
    return (base.war, base.today) if base.war and base.today and base.war <= base.today else None
