"""Parts of a city that no gazetteer knows: they stand at the city that the report is then about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimatlas.model.place import PlaceRef, distance_km
from claimatlas.resolve.place_fill import in_town
from claimatlas.resolve.place_told import SUBURB

CITY_KINDS = frozenset({"city", "capital"})
CITY_PEOPLE = 100_000
REACH_KM = 30.0


@dataclass(frozen=True, slots=True)
class City:
    """A city as a text names it: the reference to it, placed, and where it stands in the text."""

    ref: PlaceRef
    at: int


def focus(text: str, start: int | None, cities: Sequence[City]) -> PlaceRef | None:
    """The city that a text is about at an offset: of those in the sentence the nearest, else the one named last, else the next."""
    if not cities:
        return None
    if start is None:
        return cities[0].ref
    first, last = text.rfind(". ", 0, start) + 1, text.find(". ", start)
    here = [c for c in cities if first <= c.at < (last if last >= 0 else len(text))]
    if here:
        return min(here, key=lambda c: (abs(c.at - start), c.at)).ref
    before = [c for c in cities if c.at < start]
    return before[-1].ref if before else cities[0].ref


def in_city(ref: PlaceRef, city: PlaceRef) -> PlaceRef:
    """A city's part that is not known, or only as a like-named place elsewhere, put at the city and known to the city only."""
    return in_town(replace(ref, level="district", admin=()), city)


def elsewhere(ref: PlaceRef, city: PlaceRef) -> bool:
    """Whether what was found for a city's part is no part of a city and lies far from the one that the text is about.

    A suburb may be a town of its own.
    """
    if ref.lat is None or ref.lon is None or city.lat is None or city.lon is None:
        return ref.lat is None
    if ref.level in {"district", "site"} or SUBURB.search(ref.text):
        return False
    return distance_km(ref.lat, ref.lon, city.lat, city.lon) > REACH_KM
