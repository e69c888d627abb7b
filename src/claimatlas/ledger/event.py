"""One event from the claims that tell of it."""

from collections.abc import Iterable, Sequence
from datetime import date

from claimatlas.ledger.grades import credibility
from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.revise import revised
from claimatlas.ledger.slots_told import told_slots, told_voices
from claimatlas.ledger.values import rival_values
from claimatlas.ledger.weigh import UNDATED, Heard, belief, status
from claimatlas.model.claim import content_id
from claimatlas.model.event import Event
from claimatlas.model.place import PlaceRef
from claimatlas.model.time import TimeRange, precision_of


def make_event(group: Sequence[Heard], sides: Sides, corrected: frozenset[str], accepted: frozenset[str]) -> Event:
    """The event of a group of claims that are not empty.

    Its id comes from the smallest claim id of its earliest report, so that later reports on it leave the id as it is.
    """
    first = min(group, key=lambda h: (h.published, h.claim.id))
    values = rival_values(group)
    days = sorted(h.published for h in group if h.published != UNDATED)
    now, voices = status(group, sides, corrected), told_voices(group)
    told = [h for h in group if not h.denies]
    hearsay = bool(told) and all(h.voice.kind == "anonymous" and h.claim.stance == "alleged" for h in told)
    return Event(
        id=content_id("e", first.claim.id),
        type=str(values["type"][0].value),
        place=event_place(group),
        time=event_time(group),
        status=now,
        belief=belief(group, corrected, accepted),
        claims=tuple(sorted(h.claim.id for h in group)),
        values=values,
        first_reported=days[0] if days else None,
        last_reported=days[-1] if days else None,
        slots=told_slots(group, values, revised(group)),
        voices=voices,
        credibility=credibility(now, sum(not v.denies for v in voices), hearsay),
    )


def event_place(group: Iterable[Heard]) -> PlaceRef | None:
    """The most precise place told, then the heaviest, then that of the smallest claim id; one with a position first."""
    placed = [h for h in group if h.claim.place]
    best = min(placed, key=lambda h: (*_vagueness(h.claim.place), -h.weight, h.claim.id), default=None)
    return best.claim.place if best else None


def _vagueness(place: PlaceRef | None) -> tuple[bool, int]:
    return (place is None or place.lat is None), (place.precision if place and place.precision else 9)


def event_time(group: Iterable[Heard]) -> TimeRange:
    """The range over the times that words give; where none are given, what the default times have in common."""
    times = [h.claim.time for h in group if h.claim.time.start and h.claim.time.end]
    told = [t for t in times if not t.default]
    starts, ends = [t.start or date.max for t in told or times], [t.end or date.min for t in told or times]
    if not starts:
        return TimeRange(default=True)
    start, end = (min(starts), max(ends)) if told else (max(starts), min(ends))
    start, end = min(start, end), max(start, end)
    return TimeRange("", start, end, precision_of(start, end), not told)
