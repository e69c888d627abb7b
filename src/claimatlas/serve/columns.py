"""All events and holds in columns of small numbers, for a map that filters them in the browser without asking again."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any, TypeVar

from claimatlas.model.event import Event
from claimatlas.model.hold import Hold
from claimatlas.model.names import ARABIC
from claimatlas.model.place import PlaceRef, place_radius_km
from claimatlas.publish.atlas import AtlasView
from claimatlas.publish.kinds import KINDS, kind_of, label_of
from claimatlas.publish.spots import WIDE_KM
from claimatlas.publish.words import place_name
from claimatlas.resolve.gazetteer import Gazetteer
from claimatlas.serve.history import places, spans, spot_key
from claimatlas.serve.snapshot import Snapshot

EPOCH = date(1970, 1, 1)
STATUSES = ("reported", "corroborated", "disputed", "denied", "corrected")
STANCES = ("fact", "alleged", "denied", "conditional", "predicted")
HELD = ("held", "claimed", "contested")
Key = TypeVar("Key")


def number(day: date | str | None) -> int | None:
    """Days since 1 January 1970."""
    if day is None:
        return None
    return ((date.fromisoformat(day) if isinstance(day, str) else day) - EPOCH).days


class Numbered:
    """Values by the order in which they were first met."""

    def __init__(self) -> None:
        self.index: dict[str, int] = {}

    def __call__(self, key: str) -> int:
        """The number of a value."""
        return self.index.setdefault(key, len(self.index))

    def all(self, keys: Iterable[str]) -> list[int]:
        """The numbers of values, each once, in order."""
        return sorted({self(k) for k in keys})


def columns(snapshot: Snapshot, gazetteer: Gazetteer) -> dict[str, Any]:
    """The whole map's data. Days are days since 1970; sides, kinds, types, actors, sources and places are numbers of their lists."""
    view = snapshot.shown()
    table = _Table(snapshot, view)
    events = [table.event(e) for e in snapshot.view.events]
    holds = [row for p in places(snapshot).values() for row in table.holds(p)]
    days = snapshot.days
    return {
        "stamp": snapshot.stamp,
        "theatre": view.theatre,
        "bounds": list(view.bounds),
        "first": number(days[0]) if days else None,
        "last": number(days[1]) if days else None,
        "known": number(snapshot.known),
        "without": snapshot.without,
        "counts": {"claims": len(snapshot.claims), "reports": len(snapshot.reports), "events": len(events)},
        "sides": [{"id": s.id, "name": s.name, "color": s.color} for s in view.sides.values()],
        "kinds": [{"id": k.id, "label": k.label, "shape": k.shape, "color": k.color} for k in KINDS],
        "types": [{"id": t, "label": label_of(t), "kind": _kind(t)} for t in table.types.index],
        "statuses": STATUSES,
        "stances": STANCES,
        "held": HELD,
        "actors": table.actor_rows(),
        "sources": table.source_rows(),
        "places": table.place_rows(gazetteer),
        "events": _turned(EVENT, events),
        "holds": _turned(HOLD, holds),
    }


EVENT = ("id", "type", "place", "start", "end", "first", "told", "status", "belief", "stances", "sides", "actors", "sources", "claims")
HOLD = ("place", "start", "end", "last", "status", "side", "other", "holder")


def _turned(names: tuple[str, ...], rows: list[tuple[Any, ...]]) -> dict[str, list[Any]]:
    return {name: [row[n] for row in rows] for n, name in enumerate(names)}


@cache
def _kind(type_name: str) -> int | None:
    kind = kind_of(type_name)
    return KINDS.index(kind) if kind else None


class _Table:
    """Numbers given out while rows are made."""

    def __init__(self, snapshot: Snapshot, view: AtlasView) -> None:
        self.snapshot, self.view = snapshot, view
        self.types, self.places, self.actors, self.sources, self.sides = (Numbered() for _ in range(5))
        for side in view.sides:
            self.sides(side)
        self._refs: dict[str, PlaceRef] = {}
        self._names: dict[str, str] = {}
        self._kinds: dict[str, str | None] = {}
        self._told: Counter[str] = Counter()

    def event(self, event: Event) -> tuple[Any, ...]:
        """One row of EVENT."""
        claims = [self.snapshot.claims[c] for c in event.claims if c in self.snapshot.claims]
        acting = {a.id or a.name: a.name for c in claims for a in (*c.agent, *c.target)}
        self._names.update(acting)
        sides = {s for key in acting if (s := self.view.actor_sides.get(key))}
        speakers = {v.name: v.side for v in event.voices}
        self._kinds.update(speakers)
        return (
            event.id,
            self.types(event.type),
            self._place(event.place),
            number(event.time.start),
            number(event.time.end),
            number(event.first_reported),
            number(event.last_reported),
            STATUSES.index(event.status),
            round(event.belief.value, 2),
            sorted({STANCES.index(c.stance) for c in claims}),
            self.sides.all(sides),
            self.actors.all(acting),
            self.sources.all(speakers),
            len(event.claims),
        )

    def holds(self, place: PlaceRef) -> Iterable[tuple[Any, ...]]:
        """The rows of HOLD of a place."""
        for span in spans(self.snapshot, place):
            sides = self._holding(span.hold)
            name = span.hold.holder.name if span.hold.holder else None
            yield (
                self._place(place),
                number(span.start),
                number(span.end),
                number(span.last),
                HELD.index(span.hold.status),
                sides[0] if sides else None,
                sides[1] if len(sides) > 1 else None,
                name,
            )

    def _holding(self, hold: Hold) -> list[int | None]:
        parties = [*([hold.holder] if hold.holder else []), *(r.holder for r in hold.rivals)]
        known = [self.view.side_id(p) for p in parties]
        return list(dict.fromkeys(self.sides(s) if s else None for s in known))

    def _place(self, place: PlaceRef | None) -> int | None:
        if place is None or place.lat is None or place.lon is None:
            return None
        key = spot_key(place)
        if key not in self._refs or place_radius_km(place) < place_radius_km(self._refs[key]):
            self._refs[key] = place
        self._told[key] += 1
        return self.places(key)

    def actor_rows(self) -> list[dict[str, Any]]:
        """Actors that act in events."""
        return [{"id": key, "name": self._names[key], "side": self._side(self.view.actor_sides.get(key))} for key in self.actors.index]

    def _side(self, side: str | None) -> int | None:
        return self.sides(side) if side else None

    def source_rows(self) -> list[dict[str, Any]]:
        """Who tells of events."""
        return [{"name": name, "side": self._side(self._kinds[name])} for name in self.sources.index]

    def place_rows(self, gazetteer: Gazetteer) -> list[dict[str, Any]]:
        """Places of events and holds. `told`: how often; `people`: inhabitants, 0 where not known."""
        return [self._place_row(key, self._refs[key], gazetteer) for key in self.places.index]

    def _place_row(self, key: str, ref: PlaceRef, gazetteer: Gazetteer) -> dict[str, Any]:
        known = gazetteer.get(ref.id) if ref.id else None
        radius = place_radius_km(ref)
        return {
            "key": key,
            "name": place_name(ref),
            "ar": next((n for n in known.names if ARABIC.search(n)), None) if known else None,
            "at": [round(ref.lon or 0, 5), round(ref.lat or 0, 5)],
            "radius": radius,
            "wide": radius >= WIDE_KM or (ref.precision or 1) >= 3,
            "level": ref.level or "",
            "province": next((a for a in ref.admin[1:2] if a), "") or "",
            "people": known.population if known else 0,
            "told": self._told[key],
        }
