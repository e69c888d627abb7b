"""A place over time: who held it from when until when, and because of which claims."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from claimatlas.control.holds import NO_EVIDENCE_YET, answer
from claimatlas.model.hold import Hold
from claimatlas.model.place import PlaceRef
from claimatlas.serve.snapshot import Snapshot

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """One state of a place. `start`: None reaches back before all evidence; `end`: None lasts. `last`: day of the newest evidence."""

    start: date | None
    end: date | None
    last: date | None
    hold: Hold


def places(snapshot: Snapshot) -> dict[str, PlaceRef]:
    """Every place with a position that evidence on holders tells of, by its key."""
    days = snapshot.days
    return {spot_key(p): p for p, _ in snapshot.land.placed(days[1] if days else date.max)}


def told_places(snapshot: Snapshot) -> dict[str, PlaceRef]:
    """Every place that an event or evidence on holders tells of, by its key."""
    happened = {spot_key(e.place): e.place for e in snapshot.view.events if e.place}
    return happened | places(snapshot)


def spot_key(place: PlaceRef) -> str:
    """A place's id, else its name and point."""
    return place.id or f"{place.name}@{place.lat or 0:.3f},{place.lon or 0:.3f}"


def spans(snapshot: Snapshot, place: PlaceRef) -> Iterator[Span]:
    """The states of a place, oldest first, neighbours that say the same joined, unknown ones left out; evidence as old as at the end."""
    states, newest = snapshot.land.states(place), snapshot.days[1] if snapshot.days else date.min
    held: Span | None = None
    for n, state in enumerate(states):
        start = None if state.at == date.min else state.at
        end = states[n + 1].at - DAY if n + 1 < len(states) else None
        if start and end and end < start:
            continue
        hold = answer(place, end or max(state.at, state.last or state.at, newest), snapshot.known, state, NO_EVIDENCE_YET)
        if held and _told(held.hold) == _told(hold):
            held = Span(held.start, end, state.last, hold)
            continue
        if held and held.hold.status != "unknown":
            yield held
        held = Span(start, end, state.last, hold)
    if held and held.hold.status != "unknown":
        yield held


def _told(hold: Hold) -> tuple[str, str | None, tuple[str, ...]]:
    return hold.status, hold.holder.name if hold.holder else None, tuple(r.holder.name for r in hold.rivals)
