""" "Government forces" are those of the country that the claim's place lies in."""

from datetime import date

import pytest

from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import Claim, Quote, ReaderInfo
from claimatlas.model.place import PlaceRef
from claimatlas.resolve.actor import resolve_actor
from claimatlas.resolve.actor_country import of_their_country
from claimatlas.theatres import Theatre, load_theatre

ON = date(2016, 6, 20)


@pytest.fixture(scope="module")
def theatre() -> Theatre:
    return load_theatre()


def told(theatre: Theatre, words: str, chosen: str | None, country: str | None) -> Claim:
    """A capture by an actor in the words, taken for `chosen`, at a place of the country."""
    name = theatre.actors[chosen].name if chosen else words
    agent = resolve_actor(ActorRef(words, name, chosen, 0, len(words)), theatre, ON)
    place = PlaceRef("Town", "Town", "g:1" if country else None, 34.0, 41.0, admin=(country, None))
    return Claim("r_x", "capture", "fact", Quote(words, 0, len(words)), ReaderInfo("test", "1"), agent=(agent,), place=place)


@pytest.mark.parametrize(
    ("words", "chosen", "country", "own"),
    [
        ("government forces", "syrian_government", "IQ", "iraqi_government_forces"),
        ("The police", "syrian_police", "IQ", "iraqi_police"),
        ("troops", "iraqi_army", "SY", "syrian_army"),
        ("government forces", "iraqi_government_forces", "SY", "syrian_government"),
    ],
)
def test_words_without_a_country_follow_the_place(theatre: Theatre, words: str, chosen: str, country: str, own: str) -> None:
    """Whoever the report is chiefly about."""
    (agent,) = of_their_country(told(theatre, words, chosen, country), theatre, ON).agent
    assert agent.id == own
    assert (agent.name, agent.text) == (theatre.actors[own].name, words)
    assert agent.candidates[0].id == own


@pytest.mark.parametrize(
    ("words", "chosen", "country"),
    [
        ("Syrian army", "syrian_army", "IQ"),
        ("the army", "syrian_army", "TR"),
        ("the army", "syrian_army", None),
        ("the army", "syrian_army", "SY"),
        ("troops", None, "IQ"),
    ],
)
def test_all_others_stay(theatre: Theatre, words: str, chosen: str | None, country: str | None) -> None:
    """Named actors, places not found, countries without such words, words that nobody is known for."""
    claim = told(theatre, words, chosen, country)
    assert of_their_country(claim, theatre, ON) == claim
