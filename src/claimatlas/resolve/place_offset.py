"""Distances and directions told before a place name: "60 km northeast of X" is a point off X, known to a radius."""

import math
import re
from dataclasses import dataclass, replace

from claimatlas.model.place import PlaceRef

UNITS = dict.fromkeys(("km", "kms", "kilometre", "kilometres", "kilometer", "kilometers"), 1.0)
UNITS |= dict.fromkeys(("mile", "miles", "mi"), 1.609) | {"metres": 0.001, "meters": 0.001}
_UNITS_TO_TWELVE = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {w: float(n) for n, w in enumerate(_UNITS_TO_TWELVE, 1)}
NUMBERS |= {"fifteen": 15.0, "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "hundred": 100.0}
BEARINGS = {"north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225, "west": 270, "northwest": 315}
LOOK_BACK = 110
# an eighth of the compass says no more than 22.5 degrees either way
SPREAD, LEAST_KM, NEAR_TOWN_KM, EARTH_KM = 0.4, 3.0, 15.0, 6371.0
_NUMBER = rf"\d+(?:[.,]\d+)?|{'|'.join(NUMBERS)}"
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
TOLD = re.compile(
    rf"\b(?P<number>{_NUMBER})[\s-]*(?P<unit>{_UNIT})\b(?:\s*\([^)]*\))?"
    r"(?:\s+(?:away|or so|further|due))*(?:\s+(?:to|in))?(?:\s+the)?"
    r"(?:\s+(?P<way>(?:north|south)(?:[\s-]?(?:east|west))?|east|west)(?:ern)?)?"
    r"(?:\s+(?P<link>of|from|outside|away from|short of))\s+(?:(?:the|[a-z-]+)\s+){0,3}(?:of\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Offset:
    """`km` from a place, in direction `bearing` in degrees clockwise from north, None where only the distance is told.

    `start` is where the words begin in the text.
    """

    km: float
    bearing: int | None
    start: int


def offset_before(text: str, start: int | None) -> Offset | None:
    """The distance told right before a name that starts at `start`, None where there is none."""
    if not start:
        return None
    begin = max(0, start - LOOK_BACK)
    told = TOLD.search(text, begin, start)
    if told is None:
        return None
    number = told["number"].lower()
    km = NUMBERS.get(number) or float(number.replace(",", "."))
    way = re.sub(r"[\s-]", "", (told["way"] or "").lower())
    return Offset(km * UNITS[told["unit"].lower()], BEARINGS.get(way), told.start())


def moved(ref: PlaceRef, offset: Offset, text: str) -> PlaceRef:
    """A placed reference moved as its words say; its text and start take the words in. Its id stays that of the place named."""
    if ref.lat is None or ref.lon is None or ref.end is None:
        return ref
    lat, lon = ref.lat, ref.lon
    radius = max(LEAST_KM, offset.km)
    if offset.bearing is not None:
        lat, lon = _point(lat, lon, offset.km, offset.bearing)
        radius = max(LEAST_KM, SPREAD * offset.km)
    near = 2 if offset.km <= NEAR_TOWN_KM else 3
    return replace(
        ref,
        text=text[offset.start : ref.end],
        start=offset.start,
        lat=round(lat, 4),
        lon=round(lon, 4),
        radius_km=round(radius, 1),
        precision=max(near, ref.precision or 1),
    )


def _point(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """The point `km` from another on the sphere."""
    turn, arc, p = math.radians(bearing), km / EARTH_KM, math.radians(lat)
    q = math.asin(math.sin(p) * math.cos(arc) + math.cos(p) * math.sin(arc) * math.cos(turn))
    east = math.atan2(math.sin(turn) * math.sin(arc) * math.cos(p), math.cos(arc) - math.sin(p) * math.sin(q))
    return math.degrees(q), lon + math.degrees(east)


def between(one: PlaceRef, other: PlaceRef, apart_km: float) -> PlaceRef:
    """A reference "between one and other" put half way, its radius reaching both."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return one
    lat, lon = (one.lat + other.lat) / 2, (one.lon + other.lon) / 2
    radius = max(LEAST_KM, apart_km / 2)
    return replace(one, lat=round(lat, 4), lon=round(lon, 4), radius_km=round(radius, 1), precision=2 if radius <= NEAR_TOWN_KM else 3)
