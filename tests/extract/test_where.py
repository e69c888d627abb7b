"""The place of an event: its own words first, then its sentence's, then the story's."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The army captured the town of Suran in Hama province.", "Suran"),
        ("The army captured the town of Suran in northern Hama.", "Suran"),
        ("In Hama province, the army captured the town of Suran.", "Suran"),
        ("The army captured the district of Jobar in Damascus.", "Jobar"),
        ("The army captured Suran in Syria.", "Suran"),
        ("The army advanced in Hama province.", "Hama"),
    ],
)
def test_the_narrowest_place_is_taken(tell: Tell, text: str, place: str) -> None:
    """A town in a province: the town; a province alone: the province."""
    found = [c for c in tell(text) if c.type in {"capture", "assault"}]
    assert [c.place for c in found] == [place]


def test_each_event_has_its_own_place(tell: Tell) -> None:
    """Two clauses, two places."""
    found = {(c.type, c.place) for c in tell("The army shelled Suran and captured Halfaya.")}
    assert found == {("shelling", "Suran"), ("capture", "Halfaya")}


def test_the_story_goes_on_at_its_place(tell: Tell) -> None:
    """No place in the sentence: the last one told of."""
    found = tell("The army shelled Suran on Monday. Two civilians were killed when a rocket hit a house.")
    assert {c.place for c in found} == {"Suran"}


def test_words_and_groups_have_no_borrowed_place(tell: Tell) -> None:
    """A new leader is no event of the town told of before."""
    (lead,) = tell("The army shelled Suran on Monday. Ahrar al-Sham appointed Hassan Soufan as its leader.", "lead")
    assert lead.place is None


def test_a_home_is_no_place_of_an_event(tell: Tell) -> None:
    """Where the monitor is based is not where it happened."""
    found = tell("The Observatory, based in Coventry, said that the army shelled Suran.", "shelling")
    assert [c.place for c in found] == ["Suran"]


def test_a_list_after_one_kind_word(tell: Tell) -> None:
    """A claim for each place of a list."""
    found = tell("Russian warplanes bombed the towns of Suran and Halfaya.", "airstrike")
    assert {c.place for c in found} == {"Suran", "Halfaya"}


UNKNOWN = pytest.param(
    "Hafsarjah", marks=pytest.mark.xfail(strict=True, reason="a name that no gazetteer knows is dropped for the province")
)


@pytest.mark.parametrize("name", ["Kafr Nabl", "Saraqib", UNKNOWN])
def test_an_unnamed_village_takes_the_name_told_later(tell: Tell, name: str) -> None:
    """A lead that says "a village", named in the next sentence."""
    found = tell(
        f"An air strike on a village in Idlib province killed nine people. The strike hit the village of {name} on Monday.", "airstrike"
    )
    assert {c.claim.place.text for c in found} == {name}
