"""Places are spotted with what the words beside them say: kind, relation and part."""

from collections.abc import Callable

import pytest

from claimatlas.extract.mention import PlaceMention, Scene

Scenes = Callable[..., list[Scene]]


def places(scenes: Scenes, text: str) -> list[PlaceMention]:
    """The places of the last sentence."""
    return scenes(text)[-1].places


def one(scenes: Scenes, text: str) -> PlaceMention:
    """The only place of the sentence."""
    found = places(scenes, text)
    assert len(found) == 1, [m.name for m in found]
    return found[0]


RELATIONS = [
    ("Clashes broke out near Palmyra.", "near"),
    ("Clashes broke out close to Palmyra.", "near"),
    ("Clashes broke out in the vicinity of Palmyra.", "near"),
    ("Clashes broke out around Palmyra.", "near"),
    ("Clashes broke out outside Palmyra.", "outside"),
    ("Clashes broke out north of Palmyra.", "north_of"),
    ("Clashes broke out to the south of Palmyra.", "south_of"),
    ("Clashes broke out just east of the city of Palmyra.", "east_of"),
    ("Clashes broke out northwest of Palmyra.", "northwest_of"),
    ("Troops advanced toward Palmyra.", "toward"),
    ("Clashes broke out in the countryside of Palmyra.", "countryside_of"),
    ("Clashes broke out in the Palmyra countryside.", "countryside_of"),
    ("Clashes broke out in rural Palmyra.", "countryside_of"),
    ("Clashes broke out in Palmyra.", None),
    ("Clashes broke out in the city of Palmyra.", None),
]


@pytest.mark.parametrize(("text", "relation"), RELATIONS)
def test_relation(scenes: Scenes, text: str, relation: str | None) -> None:
    """How the event lies to the place it is told by."""
    m = one(scenes, text)
    assert (m.name, m.relation) == ("Palmyra", relation)


PARTS = [
    pytest.param(
        "Clashes broke out in the southern districts of Raqqa.",
        "southern districts",
        marks=pytest.mark.xfail(strict=True, reason="`districts of` is taken for a kind word: the part is cut to `southern`"),
    ),
    ("They hold 50 percent of Raqqa.", "50 percent"),
    ("They hold half of Raqqa.", "half"),
    ("Clashes broke out in eastern Raqqa.", "eastern"),
    ("Clashes broke out on the outskirts of Raqqa.", "outskirts"),
    ("They hold parts of the city of Raqqa.", "parts"),
    ("They hold most of Raqqa.", "most"),
    ("Clashes broke out in Raqqa.", None),
]


@pytest.mark.parametrize(("text", "part"), PARTS)
def test_part(scenes: Scenes, text: str, part: str | None) -> None:
    """What part of the place is meant, in the report's words."""
    m = one(scenes, text)
    assert (m.name, m.part) == ("Raqqa", part)


HINTS = [
    ("The city of Homs was hit.", "town"),
    ("The village of Ghanto was hit.", "town"),
    ("Homs province was hit.", "province"),
    ("The province of Homs was hit.", "province"),
    ("The Homs governorate was hit.", "province"),
    ("The district of Jobar was hit.", "district"),
    ("The Jobar neighbourhood was hit.", "district"),
    ("Homs was hit.", None),
]


@pytest.mark.parametrize(("text", "hint"), HINTS)
def test_kind_word_beside_the_name(scenes: Scenes, text: str, hint: str | None) -> None:
    """A kind word tells the level of the place."""
    assert one(scenes, text).hint == hint


def test_a_national_hospital_is_no_name_of_a_place(scenes: Scenes) -> None:
    """Every town has one: the town before it is the place."""
    assert one(scenes, "Shells fell near Daraa National Hospital.").name == "Daraa"


def test_an_unknown_name_is_kept_beside_a_kind_word(scenes: Scenes) -> None:
    """The gazetteer does not know it, the report says it is a village."""
    m = one(scenes, "The army captured the village of Qazlabash.")
    assert (m.name, m.known) == ("Qazlabash", False)


@pytest.mark.parametrize(
    "text",
    ["They met on Monday.", "It began in March.", "He spoke in English.", "The Turkish president spoke.", "They prayed during Ramadan."],
)
def test_days_months_tongues_and_nations_are_no_places(scenes: Scenes, text: str) -> None:
    """Capitals alone do not make a place."""
    assert places(scenes, text) == []


def test_an_actor_is_no_place(scenes: Scenes) -> None:
    """A group named after land is a group: "Islamic State of Iraq", "Ahrar al-Sham"."""
    assert places(scenes, "The Syrian Observatory for Human Rights blamed Ahrar al-Sham.") == []


def test_a_name_of_several_words_is_one_place(scenes: Scenes) -> None:
    """Deir ez-Zor is one place, and the span is exact."""
    text = "Clashes broke out in Deir ez-Zor and in Tal Abyad."
    found = places(scenes, text)
    assert [m.text for m in found] == ["Deir ez-Zor", "Tal Abyad"]
    assert [text[m.start : m.end] for m in found] == [m.text for m in found]


def test_countries_are_wide_and_far_lands_abroad(scenes: Scenes) -> None:
    """A country is wider than a town; what lies outside the theatre is marked."""
    assert one(scenes, "Fighting went on in Syria.").wide
    assert not one(scenes, "Fighting went on in Homs.").wide
    assert one(scenes, "They met in Astana.").abroad
    assert not one(scenes, "They met in Homs.").abroad
