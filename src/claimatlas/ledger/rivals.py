"""Events that contradict each other: two holders of one place at one time, a fall and a later "remains under"."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from claimatlas.ledger.factors import table
from claimatlas.ledger.grades import credibility
from claimatlas.ledger.heard import Heard
from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.voices import sides_of
from claimatlas.ledger.weigh import ACCEPTED
from claimatlas.model.event import Belief, Event

STANDING = frozenset({"reported", "corroborated"})
HOLDING = frozenset({"capture", "control"})
# words by which a report says that a place did not change hands
REMAINS = re.compile(r"\b(?:still|remain(?:s|ed)?|continu(?:es|ed) to|retain(?:s|ed)?)\b", re.IGNORECASE)
# a hold told up to this many days after a fall speaks against it; later, the place may have changed hands again
AFTER = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Stand:
    """What of an event says who holds the whole of a place. `sides`: of its doers; `names`: of its voices; `remains`: it says so."""

    event: str
    type: str
    place: str
    start: date
    end: date
    first: str | None
    last: str | None
    sides: tuple[str, ...]
    names: tuple[str, ...]
    remains: bool


def stand_of(event: Event, voices: Mapping[str, Heard], sides: Sides) -> Stand | None:
    """The stand of an event as its own claims tell it; None where it says nothing of a whole place with days, or is denied or disputed."""
    place, time = event.place, event.time
    if event.type not in HOLDING or event.status not in STANDING or place is None or not place.id or place.part:
        return None
    if time.start is None or time.end is None:
        return None
    heard = [voices[c] for c in event.claims]
    return Stand(
        event=event.id,
        type=event.type,
        place=place.id,
        start=time.start,
        end=time.end,
        first=event.first_reported,
        last=event.last_reported,
        sides=tuple(sorted({s for h in heard if not h.denies for s in sides_of(h.claim.agent, h.claim, sides)})),
        names=tuple(sorted({h.voice.name for h in heard})),
        remains=event.type == "control" and any(REMAINS.search(h.claim.quote.exact) for h in heard),
    )


def contradicted(stands: Iterable[Stand], sides: Sides) -> dict[str, tuple[str, ...]]:
    """Event id to the names of those who contradict it: of `control`, another holder of the whole place on shared days; of
    `capture`, a report not older than it by which the place remains with another side.
    """
    by_place: dict[str, list[Stand]] = defaultdict(list)
    for one in stands:
        by_place[one.place].append(one)
    found: dict[str, set[str]] = defaultdict(set)
    for place in sorted(by_place):
        for one, other in _pairs(by_place[place]):
            if _hostile(one, other, sides) and (one.type == "control" or _denied_by(one, other)):
                found[one.event] |= set(other.names)
    return {event: tuple(sorted(names)) for event, names in sorted(found.items())}


def _pairs(stands: Sequence[Stand]) -> Iterator[tuple[Stand, Stand]]:
    """A stand and one of `control` that may contradict it: on shared days, or from a capture to some days after."""
    holds = sorted((s for s in stands if s.type == "control"), key=lambda s: (s.start, s.event))
    starts = [h.start for h in holds]
    for n, one in enumerate(holds):
        for other in holds[n + 1 : bisect_right(starts, one.end)]:
            yield one, other
            yield other, one
    for fall in stands:
        if fall.type == "capture":
            yield from ((fall, h) for h in holds[bisect_left(starts, fall.start) : bisect_right(starts, fall.end + AFTER)])


def _hostile(a: Stand, b: Stand, sides: Sides) -> bool:
    return bool(a.sides and b.sides) and not any(sides.friendly(x, y) for x in a.sides for y in b.sides)


def _denied_by(fall: Stand, hold: Stand) -> bool:
    """Whether a hold of the days right after says that the place did not fall, in such words and told no earlier."""
    return hold.remains and (hold.last or "") >= (fall.first or "")


def disputed(event: Event, names: tuple[str, ...]) -> Event:
    """The event, contradicted by voices of those names; what a person accepted is believed none the less."""
    grade = credibility("disputed", 0, False)
    if any(name == ACCEPTED for name, _ in event.belief.parts):
        return replace(event, status="disputed", credibility=grade)
    factor = table().factors["rival"]
    parts = (*event.belief.parts, *((f"contradicted by {name}", factor) for name in names[:1]))
    return replace(event, status="disputed", belief=Belief(round(event.belief.value * factor, 4), parts), credibility=grade)
