"""Events that contradict each other: two holders of one place at one time, a fall and a later "remains under"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from claimatlas.ledger.factors import table
from claimatlas.ledger.grades import credibility
from claimatlas.ledger.heard import Heard
from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.voices import sides_of
from claimatlas.model.event import Belief, Event

STANDING = frozenset({"reported", "corroborated"})
HOLDING = frozenset({"capture", "control"})
# words by which a report says that a place did not change hands
REMAINS = re.compile(r"\b(?:still|remain(?:s|ed)?|continu(?:es|ed) to|retain(?:s|ed)?)\b", re.IGNORECASE)
# a hold told up to this many days after a fall speaks against it; later, the place may have changed hands again
AFTER_DAYS = 3


def with_rivals(events: Sequence[Event], voices: Mapping[str, Heard], sides: Sides) -> list[Event]:
    """The events, those disputed that a rival contradicts: of `control`, another holder of the whole place on shared days;
    of `capture`, a report not older than it by which the place remains with another side.
    """
    by_place: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.type in HOLDING and event.status in STANDING and event.place and event.place.id and not event.place.part:
            by_place[event.place.id].append(event)
    rival: dict[str, tuple[str, ...]] = {}
    for place in sorted(by_place):
        rival |= _rivals(by_place[place], voices, sides)
    return [_disputed(e, rival[e.id]) if e.id in rival else e for e in events]


def _rivals(events: Sequence[Event], voices: Mapping[str, Heard], sides: Sides) -> dict[str, tuple[str, ...]]:
    """Event id to the names of those who contradict it."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in _pairs(events):
        if _hostile(one, other, voices, sides) and (one.type == "control" or _denied_by(one, other, voices)):
            found[one.id] |= {voices[c].voice.name for c in other.claims}
    return {event: tuple(sorted(names)) for event, names in sorted(found.items())}


def _pairs(events: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    """An event and a `control` event that may contradict it, both with days."""
    holds = [e for e in events if e.type == "control" and e.time.start]
    for one in events:
        if one.time.start:
            yield from ((one, h) for h in holds if h.id != one.id and (one.type == "capture" or one.time.gap_days(h.time) == 0))


def _hostile(a: Event, b: Event, voices: Mapping[str, Heard], sides: Sides) -> bool:
    one, other = (
        {s for c in e.claims if not voices[c].denies for s in sides_of(voices[c].claim.agent, voices[c].claim, sides)} for e in (a, b)
    )
    return bool(one and other) and not any(sides.friendly(x, y) for x in one for y in other)


def _denied_by(capture: Event, hold: Event, voices: Mapping[str, Heard]) -> bool:
    """Whether a hold says that the place did not fall: in such words, told no earlier, of the days right after."""
    start, end, since = capture.time.start, capture.time.end, hold.time.start
    if start is None or end is None or since is None or not start <= since or (since - end).days > AFTER_DAYS:
        return False
    if (hold.last_reported or "") < (capture.first_reported or ""):
        return False
    return any(REMAINS.search(voices[c].claim.quote.exact) for c in hold.claims)


def _disputed(event: Event, names: tuple[str, ...]) -> Event:
    factor = table().factors["rival"]
    parts = (*event.belief.parts, *((f"contradicted by {name}", factor) for name in names[:1]))
    belief = Belief(round(event.belief.value * factor, 4), parts)
    return replace(event, status="disputed", belief=belief, credibility=credibility("disputed", 0, False))
