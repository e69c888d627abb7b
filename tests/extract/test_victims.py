"""Victims told by a number alone, and attacks that refer back to the one told before."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[..., list[Any]]


@pytest.mark.parametrize("who", ["27 people", "six children", "three women", "four residents", "two others"])
def test_the_counted_dead_are_the_target(tell: Tell, who: str) -> None:
    """People without a side are civilians."""
    (claim,) = tell(f"Air strikes on Suran killed {who}.", "airstrike")
    assert claim.target == ("civilians",)


@pytest.mark.parametrize(
    ("who", "name"), [("four soldiers", "Syrian Army"), ("four rebels", "rebels"), ("four ISIS fighters", "Islamic State")]
)
def test_the_dead_of_a_side_are_not_civilians(tell: Tell, who: str, name: str) -> None:
    """Those who fight are told as who they are."""
    (claim,) = tell(f"Air strikes on Suran killed {who}.", "airstrike")
    assert claim.target == (name,)


def test_nobody_hurt_is_no_victim(tell: Tell) -> None:
    """A count of none names nobody."""
    assert all(c.target == () for c in tell("Air strikes hit Suran, but no casualties were reported.", "airstrike"))


def test_the_attack_is_the_one_before(tell: Tell) -> None:
    """ "The attack" keeps type, place and agent of the attack told before."""
    found = tell("ISIS detonated a car bomb in Suran on Monday. The attack killed nine people.")
    assert {c.type for c in found} == {"bombing"}
    assert {c.place for c in found} == {"Suran"}
    assert any(("killed", 9, 9) in c.numbers for c in found)


def test_another_attack_is_not(tell: Tell) -> None:
    """A new attack at a new place is a claim of its own."""
    found = tell("ISIS detonated a car bomb in Suran on Monday. Another attack killed nine people in Halfaya.")
    assert {c.place for c in found} == {"Suran", "Halfaya"}


@pytest.mark.parametrize(("who", "type_"), [("Russia", "airstrike"), ("The US-led coalition", "airstrike"), ("ISIS", "bombing")])
def test_who_bombs_from_the_air(tell: Tell, who: str, type_: str) -> None:
    """ "The bombing of Suran by" a state is told of aircraft, by a group of a planted bomb."""
    assert type_ in {c.type for c in tell(f"The bombing of the market in Suran by {who.replace('The', 'the')} killed nine people.")}


def test_civilians_do_not_attack(tell: Tell) -> None:
    """Unarmed people are never the agent of an attack."""
    for c in tell("Civilians were killed in Suran. Residents were shelled in Halfaya. Children died in an air strike on Palmyra."):
        assert "civilians" not in c.agent
