"""By which rule of the grammar a claim's time was read, and from which date it was counted."""

import dataclasses
from dataclasses import replace

from claimatlas.explain.choice import Choice, Words
from claimatlas.explain.reread import Reread
from claimatlas.extract.time import TimeMention, TimeValue
from claimatlas.model.claim import Claim
from claimatlas.model.report import Report
from claimatlas.model.time import TimeRange
from claimatlas.resolve.time import resolve_time, why_unplaced
from claimatlas.resolve.time_context import TimeContext
from claimatlas.resolve.time_story import StoryLine
from claimatlas.theatres import Theatre

RULES = {
    "day": "a day of the month; without a year the nearest one that fits the tense",
    "month": "a month or a part of it; without a year the nearest one that fits the tense",
    "year": "a year or a part of it",
    "decade": "ten years",
    "century": "a hundred years",
    "season": "three months",
    "feast": "a feast, from the table of its dates",
    "weekday": "a weekday: the last one up to the report's date, the next one for the future",
    "deictic": "a word that points from the report's date or the story's day",
    "unit": "this, last or next week, month, year",
    "shift": "so many units ago, later or earlier",
    "lookback": "so many units back up to the report's date",
    "lookahead": "so many units ahead",
    "duration": "a length that runs up to the report's date or to the day beside it",
    "war": "since the war began",
    "range": "from one time to another",
    "vague": "a vague word",
    "daytime": "a time of day",
}
PRECISION = {1: "to the day", 2: "to the week", 3: "to the month", 4: "to the year or wider"}


def entry(read: Reread, number: int, theatre: Theatre) -> Choice:
    """How the time of a draft's claim was made."""
    report, draft, claim = read.report, read.drafts[number], read.resolved[number]
    time = claim.time
    words = (Words(time.text, time.begin, time.finish),) if time.begin is not None and time.finish is not None else ()
    told = draft.time
    if time.default:
        return Choice("date", days(time), _default(report, told), _words(told))
    if told is None or (told.start, told.end) != (time.begin, time.finish):
        by = "a toll of the whole war: from its beginning" if _own(claim) else "undated: the day of the event that it tells on"
        return Choice("date", days(time), by, words, notes=(f"counted from {time.anchor}",) if time.anchor else ())
    return Choice("date", days(time), f"rule «{told.kind}»: {RULES[told.kind]}", words, notes=tuple(_notes(read, number, told, theatre)))


def days(time: TimeRange) -> str:
    """«2017-07-31», «2017-07-01 to 2017-07-31», and how precise it is."""
    if time.start is None or time.end is None:
        return "no date"
    span = f"{time.start}" if time.start == time.end else f"{time.start} to {time.end}"
    return f"{span}, {PRECISION[time.precision]}"


def fields(value: TimeValue) -> str:
    """The fields that the words give: «weekday 0, part early»."""
    told = []
    for f in dataclasses.fields(value):
        got = getattr(value, f.name)
        if f.name == "kind" or got is None or got is False:
            continue
        if isinstance(got, TimeValue):
            got = f"({got.kind} {fields(got)})"
        told.append(f.name if got is True else f"{f.name} {got}")
    return ", ".join(told)


def _notes(read: Reread, number: int, told: TimeMention, theatre: Theatre) -> list[str]:
    """What the words say, what they were counted from, the tense of the verb."""
    on, context = read.report.published, context_of(read, number, theatre)
    notes = [f"the words say: {said}" for said in [fields(told.value)] if said]
    span = resolve_time(told, on, context)
    if context.anchor is not None and span != resolve_time(told, on, replace(context, anchor=None)):
        notes.append(f"counted from the story's day, {days(context.anchor)}: «{context.anchor.text}»")
    elif context.war is not None and span != resolve_time(told, on, replace(context, war=None)):
        notes.append(f"counted from the war's beginning, {context.war}")
    elif on is not None and not _absolute(told.value):
        notes.append(f"counted from {on}, the report's date")
    return [*notes, f"the verb's tense: {context.tense}"]


def context_of(read: Reread, number: int, theatre: Theatre) -> TimeContext:
    """What the words of a draft's time were seen from: the day that the story had come to, the tense."""
    line = StoryLine(read.report, theatre)
    for draft, claim in zip(read.drafts[:number], read.resolved[:number], strict=True):
        line.time(draft, claim)
    return line.context(read.drafts[number])


def _absolute(value: TimeValue) -> bool:
    """Whether the words give the year themselves."""
    return value.year is not None and value.bound is None


def _default(report: Report, told: TimeMention | None) -> str:
    if told is not None:
        return f"no day can be given to the words ({why_unplaced(told).replace('_', ' ')}): the day before the report to its date"
    return "no words tell it: the day before the report to its date" if report.published else "no words tell it, and the report has no date"


def _words(told: TimeMention | None) -> tuple[Words, ...]:
    return (Words(told.text, told.start, told.end),) if told is not None else ()


def _own(claim: Claim) -> bool:
    """Whether the words of the time stand in the claim's own sentence."""
    return claim.time.begin is not None and claim.quote.start <= claim.time.begin < claim.quote.end
