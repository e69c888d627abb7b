"""What a report has named so far: whom "the group", "they" and "the town" mean."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[..., list[Any]]


@pytest.mark.parametrize(
    "words",
    [
        "The group also captured Halfaya.",
        "It also captured Halfaya.",
        "They also captured Halfaya.",
        "The organisation also captured Halfaya.",
        "Its fighters also captured Halfaya.",
    ],
)
def test_the_group_is_the_one_named_before(tell: Tell, words: str) -> None:
    """A pronoun or a description stands for the last group."""
    found = tell(f"ISIS captured Suran on Monday. {words}", "capture")
    assert [(c.agent, c.place) for c in found] == [(("Islamic State",), "Suran"), (("Islamic State",), "Halfaya")]


@pytest.mark.parametrize("words", ["the town", "the city", "the area"])
def test_the_town_is_the_one_named_before(tell: Tell, words: str) -> None:
    """A kind word with an article stands for the last place."""
    found = tell(f"ISIS captured the town of Suran on Monday. The army shelled {words} on Tuesday.")
    assert {c.place for c in found} == {"Suran"}


def test_a_base_is_no_country(tell: Tell) -> None:
    """A kind word of something small does not stand for a country named before."""
    found = tell("Syria is at war. The army shelled the base on Tuesday.", "shelling")
    assert "Syria" not in {c.place for c in found if c.claim.place and c.claim.place.text == "base"}
    found = tell("ISIS holds the town of Suran. Syria is at war. The army shelled the town on Tuesday.", "shelling")
    assert {c.place for c in found} == {"Suran"}


@pytest.mark.xfail(strict=True, reason="only the first of both")
def test_both_towns(tell: Tell) -> None:
    """ "Both" are the last two places."""
    found = tell("ISIS holds the towns of Suran and Halfaya. The army shelled both towns on Tuesday.", "shelling")
    assert {c.place for c in found} == {"Suran", "Halfaya"}


def test_the_provincial_capital(tell: Tell) -> None:
    """The capital of the province just named is its town."""
    found = tell("Fighting goes on in Hasakah province. The army shelled the provincial capital on Tuesday.", "shelling")
    assert [c.claim.place.level for c in found] == ["town"]
    assert "asak" in found[0].place


def test_its_allies(tell: Tell) -> None:
    """Allies are not the side itself."""
    (claim,) = tell("The army attacked Suran on Monday. Its allies captured Halfaya on Tuesday.", "capture")
    assert claim.agent != ("Syrian Army",)
    assert any("allies" in name for name in claim.agent)


def test_a_surname_is_the_person_named_in_full(tell: Tell) -> None:
    """The second time a person is told by surname."""
    text = "Redur Xelil, a commander of the SDF, said that the SDF captured Suran. Xelil said that ISIS lost Halfaya."
    first, second = tell(text, "capture")
    assert first.source
    assert second.source == first.source


def test_the_enemy_of_the_sentence_before(tell: Tell) -> None:
    """A force that takes a place takes it from the enemy it was just said to fight."""
    found = tell("The army fought ISIS in Suran on Monday. The army captured Halfaya on Tuesday.", "capture")
    assert [c.target for c in found] == [("Islamic State",)]


def test_a_friend_is_no_enemy(tell: Tell) -> None:
    """Nobody takes a place from an ally that the report names."""
    found = tell("Hezbollah fought in Suran on Monday. The Syrian army captured Halfaya on Tuesday.", "capture")
    assert [c.target for c in found] == [()]


def test_a_report_has_no_memory_of_another(tell: Tell) -> None:
    """ "The group" with nothing before it is nobody of the register."""
    tell("ISIS captured Suran on Monday.")
    found = tell("The group captured Halfaya.", "capture")
    assert all(c.agent != ("Islamic State",) for c in found)
