"""Numbers of a whole war are counted from its beginning: "the conflict, which erupted in March 2011, has killed 220,000 people".

The month in such a sentence is that of the beginning. Words that would have so many die in days ("since then") date another thing.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from claimatlas.model.claim import Claim
from claimatlas.model.report import Report
from claimatlas.model.time import TimeRange, precision_of
from claimatlas.theatres import Theatre

MANY = {"killed": 20_000, "displaced": 500_000}
"""From which number of dead or displaced persons it is that of a whole war."""
FLED = 100_000
"""Displaced persons from which a number is of the war where its words are "the war" and no date is told."""
OUTBREAK = timedelta(days=300)
"""A time told that begins so near to the war's beginning may be that of the beginning."""
LONG = timedelta(days=200)
WAR = re.compile(r"\b(?:civil war|war|conflict|uprising)\b", re.IGNORECASE)


def over_the_war(claims: Sequence[Claim], times: Sequence[TimeRange], report: Report, theatre: Theatre) -> list[TimeRange]:
    """The times of a report's claims, those of a whole war's numbers from its beginning to the report's date."""
    today = report.published
    if today is None:
        return list(times)
    return [
        _whole(claim, time, times, start, today) if (start := _start(claim, theatre)) else time
        for claim, time in zip(claims, times, strict=True)
    ]


def _start(claim: Claim, theatre: Theatre) -> date | None:
    """When the war of a claim's country began, else the theatre's first war."""
    country = claim.place.admin[0] if claim.place and claim.place.admin else None
    return theatre.wars.get(country or "") or next(iter(theatre.wars.values()), None)


def _whole(claim: Claim, time: TimeRange, times: Iterable[TimeRange], start: date, today: date) -> TimeRange:
    if is_whole(claim) and today - start > LONG and _dates_another_thing(time, start, today):
        begun = [t for t in (time, *times) if t.text and _at_outbreak(t, start)]
        first = begun[0] if begun else _by_its_word(claim, start, today) or TimeRange("", start, today, anchor=today)
        since = first.start or start
        return replace(first, start=since, end=today, precision=precision_of(since, today), default=False)
    return _by_its_word(claim, start, today) or time if time.default and _of_the_war(claim) else time


def _by_its_word(claim: Claim, start: date, today: date) -> TimeRange | None:
    """All the time of "the war", by that word of the claim's sentence."""
    word = WAR.search(claim.quote.exact)
    if word is None:
        return None
    begin = claim.quote.start + word.start()
    return TimeRange(word.group(), start, today, 4, False, today, begin, begin + len(word.group()))


def is_whole(claim: Claim) -> bool:
    """Whether a claim counts the dead or displaced of a whole war."""
    return claim.type in {"toll", "displace"} and any((q.low or 0) >= MANY.get(q.what, float("inf")) for q in claim.quantities)


def _at_outbreak(time: TimeRange, start: date) -> bool:
    return time.start is not None and abs(time.start - start) <= OUTBREAK


def _dates_another_thing(time: TimeRange, start: date, today: date) -> bool:
    """Whether a time cannot be that of a whole war's number: none told, that of the outbreak alone, or of days."""
    if time.start is None or time.end is None or time.default:
        return True
    return time.end - time.start < LONG or (_at_outbreak(time, start) and today - time.end > LONG)


def _of_the_war(claim: Claim) -> bool:
    return claim.type == "toll" or (claim.type == "displace" and any((q.low or 0) >= FLED for q in claim.quantities))
