"""A reference filled from a place: how far about its point, and how precisely, it is known."""

import pytest

from claimatlas.model.place import Place, PlaceRef
from claimatlas.resolve.place_fill import Reading, filled


def _place(level: str, radius_km: float | None) -> Place:
    return Place("t:x", "X", 34.5, 38.2, "village", level, "SY", admin=("SY", "Homs"), theatre=True, radius_km=radius_km)


CASES = [
    ("site", None, None, 1, 1.0),
    ("site", 10.0, None, 2, 10.0),
    ("town", None, None, 1, 3.0),
    ("town", 10.0, None, 2, 10.0),
    ("town", 10.0, "north_of", 2, 15.0),
    ("town", 10.0, "countryside_of", 3, 25.0),
    ("area", 10.0, None, 2, 15.0),
    ("region", 10.0, None, 4, 150.0),
]


@pytest.mark.parametrize(("level", "radius", "relation", "precision", "reach"), CASES)
def test_an_imprecise_entry_widens(level: str, radius: float | None, relation: str | None, precision: int, reach: float) -> None:
    """A place good to 10 km is never told as the very point; a wide place stays as wide as it is."""
    out = filled(PlaceRef("X", "X", relation=relation), _place(level, radius), (), Reading())
    assert (out.precision, out.radius_km) == (precision, reach)
