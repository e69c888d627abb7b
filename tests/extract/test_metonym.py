"""A state's name is the state where it acts, and the land where things happen."""

from collections.abc import Callable

import pytest

from claimatlas.extract.mention import Scene

Scenes = Callable[..., list[Scene]]
ACTS = [
    ("Turkey sent troops across the border.", "Turkey"),
    ("The town was bombed by Russia.", "Russia"),
    ("Russian warplanes bombed the town.", "Russia"),
    ("The rebels fought against Iran.", "Iran"),
    ("Iraq and Turkey signed a deal.", "Iraq"),
    ("An agreement between Russia and Turkey held.", "Turkey"),
    ("Israel's army shelled the hill.", "Israel"),
    ("Iranian support kept the army going.", "Iran"),
]
LIES = [
    ("The fighters crossed into Turkey.", "Turkey"),
    ("A conference was held in Russia.", "Russia"),
    ("Thousands fled from Iraq to Jordan.", "Iraq"),
    ("The north of Syria is calm.", "Syria"),
    ("A village near Israel was hit.", "Israel"),
    ("They met in the Iranian capital.", "Iran"),
    ("The people of Jordan watched.", "Jordan"),
    ("Fighting raged across Iraq.", "Iraq"),
]


def named(scenes: Scenes, text: str) -> set[str]:
    """Names of the actors spotted."""
    return {m.name for s in scenes(text) for m in s.actors}


@pytest.mark.parametrize(("text", "state"), ACTS)
def test_a_state_that_acts_is_an_actor(scenes: Scenes, text: str, state: str) -> None:
    """Subject, agent of a passive, party to a deal, owner of a force."""
    assert any(n == state or n.startswith(state) for n in named(scenes, text))


@pytest.mark.parametrize(("text", "state"), LIES)
def test_a_state_where_things_happen_is_no_actor(scenes: Scenes, text: str, state: str) -> None:
    """After a preposition of place, or as a nationality."""
    assert not any(n == state for n in named(scenes, text))


def test_a_country_lain_in_is_a_place(scenes: Scenes) -> None:
    """What is no actor there is still a place."""
    assert [m.name for m in scenes("A conference was held in Russia.")[0].places] == ["Russia"]


@pytest.mark.parametrize(
    "text", ["The rebels took the base from the army.", "The town was taken from the army.", "It lost four men to the army."]
)
def test_an_army_is_never_land(scenes: Scenes, text: str) -> None:
    """ "from the army" names whom it was taken from: an army is no state."""
    assert any("army" in m.text for s in scenes(text) for m in s.actors)
