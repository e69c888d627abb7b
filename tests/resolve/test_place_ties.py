"""What the words between two names say of how their places lie."""

import pytest

from claimatlas.model.place import Place
from claimatlas.resolve.place_ties import IN, LIST, NEAR, Tie, agreement_of, ties


def _place(lat: float, lon: float, level: str = "town", country: str = "SY", province: str | None = None) -> Place:
    return Place("x:1", "X", lat, lon, level, level, country, admin=(country, province) if province else (country,))


def _between(gap: str) -> list[Tie]:
    text = f"Alpha{gap}Beta"
    return ties(text, {0: [(0, 5)], 1: [(5 + len(gap), len(text))]})


@pytest.mark.parametrize(
    ("gap", "tie"),
    [
        (" in the countryside of ", Tie(0, 1, IN)),
        (", a village in the north of ", Tie(0, 1, IN)),
        ("'s ", Tie(1, 0, IN)),
        (" and ", Tie(0, 1, LIST)),
        (", ", Tie(0, 1, LIST)),
        (", close to the town of ", Tie(0, 1, NEAR)),
        (", 12 km north of ", Tie(0, 1, NEAR, 12.0, 0)),
        (" south-east of ", Tie(0, 1, NEAR, None, 135)),
    ],
)
def test_light_words_make_a_tie(gap: str, tie: Tie) -> None:
    assert _between(gap) == [tie]


@pytest.mark.parametrize("gap", [". In ", " was bombed by jets from ", " while rebels took "])
def test_other_words_make_none(gap: str) -> None:
    assert _between(gap) == []


def test_a_chain_ties_the_first_name_to_the_third() -> None:
    text = "Alpha in Beta near Gamma"
    found = ties(text, {0: [(0, 5)], 1: [(9, 13)], 2: [(19, 24)]})
    assert found == [Tie(0, 1, IN), Tie(1, 2, NEAR), Tie(0, 2, NEAR)]


def test_agreement_by_province_country_and_direction() -> None:
    idlib = _place(35.85, 36.68, "province", province="Idlib")
    assert agreement_of(Tie(0, 1, IN), _place(35.6, 36.6, province="Idlib"), idlib) == 1.0
    assert agreement_of(Tie(0, 1, IN), _place(34.6, 38.6, province="Homs"), idlib) == -1.0
    assert agreement_of(Tie(0, 1, IN), _place(34.6, 38.6), _place(33.0, 44.0, "country", "IQ")) == -1.0
    town = _place(35.0, 38.0)
    north, south = Tie(0, 1, NEAR, None, 0), _place(34.8, 38.0)
    assert agreement_of(north, _place(35.2, 38.0), town) > 0.5 > 0 > agreement_of(north, south, town)
