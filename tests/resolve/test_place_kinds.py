"""Kind words about a name, and what they rule out."""

import pytest

from claimatlas.model.place import Place
from claimatlas.resolve.place_kinds import COMPASS, agreement, fits, split


@pytest.mark.parametrize(
    ("text", "core", "level"),
    [
        ("Idlib province", "Idlib", "province"),
        ("province of Idlib", "Idlib", "province"),
        ("Raqqa Governorate", "Raqqa", "province"),
        ("the city of Homs", "Homs", "town"),
        ("Deir Ezzor military airport", "Deir Ezzor", "site"),
        ("T-2 pumping station", "T-2", "site"),
        ("mountain of Tunotur", "Tunotur", "site"),
        ("al-Nashwa neighborhood", "al-Nashwa", "district"),
        ("Deir Ezzor region", "Deir Ezzor", "region"),
        ("Palmyra", "Palmyra", None),
        ("city", "city", None),
    ],
)
def test_split(text: str, core: str, level: str | None) -> None:
    found, hint = split(text)
    assert (found, hint.level) == (core, level)


@pytest.mark.parametrize(
    ("text", "way", "core"),
    [
        ("southeastern Syria", "southeastern", "Syria"),
        ("north of Hama", "north", "Hama"),
        ("N Syria", "N", "Syria"),
        ("NE Syria", "NE", "Syria"),
    ],
)
def test_compass_words(text: str, way: str, core: str) -> None:
    found = COMPASS.match(text)
    assert found is not None
    assert (found["way"], found["core"]) == (way, core)


@pytest.mark.parametrize("text", ["Easter Island", "Norfolk", "n Syria", "Westminster"])
def test_words_that_only_begin_like_the_compass(text: str) -> None:
    assert COMPASS.match(text) is None


def test_levels_rule_out_and_kinds_add() -> None:
    base = Place("x", "X", 34.0, 38.0, "airbase", "site", "SY")
    country = Place("q", "Qatar", 25.0, 51.0, "country", "country", "QA")
    assert not fits("town", country)
    assert not fits("province", base)
    assert fits(None, country)
    assert agreement("site", ("airbase",), base) > agreement("site", ("dam",), base)
