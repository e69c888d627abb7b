"""The theatre of Sudan: enough of it, sides by date, partisans' names recognised and not adopted, positions beside GeoNames."""

import math
from datetime import date

import pytest

from claimatlas.model.names import fold_name
from claimatlas.model.place import Place
from claimatlas.theatres import Theatre, load_theatre, world

CHECKED, WITHIN_KM = 80, 5.0


@pytest.fixture(scope="module")
def sudan() -> Theatre:
    """The theatre."""
    return load_theatre("sudan")


def test_there_is_enough_of_it(sudan: Theatre) -> None:
    assert len(sudan.actors) >= 200
    assert len(sudan.places) >= 200
    assert len(sudan.provinces) == 18
    assert all(any("\u0600" <= c < "\u0700" for n in p.names for c in n) for p in sudan.places)


@pytest.mark.parametrize(
    ("name", "on", "side"),
    [
        ("SAF", date(2024, 5, 1), "army"),
        ("RSF", date(2024, 5, 1), "rsf"),
        ("JEM", date(2023, 6, 1), "neutral"),
        ("JEM", date(2024, 6, 1), "joint_force"),
        ("Sudan Shield Forces", date(2024, 1, 1), "rsf"),
        ("Sudan Shield Forces", date(2025, 1, 1), "army"),
        ("SPLM-N al-Hilu", date(2024, 1, 1), "splm_n_hilu"),
        ("SPLM-N al-Hilu", date(2025, 6, 1), "rsf"),
        ("SLA-AW", date(2024, 1, 1), "slm_nur"),
        ("6th Infantry Division", date(2025, 1, 1), "army"),
        ("Sudan Doctors Network", date(2024, 1, 1), "neutral"),
    ],
)
def test_who_stands_where_and_when(sudan: Theatre, name: str, on: date, side: str) -> None:
    assert sudan.side_of(None, name, on) == side


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("rebel militia", "Rapid Support Forces"),
        ("Janjaweed", "Rapid Support Forces"),
        ("Dagalo militia", "Rapid Support Forces"),
        ("Islamist army", "Sudanese Armed Forces"),
        ("Burhan's militia", "Sudanese Armed Forces"),
        ("مليشيا آل دقلو", "Rapid Support Forces"),
        ("Kizan regime", "Sudanese government"),
    ],
)
def test_partisans_names_are_recognised(sudan: Theatre, said: str, meant: str) -> None:
    assert [a.name for a in sudan.named(said)] == [meant]


def _km(place: Place, city: world.City) -> float:
    return 111.2 * math.hypot(place.lat - city.lat, (place.lon - city.lon) * math.cos(math.radians(place.lat)))


def test_towns_lie_where_geonames_has_them(sudan: Theatre) -> None:
    """Every town that the list of the world's cities knows by one of its names, and there are dozens."""
    around: dict[tuple[str, str], list[world.City]] = {}
    for city in world.cities():
        if city.country in (*sudan.countries, *sudan.neighbours):
            for name in (city.name, *city.names):
                around.setdefault((city.country, fold_name(name)), []).append(city)
    gaps = {}
    for place in sudan.places:
        cities = [c for n in (place.name, *place.names) for c in around.get((place.country, fold_name(n)), ())]
        if place.level == "town" and cities:
            gaps[place.name] = min(_km(place, c) for c in cities)
    assert len(gaps) >= CHECKED
    assert {name: gap for name, gap in gaps.items() if gap > WITHIN_KM} == {}
