"""A denial without the deed speaks of the attack told before."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[..., list[Any]]
ATTACK = "An air strike on the town of Suran killed nine civilians on Monday."


@pytest.mark.parametrize(
    "words",
    [
        "Russia denied responsibility.",
        "Russia denied involvement in the attack.",
        "Russia dismissed the accusations.",
        "Russia rejected the allegations.",
        "The accusations were denied by Russia.",
    ],
)
def test_a_denial_of_the_charge(tell: Tell, words: str) -> None:
    """The same type at the same place, denied, with the denier as agent and source."""
    denied = [c for c in tell(f"{ATTACK} {words}") if c.stance == "denied"]
    assert [(c.type, c.place, c.agent) for c in denied] == [("airstrike", "Suran", ("Russia",))]
    assert denied[0].source == ("Russia",)


def test_the_attack_itself_stays_a_fact(tell: Tell) -> None:
    """A denial does not undo the claim."""
    assert ("airstrike", "fact") in {(c.type, c.stance) for c in tell(f"{ATTACK} Russia denied responsibility.")}


def test_no_attack_no_denial(tell: Tell) -> None:
    """Nothing was told that could be denied."""
    assert [c.stance for c in tell("Russia denied responsibility.")] == []


@pytest.mark.parametrize("words", ["Russia denied entry to the envoy.", "The minister dismissed two officials."])
def test_other_denials(tell: Tell, words: str) -> None:
    """Refusing entry and sacking people deny no attack."""
    assert "airstrike" not in {c.type for c in tell(f"{ATTACK} {words}") if c.stance == "denied"}
