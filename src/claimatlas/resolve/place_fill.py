"""A place reference filled from the place chosen, with how precisely it is known; or left open, with the reason."""

from dataclasses import dataclass, replace

from claimatlas.model.actor import Candidate
from claimatlas.model.place import LEVEL_RADIUS_KM, Place, PlaceRef
from claimatlas.resolve.place_kinds import BORDER

PRECISION = {"site": 1, "district": 1, "town": 1, "area": 2, "county": 3, "province": 4, "region": 4, "country": 5}
RELATION_KM = {"near": 10.0, "outside": 10.0, "countryside_of": 25.0, "toward": 15.0, "between": 20.0}
DIRECTION_KM = 15.0
WIDER = {"county": 3, "region": 3, "province": 4}
WAYS = {"n": "northern", "s": "southern", "e": "eastern", "w": "western", "north": "northern", "south": "southern", "east": "eastern"}
WAYS |= {"west": "western", "ne": "northeastern", "nw": "northwestern", "se": "southeastern", "sw": "southwestern"}


@dataclass(frozen=True, slots=True)
class Reading:
    """How a mention was read beside its place.

    `level` is what the words ask for: a town found for "X district" is known to the district only.
    `way` is a compass word that was set aside ("southern"): the place is then the whole, and the word its part.
    `stood_for` is the kind word of a site, or of a part ("suburbs"), that only its town is known of: the town stands for it,
    and the word is the part.
    """

    level: str | None = None
    way: str | None = None
    stood_for: str | None = None


def filled(ref: PlaceRef, place: Place, candidates: tuple[Candidate, ...], reading: Reading) -> PlaceRef:
    """The reference with the place's id, name, point and precision."""
    way = WAYS.get(reading.way.lower().rstrip("."), reading.way) if reading.way else None
    part = ref.part or way or reading.stood_for
    level = "region" if way and place.level in ("country", "province") else place.level
    return replace(
        ref,
        name=f"{way} {place.name}" if way and place.level == "country" else place.name,
        id=place.id,
        lat=place.lat,
        lon=place.lon,
        precision=max(_precision(place, ref.relation, part), WIDER.get(reading.level or "", 1)),
        radius_km=_radius(place, ref.relation, reading),
        part=part,
        level=level,
        admin=place.admin,
        candidates=candidates,
        why=None,
    )


def _precision(place: Place, relation: str | None, part: str | None) -> int:
    own = PRECISION[place.level] if place.radius_km is None else max(2, PRECISION[place.level])
    if relation == "countryside_of":
        return max(3, own)
    return max(2, own) if relation or part else own


def _radius(place: Place, relation: str | None, reading: Reading) -> float:
    wider = LEVEL_RADIUS_KM.get(reading.level or "", 0.0) if reading.level in WIDER else 0.0
    own = max(LEVEL_RADIUS_KM[place.level], place.radius_km or 0.0, wider)
    if relation is None:
        return max(own, RELATION_KM["near"]) if reading.stood_for else own
    return max(own, RELATION_KM.get(relation, DIRECTION_KM))


def undecided(ref: PlaceRef, candidates: tuple[Candidate, ...]) -> PlaceRef:
    """The reference left open between places of one name that nothing in the report sets apart."""
    why = f"{len(candidates)} places or more of that name, and nothing in the report sets them apart"
    return replace(ref, id=None, lat=None, lon=None, precision=None, radius_km=None, candidates=candidates, why=why)


def unplaced(ref: PlaceRef, known: Place | None, alike: bool = False) -> PlaceRef:
    """The reference as it was written, with why it has no place; `known` is a namesake, or a name `alike`, that was turned down."""
    if known is not None and alike:
        why = f"sounds only like {known.name} ({known.country}), and no other place of the report lies near that"
    elif known is not None:
        why = f"known only as {known.name} ({known.country}), too small or far for a bare name here"
    elif BORDER.search(ref.name):
        why = "a border is a line, and no point of it is named"
    else:
        why = "no place of that name in the gazetteer"
    return replace(ref, id=None, lat=None, lon=None, precision=None, radius_km=None, candidates=(), why=why)


IN_TOWN_KM = 8.0


def town_of(ref: PlaceRef) -> PlaceRef | None:
    """The town that a reference's own words put it in, as a reference, or None."""
    town = ref.admin[2] if len(ref.admin) > 2 else None
    return PlaceRef(town, town, admin=ref.admin[:2]) if town else None


def in_town(ref: PlaceRef, town: PlaceRef) -> PlaceRef:
    """A place that no gazetteer knows, put at the town that the text places it in: to the district at best."""
    if town.id is None or town.level not in {"town", "district", "area"}:
        return ref
    why = f"not known itself; the text puts it in {town.name}"
    return replace(
        ref,
        id=town.id,
        lat=town.lat,
        lon=town.lon,
        precision=3,
        radius_km=IN_TOWN_KM,
        level=ref.level or "district",
        part=ref.part or ref.name,
        admin=town.admin,
        why=why,
    )
