"""Places: the gazetteer's entry, and a claim's reference to one."""

import math
from dataclasses import dataclass

from claimatlas.model.actor import Candidate

RELATIONS = (
    "near",
    "north_of",
    "south_of",
    "east_of",
    "west_of",
    "northeast_of",
    "northwest_of",
    "southeast_of",
    "southwest_of",
    "outside",
    "toward",
    "between",
    "countryside_of",
)

# level of a place, with the radius in km inside which the place lies about its point
LEVEL_RADIUS_KM = {
    "site": 1.0,
    "district": 2.0,
    "town": 3.0,
    "area": 15.0,
    "county": 25.0,
    "province": 80.0,
    "region": 150.0,
    "country": 400.0,
}

EARTH_DIAMETER_KM = 12742.0


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """A place as a claim names it (see FORMAT.md). Unresolved: id, lat, lon None, and `why` says why.

    `precision`: 1 the place itself, 2 near it or a part of it, 3 district or wider, 4 province, 5 country.
    `level`: site, district (of a city), town, area, county, province, region, country.
    """

    text: str
    name: str
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: int | None = None
    radius_km: float | None = None
    relation: str | None = None
    part: str | None = None
    level: str | None = None
    admin: tuple[str | None, ...] = ()
    start: int | None = None
    end: int | None = None
    candidates: tuple[Candidate, ...] = ()
    why: str | None = None


def place_radius_km(place: PlaceRef) -> float:
    """How far from its point a place may lie, in km: what its reference tells, else what its level does."""
    return place.radius_km or LEVEL_RADIUS_KM.get(place.level or "town", 3.0)


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of a gazetteer. `kind` is fine (village, airbase, dam, hill, crossing...); `level` as in PlaceRef.

    `id` is `source:key`, such as `geonames:169577`; `country` is ISO 3166-1 alpha-2; `admin` is (country, province, district).
    `part_of` is the id of the city that a district lies in; `radius_km` is how far from its point an imprecisely known place may lie.
    """

    id: str
    name: str
    lat: float
    lon: float
    kind: str
    level: str
    country: str
    names: tuple[str, ...] = ()
    admin: tuple[str | None, ...] = ()
    population: int = 0
    theatre: bool = False
    part_of: str | None = None
    radius_km: float | None = None


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in km (haversine)."""
    p1, p2 = math.radians(lat1), math.radians(lat2)
    h = math.sin((p2 - p1) / 2) ** 2 + math.cos(p1) * math.cos(p2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return EARTH_DIAMETER_KM * math.asin(min(1.0, math.sqrt(h)))
