"""The story's time line: the dates of a report's claims in order, each seen from those told before it."""

import re
from dataclasses import dataclass, field

from claimatlas.extract.draft import Draft
from claimatlas.extract.numbers import FIRE
from claimatlas.model.claim import Claim
from claimatlas.model.report import Report
from claimatlas.model.time import TimeRange, default_time
from claimatlas.resolve.time import resolve_time
from claimatlas.resolve.time_context import TimeContext
from claimatlas.theatres import Theatre

REACH = 4
"""Passages over which the day of an event holds on for what is told further of it."""
ANCHORS = 3
"""The widest precision of a time that "the following month" or "two days later" can count from: a month."""
PERFECT = re.compile(r"\b(?:has|have)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


def story_times(report: Report, drafts: list[Draft], claims: list[Claim], theatre: Theatre) -> list[TimeRange]:
    """The times of a report's claims: of their words, else of the event that they tell on, else the default.

    `claims`: those of the drafts, with their places resolved.
    """
    line = StoryLine(report, theatre)
    return [line.time(draft, claim) for draft, claim in zip(drafts, claims, strict=True)]


@dataclass(slots=True)
class StoryLine:
    """`anchor`: the day that the story has come to; `told`: the dated claims so far."""

    report: Report
    theatre: Theatre
    anchor: TimeRange | None = None
    told: list[tuple[int, Claim, TimeRange]] = field(default_factory=list)

    def time(self, draft: Draft, claim: Claim) -> TimeRange:
        """The time of the next claim; the line takes it in."""
        found = self._of_words(draft)
        if found is not None and found.precision <= ANCHORS:
            self.anchor = found
        if found is None and draft.time is None and not draft.calibrated:
            found = self.carried(draft, claim)
        if found is not None:
            self.told.append((draft.passage, claim, found))
        return found or default_time(self.report.published)

    def _of_words(self, draft: Draft) -> TimeRange | None:
        if draft.time is None:
            return None
        return resolve_time(draft.time, self.report.published, self.context(draft))

    def context(self, draft: Draft) -> TimeContext:
        """What the words of the next claim's time are seen from."""
        tense = "future" if draft.claim.stance == "predicted" else draft.tense
        return TimeContext(self.anchor, tense, draft.role, war=next(iter(self.theatre.wars.values()), None))

    def carried(self, draft: Draft, claim: Claim) -> TimeRange | None:
        """The time of the event that an undated claim tells on: of a like kind, at the same place, told shortly before; else None.

        What is told in the perfect or present ("has shelled") is new and keeps the default.
        """
        told_on = draft.tense == "past" and claim.stance in ("fact", "alleged") and not draft.headline
        if not told_on or claim.place is None or self._perfect(claim):
            return None
        near = (
            time
            for passage, earlier, time in reversed(self.told)
            if draft.passage - passage <= REACH and time.precision <= 2 and self._same_event(earlier, claim)
        )
        return next(near, None)

    def _perfect(self, claim: Claim) -> bool:
        at = claim.trigger[0] if claim.trigger else claim.quote.start
        return PERFECT.search(self.report.text[max(claim.quote.start, at - 60) : at]) is not None

    @staticmethod
    def _same_event(earlier: Claim, claim: Claim) -> bool:
        same_kind = earlier.type == claim.type or (earlier.type in FIRE and claim.type in FIRE)
        return same_kind and earlier.place is not None and claim.place is not None and earlier.place.name == claim.place.name
