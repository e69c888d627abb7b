"""The places of a view: what is told of each, and how exactly the evidence places it."""

from dataclasses import dataclass, field

from claimatlas.model.event import Event
from claimatlas.model.hold import Hold
from claimatlas.model.place import PlaceRef, place_radius_km
from claimatlas.publish.atlas import AtlasView
from claimatlas.publish.words import place_name

WIDE_KM = 20.0


@dataclass(slots=True)
class Spot:
    """One place of the map with what is told of it. `wide`: the evidence says no more than an area of `radius_km`."""

    key: str
    name: str
    lat: float
    lon: float
    radius_km: float
    wide: bool
    level: str = ""
    province: str = ""
    hold: Hold | None = None
    events: list[Event] = field(default_factory=list)


def _key(place: PlaceRef) -> str:
    return place.id or f"{place.name}@{place.lat:.3f},{place.lon:.3f}"


def _spot(place: PlaceRef, key: str) -> Spot:
    radius = place_radius_km(place)
    province = next((a for a in place.admin[1:2] if a), "") or ""
    wide = radius >= WIDE_KM or (place.precision or 1) >= 3
    return Spot(key, place_name(place), place.lat or 0.0, place.lon or 0.0, radius, wide, place.level or "", province)


def spots(view: AtlasView) -> tuple[list[Spot], list[Event]]:
    """Places with coordinates, north to south, and the events that have none (they are listed, never guessed onto the map)."""
    found: dict[str, Spot] = {}
    unplaced: list[Event] = []
    for event in view.events:
        place = event.place
        if place is None or place.lat is None or place.lon is None:
            unplaced.append(event)
            continue
        _closest(found, _spot(place, _key(place))).events.append(event)
    for hold in view.holds:
        p = hold.place
        if p.lat is None or p.lon is None:
            continue
        key = p.id or f"{p.name}@{p.lat:.3f},{p.lon:.3f}"
        _closest(found, _spot_of_hold(view, hold, key)).hold = hold
    return sorted(found.values(), key=lambda s: (-s.lat, s.lon, s.key)), unplaced


def _closest(found: dict[str, Spot], spot: Spot) -> Spot:
    """The spot of a place: "east of X" and "X" are one, which stands where it is told most exactly."""
    known = found.setdefault(spot.key, spot)
    if spot.radius_km < known.radius_km:
        spot.events = known.events
        known = found[spot.key] = spot
    return known


def _spot_of_hold(view: AtlasView, hold: Hold, key: str) -> Spot:
    for claim_id in hold.because:
        claim = view.claims.get(claim_id)
        if claim and claim.place and claim.place.id == hold.place.id and claim.place.lat is not None:
            return _spot(claim.place, key)
    return Spot(key, hold.place.name, hold.place.lat or 0.0, hold.place.lon or 0.0, 3.0, False)


def evidence_bounds(found: list[Spot], view: AtlasView) -> list[float]:
    """West, south, east, north about the points told of; the theatre's bounds where there are none."""
    near = [s for s in found if not s.wide] or found
    if not near:
        return list(view.bounds)
    w, e = min(s.lon for s in near), max(s.lon for s in near)
    s, n = min(p.lat for p in near), max(p.lat for p in near)
    pad = max(0.15, 0.08 * max(e - w, n - s))
    return [round(v, 3) for v in (w - pad, s - pad, e + pad, n + pad)]
