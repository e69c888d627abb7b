"""Distances and directions before a name: the point moves, the radius says how far it may be off, the words are kept."""

import pytest

from claimatlas.model.place import PlaceRef, distance_km
from claimatlas.resolve.place_offset import between, moved, offset_before

DAMASCUS = (33.51, 36.28)


def _told(text: str, name: str = "Damascus") -> PlaceRef:
    start = text.index(name)
    ref = PlaceRef(name, name, "x:1", *DAMASCUS, precision=1, radius_km=3.0, start=start, end=start + len(name))
    offset = offset_before(text, start)
    return moved(ref, offset, text) if offset else ref


@pytest.mark.parametrize(
    ("words", "km", "north", "east"),
    [
        ("60 km northeast of", 60, 1, 1),
        ("20 kilometres to the west of", 20, 0, -1),
        ("forty miles south of the city of", 64.4, -1, 0),
        ("some 15 kilometers (9 miles) north-west of", 15, 1, -1),
    ],
)
def test_a_direction_moves_the_point(words: str, km: float, north: int, east: int) -> None:
    ref = _told(f"A jet crashed {words} Damascus on Monday.")
    assert ref.lat is not None and ref.lon is not None
    assert distance_km(*DAMASCUS, ref.lat, ref.lon) == pytest.approx(km, abs=0.5)
    assert (ref.lat - DAMASCUS[0]) * north >= 0 and (ref.lon - DAMASCUS[1]) * east >= 0
    assert ref.text.endswith("Damascus") and ref.text.split()[0] in words
    assert ref.radius_km == pytest.approx(0.4 * km, abs=0.2) and ref.id == "x:1"


def test_a_distance_alone_widens_the_radius_only() -> None:
    ref = _told("The front is 12 km from Damascus.")
    assert (ref.lat, ref.lon) == DAMASCUS and ref.radius_km == 12.0 and ref.precision == 2


@pytest.mark.parametrize("text", ["They shelled Damascus.", "12 people died in Damascus.", "In 2013 they left Damascus.", "Damascus"])
def test_no_distance_no_offset(text: str) -> None:
    assert offset_before(text, text.index("Damascus")) is None


def test_between_two_places_lies_half_way() -> None:
    one, other = PlaceRef("A", "A", "x:1", 34.0, 38.0), PlaceRef("B", "B", "x:2", 35.0, 39.0)
    ref = between(one, other, 140.0)
    assert (ref.lat, ref.lon, ref.radius_km, ref.precision) == (34.5, 38.5, 70.0, 3)
