"""Events that contradict each other: two holders told of one place at one time are both disputed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.voices import sides_of
from claimatlas.ledger.weigh import Heard
from claimatlas.model.event import Event

STANDING = frozenset({"reported", "corroborated"})


def with_rivals(events: Sequence[Event], voices: Mapping[str, Heard], sides: Sides) -> list[Event]:
    """The events, those of `control` that name rival holders of one whole place over shared days set to disputed."""
    by_place: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.type == "control" and event.status in STANDING and event.place and event.place.id and not event.place.part:
            by_place[event.place.id].append(event)
    rival: set[str] = set()
    for held in by_place.values():
        rival |= {e.id for a, b in combinations(held, 2) if _contradict(a, b, voices, sides) for e in (a, b)}
    return [replace(e, status="disputed") if e.id in rival else e for e in events]


def _contradict(a: Event, b: Event, voices: Mapping[str, Heard], sides: Sides) -> bool:
    if a.time.start is None or b.time.start is None or a.time.gap_days(b.time) > 0:
        return False
    one, other = (
        {s for c in e.claims if not voices[c].denies for s in sides_of(voices[c].claim.agent, voices[c].claim, sides)} for e in (a, b)
    )
    return bool(one and other) and not any(sides.friendly(x, y) for x in one for y in other)
