"""When and where an ACLED event is set down, with the codebook's precision codes."""

from dataclasses import dataclass
from datetime import date, timedelta

from claimatlas.model.names import fold_name
from claimatlas.model.place import Place, PlaceRef
from claimatlas.model.time import TimeRange
from claimatlas.resolve.gazetteer import Gazetteer

WEEK_DAYS, MONTH_DAYS = 10, 31
NEAR_KM = 25.0
"""Up to how far a place told may lie from its point for the code 2, "near a town" or "a small part of a region"."""


@dataclass(frozen=True, slots=True)
class Day:
    """The date of an event and its precision: 1 that day, 2 some day of about a week, 3 of a month."""

    on: date
    precision: int


def day_of_event(time: TimeRange) -> Day | None:
    """The middle of the time told (the earlier of two middle days); None for what is told less precisely than to a month."""
    if time.start is None or time.end is None or time.days() > MONTH_DAYS:
        return None
    middle = time.start + timedelta(days=(time.days() - 1) // 2)
    return Day(middle, 1 if time.days() == 1 else 2 if time.days() <= WEEK_DAYS else 3)


def geo_precision(place: PlaceRef) -> int | None:
    """1 the town or a part of it, 2 near it or a small part of a region, 3 a larger region; None for a country or no point."""
    if place.lat is None or place.lon is None or place.precision is None or place.precision > 4 or place.level in ("country", "region"):
        return None
    if place.precision == 1 or (place.precision == 2 and place.part and not place.relation):
        return 1 if place.level in ("town", "site", "district") else 2
    if place.precision == 2 or (place.precision == 3 and (place.radius_km or 0) <= NEAR_KM):
        return 2
    return 3


@dataclass(frozen=True, slots=True)
class Location:
    """What stands in the location columns."""

    name: str
    lat: float
    lon: float


def location(place: PlaceRef, gazetteer: Gazetteer) -> Location:
    """The place; a district as "City - District"; for a province the town of its name, where it has one, as the codebook asks."""
    entry = gazetteer.get(place.id) if place.id else None
    lat, lon = place.lat or 0.0, place.lon or 0.0
    if entry is not None and entry.part_of and (city := gazetteer.get(entry.part_of)):
        return Location(f"{city.name} - {place.name}", lat, lon)
    seat = _seat(place, gazetteer) if place.level == "province" else None
    return Location(seat.name, seat.lat, seat.lon) if seat else Location(place.name, lat, lon)


def _seat(place: PlaceRef, gazetteer: Gazetteer) -> Place | None:
    """The town that has the name of its province."""
    named = (p for p in gazetteer.lookup(place.name) if p.level == "town" and fold_name(p.name) == fold_name(place.name))
    return next((p for p in named if p.admin[:2] == place.admin[:2]), None)
