"""Which evidence bears on which place: one place under its names, districts inside a town."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimatlas.control.evidence import Evidence
from claimatlas.ledger.near import DISTRICT_KM
from claimatlas.model.names import fold_name, sound_key
from claimatlas.model.place import PlaceRef, distance_km


def place_key(place: PlaceRef) -> str:
    """One key for one place: its gazetteer id, else its name in a spelling-proof form."""
    return place.id or f"name:{sound_key(place.name)}"


def by_place(evidence: Iterable[Evidence]) -> dict[str, list[Evidence]]:
    """Evidence by the key of its place, keys in order."""
    found: dict[str, list[Evidence]] = defaultdict(list)
    for one in evidence:
        found[place_key(one.place)].append(one)
    return dict(sorted(found.items()))


def find_key(place: PlaceRef, places: dict[str, list[Evidence]]) -> str | None:
    """The key under which evidence on the place stands; None where there is none or where a bare name fits several."""
    own = place_key(place)
    if own in places:
        return own
    if place.id is not None:
        return None
    wanted = sound_key(place.name)
    fits = [key for key, found in places.items() if sound_key(found[0].place.name) == wanted]
    return fits[0] if len(fits) == 1 else None


def in_town(district: PlaceRef, town: PlaceRef) -> bool:
    """Whether a place is a district of a town: by its level, and close to the town's point."""
    if district.level != "district" or town.level != "town" or None in (district.lat, district.lon, town.lat, town.lon):
        return False
    return distance_km(district.lat or 0, district.lon or 0, town.lat or 0, town.lon or 0) <= DISTRICT_KM


def with_districts(own: Sequence[Evidence], town: PlaceRef, places: dict[str, list[Evidence]]) -> list[Evidence]:
    """Evidence on a town with that on its districts: what is taken there is a part of the town."""
    parts = [
        replace(one, kind="part" if one.kind == "takes" else one.kind, share=None)
        for found in places.values()
        if in_town(found[0].place, town)
        for one in found
        if one.kind in ("takes", "part", "inside") and one.against is not None
    ]
    return [*own, *parts]


def town_of(district: PlaceRef, places: dict[str, list[Evidence]]) -> PlaceRef | None:
    """The nearest town with evidence of which a place is a district."""
    towns = [found[0].place for found in places.values() if in_town(district, found[0].place)]
    gaps = [(distance_km(district.lat or 0, district.lon or 0, t.lat or 0, t.lon or 0), place_key(t), t) for t in towns]
    return min(gaps, key=lambda g: g[:2])[2] if gaps else None


def of_part(evidence: Sequence[Evidence], part: str) -> list[Evidence]:
    """The evidence on a part of a place, as on a place of its own: what is told of "western X" to one who asks of it."""
    wanted = fold_name(part)
    own = [e for e in evidence if e.place.part and fold_name(e.place.part) == wanted]
    return [replace(e, kind="takes" if e.heard.claim.type == "capture" else "holds", share=None) if e.kind == "part" else e for e in own]
