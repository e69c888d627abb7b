"""Where a claim says that it was, made ready for comparing: near, inside, or apart."""

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from claimatlas.model.names import fold_name, sound_key
from claimatlas.model.place import PlaceRef, place_radius_km

WIDE = frozenset({"county", "province", "region", "country"})
COUNTRY = frozenset({"region", "country"})
# a district further from its town's point than this is not taken to be of that town
DISTRICT_KM = 6.0
# how far from a town what is told to be north of it, or in its countryside, may lie
AROUND_KM = 15.0
KM_A_DEGREE = 111.2
AGAINST = {"east": "west", "west": "east", "north": "south", "south": "north"}
NAME = re.compile(r"\b(?!The\b)[A-Z]\w")
NOT_PARTS = frozenset({"of", "and", "in", "a", "part", "parts", "district", "districts", "neighbourhood", "area", "city", "town"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for comparing: `name` is its sound key; `province` the one that it lies in.

    `part`: the words for a part of it; `named_part`: a name is among them.
    """

    id: str | None
    name: str
    level: str
    wide: bool
    lat: float | None
    lon: float | None
    shrink: float
    radius: float
    relation: str | None
    part: frozenset[str]
    named_part: bool
    province: str | None

    @property
    def plain(self) -> bool:
        """Whether the place itself is meant, no part of it and nothing beside it."""
        return self.relation is None and not self.part


_sound = lru_cache(maxsize=20_000)(sound_key)


def spot_of(place: PlaceRef) -> Spot:
    """The spot of a place as a claim names it."""
    level = place.level or "town"
    return Spot(
        id=place.id,
        name=_sound(place.name),
        level=level,
        wide=level in WIDE,
        lat=place.lat,
        lon=place.lon,
        shrink=math.cos(math.radians(place.lat)) if place.lat is not None else 1.0,
        radius=place_radius_km(place) if place.relation is None else max(place_radius_km(place), AROUND_KM),
        relation=place.relation,
        part=frozenset(fold_name(place.part).split()) - NOT_PARTS if place.part else frozenset(),
        named_part=place.part is not None and NAME.search(place.part) is not None,
        province=place.admin[1] if len(place.admin) > 1 else None,
    )


def gap_km(a: Spot, b: Spot) -> float | None:
    """Distance of two points in km, on a plane (within 1 in 100 up to 300 km); None where one has none."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    return KM_A_DEGREE * math.hypot(a.lat - b.lat, (a.lon - b.lon) * (a.shrink + b.shrink) / 2)


def place_tells(a: Spot | None, b: Spot | None) -> tuple[str, float] | None:
    """How two places agree, and how closely (0 to 1); None where they are apart.

    same: one place; part: one place, one of the two claims means a part of it or beside it; parts: one place, two parts of
    it; wide: one province or wider; name: one name, not found in a gazetteer; inside: in the reach of the other;
    province: a place in the province that is told; none: one of them is not told.
    """
    if a is None or b is None:
        return "none", 1.0
    if a.id is not None and a.id == b.id:
        return _same(a, b)
    gap = gap_km(a, b)
    if gap is None:
        return ("name", 1.0) if a.name == b.name and (a.id is None or b.id is None) else None
    if a.wide or b.wide:
        return _in_wide(a, b, gap)
    reach = max(a.radius, b.radius, DISTRICT_KM if {a.level, b.level} == {"district", "town"} else 0.0)
    if gap > reach or (a.level == b.level and a.plain and b.plain and a.id and b.id):
        return None
    return "inside", 1.0 - 0.5 * gap / reach


def _same(a: Spot, b: Spot) -> tuple[str, float] | None:
    if opposite(a.part, b.part):
        return None
    if a.wide:
        return ("wide", 1.0) if a.level not in COUNTRY else ("wide", 0.0)
    if a.part and b.part and not a.part & b.part:
        return None if a.named_part and b.named_part else ("parts", 1.0)
    return ("same", 1.0) if (a.relation, a.part) == (b.relation, b.part) else ("part", 1.0)


def opposite(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two parts lie on opposite sides of a place: east and west, north and south."""
    ways = [{way for way in AGAINST for word in part if word.startswith(way)} for part in (one, other)]
    return any(AGAINST[way] in ways[1] and way not in ways[1] for way in ways[0])


def _in_wide(a: Spot, b: Spot, gap: float) -> tuple[str, float] | None:
    """A place in the province that is told; two wide places do not meet, nor do places in a country or region."""
    wide, narrow = (a, b) if a.wide else (b, a)
    if narrow.wide or wide.level in COUNTRY or gap > wide.radius:
        return None
    return None if narrow.province and wide.province and narrow.province != wide.province else ("province", 1.0)
