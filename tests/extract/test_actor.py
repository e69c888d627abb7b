"""Actors are spotted by the register, by what they are, by title, and by the words that groups are named with."""

from collections.abc import Callable
from datetime import date

import pytest

from claimatlas.extract.mention import ActorMention, Scene

Scenes = Callable[..., list[Scene]]


def found(scenes: Scenes, text: str, **more: object) -> list[ActorMention]:
    """The actors of the last sentence."""
    return scenes(text, **more)[-1].actors


REGISTER = [
    ("The Syrian Democratic Forces entered the town.", "Syrian Democratic Forces"),
    ("The SDF entered the town.", "Syrian Democratic Forces"),
    ("Daesh fled.", "Islamic State"),
    ("Islamic State fighters fled.", "Islamic State"),
    ("IS militants fled.", "Islamic State"),
    ("Hay'at Tahrir al-Sham shelled the village.", "Hayat Tahrir al-Sham"),
    ("HTS shelled the village.", "Hayat Tahrir al-Sham"),
    ("Ahrar ash-Sham shelled the village.", "Ahrar al-Sham"),
    ("Jaysh al-Islam shelled the village.", "Jaish al-Islam"),
    ("Hizbullah lost a fighter.", "Hezbollah"),
    ("The Popular Mobilization Forces advanced.", "Popular Mobilization Forces"),
    ("Hashd al-Shaabi fighters advanced.", "Popular Mobilization Forces"),
    ("The Kurdish YPG advanced.", "YPG"),
    ("The Free Syrian Army advanced.", "Free Syrian Army"),
    ("The US-led coalition struck.", "US-led coalition"),
    ("Peshmerga fighters advanced.", "Peshmerga"),
    ("The Syrian Observatory for Human Rights said so.", "Syrian Observatory for Human Rights"),
    ("The United Nations sent food.", "United Nations"),
    ("Abu Bakr al-Baghdadi spoke.", "Abu Bakr al-Baghdadi"),
    ("The Organization for the Liberation of the Levant attacked.", "Hayat Tahrir al-Sham"),
    ("The Front for the Support of the People of Syria attacked.", "Hayat Tahrir al-Sham"),
]


@pytest.mark.parametrize(("text", "name"), REGISTER)
def test_the_register_knows_the_spelling(scenes: Scenes, text: str, name: str) -> None:
    """Whatever a report calls it, the actor has one name."""
    assert name in [m.name for m in found(scenes, text)]


@pytest.mark.parametrize(
    "text", ["He is a leader.", "It is a matter of trust.", "Support grew in front of the school.", "The victory is near."]
)
def test_plain_words_are_no_groups(scenes: Scenes, text: str) -> None:
    """An abbreviation or a group's name in lower case is just a word."""
    assert [m for m in found(scenes, text) if m.sort == "named"] == []


COLLECTIVES = [
    ("Rebels attacked the hill.", "rebels", True),
    ("Gunmen attacked the hill.", "gunmen", True),
    ("Civilians left the town.", "civilians", False),
    ("Residents left the town.", "civilians", False),
    ("Journalists left the town.", "journalists", False),
    ("Prisoners were freed.", "prisoners", False),
]


@pytest.mark.parametrize(("text", "name", "armed"), COLLECTIVES)
def test_collectives(scenes: Scenes, text: str, name: str, armed: bool) -> None:
    """People named by what they are; only some of them fight."""
    one = found(scenes, text)[0]
    assert (one.sort, one.name, one.armed) == ("collective", name, armed)


def test_a_titled_name_is_a_person(scenes: Scenes) -> None:
    """A title before a name that the register does not know."""
    persons = [m for m in found(scenes, "Colonel Omar Hassan told reporters that the road was open.") if m.sort == "person"]
    assert [m.text for m in persons] == ["Omar Hassan"]
    assert not persons[0].armed


def test_a_name_without_a_title_is_none(scenes: Scenes) -> None:
    """No title, no register: not coded as a person."""
    assert [m for m in found(scenes, "Omar Hassan crossed the road.") if m.sort == "person"] == []


def test_an_unknown_group_is_named_as_written(scenes: Scenes) -> None:
    """Capitals that end in a word for a group."""
    one = next(m for m in found(scenes, "The Falcons of Jisr Brigade attacked the hill.") if m.sort == "new")
    assert one.text == "Falcons of Jisr Brigade"
    assert one.id is None


@pytest.mark.parametrize(("country", "name"), [("SY", "Syrian Army"), ("IQ", "Iraqi Army")])
def test_the_army_is_that_of_the_country_told_of(scenes: Scenes, country: str, name: str) -> None:
    """ "The army" in a report on Iraq is Iraq's."""
    assert [m.name for m in found(scenes, "The army captured the hill.", country=country)] == [name]


@pytest.mark.parametrize(
    "text", ["The Turkish army captured the hill.", "The Israeli army captured the hill.", "The Lebanese army captured the hill."]
)
def test_another_countrys_army_is_not_ours(scenes: Scenes, text: str) -> None:
    """The nationality before it decides."""
    names = {m.name for m in found(scenes, text)}
    assert names
    assert "Syrian Army" not in names


def test_mentions_do_not_overlap(scenes: Scenes) -> None:
    """A word belongs to one mention, and the spans are exact."""
    text = "Syrian Arab Army soldiers, pro-government militias and Russian special forces fought ISIS militants and other jihadists."
    last = -1
    for m in found(scenes, text):
        assert m.first > last
        assert text[m.start : m.end] == m.text
        last = m.last


@pytest.mark.parametrize(
    ("on", "name"),
    [(date(2015, 5, 1), "al-Nusra Front"), (date(2016, 10, 1), "Jabhat Fateh al-Sham"), (date(2017, 6, 1), "Hayat Tahrir al-Sham")],
)
def test_a_name_means_what_it_meant_at_the_date(scenes: Scenes, on: date, name: str) -> None:
    """The Nusra line under its old name, before and after it renamed itself."""
    assert [m.name for m in found(scenes, "Jabhat al-Nusra attacked the hill.", on=on)] == [name]


@pytest.mark.parametrize(
    "text", ["Syrian air strikes killed two people.", "They were killed in Syrian and Russian raids.", "Syrian shelling killed two people."]
)
def test_a_nations_fire_is_its_governments(scenes: Scenes, text: str) -> None:
    """The country at war before a word for fire."""
    assert "syrian_government" in {m.id for m in found(scenes, text)}


def test_a_nation_before_another_noun_acts_not(scenes: Scenes) -> None:
    """A town's nationality."""
    assert "syrian_government" not in {m.id for m in found(scenes, "The rebels entered a Syrian town.")}


def test_a_group_known_as_an_army(scenes: Scenes) -> None:
    """ "Known as the Army of X" names the group; only a person's title is an office."""
    text = "Idlib is held by an alliance known as the Army of Conquest."
    assert "jaysh_al_fatah" in {m.id for m in found(scenes, text, on=date(2016, 3, 1))}


def test_a_surname_with_and_without_its_article(scenes: Scenes) -> None:
    """After the full name."""
    text = "Nasr al-Hariri spoke in Geneva. Hariri said that talks would go on."
    assert "nasr_al_hariri" in {m.id for m in found(scenes, text)}
