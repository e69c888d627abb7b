"""Parts of cities that no gazetteer knows stand at the city in view."""

from collections.abc import Iterator

import pytest

from claimatlas.model.place import PlaceRef
from claimatlas.resolve.gazetteer import Gazetteer
from claimatlas.resolve.place import PlaceResolver
from claimatlas.resolve.place_city import City, focus
from claimatlas.theatres import load_theatre


@pytest.fixture(scope="module")
def resolver() -> Iterator[PlaceResolver]:
    theatre = load_theatre()
    gazetteer = Gazetteer.open(theatre)
    yield PlaceResolver(gazetteer, theatre)
    gazetteer.close()


def _place(resolver: PlaceResolver, text: str, name: str) -> PlaceRef:
    start = text.index(name)
    return resolver.places(text, [PlaceRef(name, name, start=start, end=start + len(name))])[0]


def test_an_unknown_street_stands_at_the_city_and_says_so(resolver: PlaceResolver) -> None:
    got = _place(resolver, "Rockets fell on Qwertiya Street in Aleppo city. Others hit Damascus.", "Qwertiya Street")
    assert got.lat == pytest.approx(36.2, abs=0.1) and got.level == "district" and got.precision == 3
    assert got.name == got.part == "Qwertiya Street" and got.why == "not known itself; the text puts it in Aleppo"


def test_the_city_of_the_sentence_stands_before_that_of_the_headline(resolver: PlaceResolver) -> None:
    text = "Shells on Damascus. In Homs city terrorists shelled the neighborhoods of Qwertiya and Zxcvbana."
    assert _place(resolver, text, "Zxcvbana").lat == pytest.approx(34.73, abs=0.1)


def test_an_unknown_village_and_a_street_without_a_city_stay_open(resolver: PlaceResolver) -> None:
    assert _place(resolver, "Rockets fell on the village of Qwertiya near Aleppo city.", "Qwertiya").lat is None
    assert _place(resolver, "Rockets fell on Qwertiya Street.", "Qwertiya Street").lat is None


def test_a_town_that_is_a_suburb_stays_where_it_is(resolver: PlaceResolver) -> None:
    got = _place(resolver, "Clashes in Reef Dimashq and in Jisreen suburb; Homs city was calm.", "Jisreen suburb")
    assert got.lat == pytest.approx(33.5, abs=0.1)


def test_the_nearest_city_of_the_sentence_else_the_last_one_named() -> None:
    one, two = City(PlaceRef("A", "A"), 3), City(PlaceRef("B", "B"), 40)
    text = "In A it was calm. They fired at a street in B today. It burnt."
    assert focus(text, 30, [one, two]) == two.ref
    assert focus(text, 5, [one, two]) == one.ref
    assert focus(text, 60, [one, two]) == two.ref
    assert focus(text, 60, []) is None
