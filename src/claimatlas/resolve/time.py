"""Resolving of time mentions: words and the dates they are counted from give an interval, or None where none can be said."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from claimatlas.extract.time import TimeMention, TimeValue
from claimatlas.model.time import TimeRange, precision_of
from claimatlas.resolve import time_kinds as kinds
from claimatlas.resolve import time_relative as relative
from claimatlas.resolve.time_calendar import Span
from claimatlas.resolve.time_context import Base, TimeContext, base_of

__all__ = ["TimeContext", "resolve_time", "why_unplaced"]

Resolver = Callable[[TimeValue, Base], Span | None]


def _range(value: TimeValue, base: Base) -> Span | None:
    if value.first is None or value.second is None:
        return None
    last = _span(value.second, base)
    if last is None:
        return None
    near = replace(base, story=last)
    first = _span(value.first, near)
    while first and first[0] > last[0] and value.first.kind == "weekday":
        first = (first[0] - timedelta(days=7), first[1] - timedelta(days=7))
    return (first[0], last[1]) if first and first[0] <= last[1] else None


def _vague(value: TimeValue, base: Base) -> Span | None:
    """Soon is some time in the month to come, recently in the two weeks past; now is left to the default."""
    if base.today is None or base.future != (value.name == "soon"):
        return None
    if value.name == "recently":
        return base.today - timedelta(days=14), base.today
    return (base.today, base.today + timedelta(days=30)) if value.name == "soon" else None


RESOLVERS: dict[str, Resolver] = {
    "day": kinds.day_value,
    "month": kinds.month_value,
    "year": kinds.year_value,
    "decade": kinds.decade_value,
    "century": kinds.decade_value,
    "season": kinds.season_value,
    "feast": kinds.feast_value,
    "weekday": kinds.weekday_value,
    "deictic": relative.deictic_value,
    "unit": relative.unit_value,
    "shift": relative.shift_value,
    "lookback": relative.look_value,
    "lookahead": relative.look_value,
    "duration": relative.length_value,
    "war": relative.war_value,
    "range": _range,
    "vague": _vague,
}


def _span(value: TimeValue, base: Base) -> Span | None:
    resolver = RESOLVERS.get(value.kind)
    if resolver is None:
        return None
    try:
        return resolver(value, _beside(value, base))
    except (OverflowError, ValueError):
        return None


def _beside(value: TimeValue, base: Base) -> Base:
    """The base of a value that hangs on the day beside it: that day is the story's."""
    if value.second is None or value.kind not in ("duration", "shift"):
        return base
    return replace(base, story=_span(value.second, base))


def _bounded(value: TimeValue, span: Span, base: Base) -> Span | None:
    """Since and after run on to the report's date; nothing can be said of a time before X; until and by keep X.

    "Since the war began in X" runs on for the main clause only, and what began it ("since X, when G struck") was at X.
    """
    if value.bound == "since" and base.role == "outset":
        return span
    if value.bound == "since" or (value.complement and not _counts(value) and base.role == "main"):
        return (span[0], max(base.today, span[0])) if base.today else span
    if value.bound == "after" and value.kind != "shift":
        return (span[0], max(base.today, span[1])) if base.today else span
    return None if value.bound == "before" else span


def _counts(value: TimeValue) -> bool:
    """Whether a value counts from an event: "a day after the attack"."""
    return value.kind == "shift" and value.shift in ("after", "before")


def _clipped(span: Span, base: Base) -> Span:
    """Nothing that has happened is later than the report."""
    if base.today is None or base.future or base.narrative or not (span[0] <= base.today < span[1]):
        return span
    return span[0], base.today


def resolve_time(mention: TimeMention, report_date: date | None, context: TimeContext | None = None) -> TimeRange | None:
    """The interval that a mention stands for, or None where its words and the dates known give none.

    `report_date` is the day of the report. The result carries the words, their span, and the date they were counted from.
    """
    base = base_of(report_date, context or TimeContext())
    span = _span(mention.value, base)
    span = _bounded(mention.value, span, base) if span else None
    if span is None:
        return None
    later = mention.value.kind == "lookahead" or mention.value.part == "later" or mention.value.which == "next"
    start, end = span if later else _clipped(span, base)
    return TimeRange(mention.text, start, end, precision_of(start, end), False, base.point, mention.start, mention.end)


REASONS = {
    "duration": "length_only",
    "vague": "vague",
    "daytime": "time_of_day_only",
    "war": "war_not_known",
    "feast": "not_in_calendar",
    "deictic": "day_not_told",
    "shift": "day_not_told",
}


def why_unplaced(mention: TimeMention) -> str:
    """Why a mention gave no interval, as one word: length_only, day_not_told (what it counts from), no_such_day, open_start..."""
    if mention.value.bound == "before":
        return "open_start"
    if mention.value.bc:
        return "not_in_calendar"
    return REASONS.get(mention.kind, "no_such_day" if mention.kind == "day" else "day_not_told")
