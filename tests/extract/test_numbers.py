"""Which number belongs to which event, and which attack a death comes from."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[..., list[Any]]
CAUSES = [
    ("Air strikes on Suran killed 12 civilians.", "airstrike"),
    ("Twelve civilians were killed in air strikes on Suran.", "airstrike"),
    ("Russian warplanes bombed Suran, killing 12 civilians.", "airstrike"),
    ("Twelve civilians were killed when a car bomb exploded in Suran.", "bombing"),
    ("A car bomb in Suran killed 12 civilians.", "bombing"),
    ("Twelve civilians were killed by shelling in Suran.", "shelling"),
    ("The army shelled Suran and killed 12 civilians.", "shelling"),
    ("A suicide bomber killed 12 civilians in Suran.", "suicide_attack"),
    ("Clashes in Suran left 12 civilians dead.", "clash"),
]


@pytest.mark.parametrize(("text", "type_"), CAUSES)
def test_the_dead_belong_to_the_attack(tell: Tell, text: str, type_: str) -> None:
    """One claim: the attack with its dead, and no killing beside it."""
    found = tell(text)
    assert [c.type for c in found] == [type_]
    assert ("killed", 12, 12) in found[0].numbers


def test_dead_and_wounded_stand_together(tell: Tell) -> None:
    """The wounded are no claim of their own."""
    (claim,) = tell("A car bomb in Suran killed 12 civilians and wounded 30 others.")
    assert {("killed", 12, 12), ("wounded", 30, 30)} <= claim.numbers


def test_each_event_keeps_its_number(tell: Tell) -> None:
    """Two events of one sentence, two counts."""
    found = {c.type: c for c in tell("Russian air strikes killed four civilians in Suran and a car bomb killed nine people in Halfaya.")}
    assert found["airstrike"].numbers == {("killed", 4, 4)}
    assert found["bombing"].numbers == {("killed", 9, 9)}


def test_killing_without_an_attack(tell: Tell) -> None:
    """Means not told: a killing with its own number."""
    (claim,) = tell("The army killed nine ISIS fighters near Suran.")
    assert (claim.type, claim.numbers) == ("killing", {("killed", 9, 9)})


@pytest.mark.parametrize(
    "text", ["More than 300,000 people have been killed in Syria since 2011.", "The war has killed 300,000 people in Syria since it began."]
)
def test_a_war_long_count_is_a_toll(tell: Tell, text: str) -> None:
    """A sum over many attacks."""
    found = tell(text, "toll")
    assert len(found) == 1
    assert {(n[0], n[1]) for n in found[0].numbers} == {("killed", 300_000)}


def test_a_new_place_and_day_are_not_the_attack_before(tell: Tell) -> None:
    """Deaths elsewhere, on another day, by another's word are not of the attack told before."""
    text = "Iraqi warplanes bombed Suran on Monday. According to Turkey, 40 ISIS fighters were killed near Palmyra on Saturday."
    found = [c for c in tell(text) if c.place == "Palmyra"]
    assert [(c.type, c.agent) for c in found] == [("killing", ())]


def test_a_toll_of_the_same_attack_keeps_its_type(tell: Tell) -> None:
    """A count in the next sentence is the attack's, told further."""
    found = tell("Russian warplanes bombed Suran on Monday. The strikes killed 14 civilians.")
    assert {c.type for c in found} == {"airstrike"}
    assert any(("killed", 14, 14) in c.numbers for c in found)


@pytest.mark.parametrize(
    ("text", "type_", "number"),
    [
        ("Russia carried out 14 air strikes on Suran.", "airstrike", ("strikes", 14, 14)),
        ("The army now controls 60 percent of Raqqa.", "control", ("percent_of_place", 60, 60)),
        ("The army destroyed three tanks in Suran.", "destruction", ("vehicles_destroyed", 3, 3)),
        ("About 200 fighters surrendered in Suran.", "surrender", ("surrendered", 200, 200)),
        ("At least 1,000 civilians fled Suran.", "displace", ("displaced", 1000, None)),
        ("Rebels released 20 prisoners in Suran.", "release", ("released", 20, 20)),
    ],
)
def test_what_is_counted(tell: Tell, text: str, type_: str, number: tuple[str, float, float | None]) -> None:
    """Each kind of count on its kind of claim."""
    assert [c for c in tell(text, type_) if number in c.numbers]
