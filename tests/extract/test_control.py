"""A side holds a place: told by an adjective, a noun or a verb, and by the lack of it."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[..., list[Any]]
HELD = [
    ("Mortars hit the ISIS-held town of Suran.", "Islamic State", "Suran"),
    ("Mortars hit ISIS-controlled Suran.", "Islamic State", "Suran"),
    ("Mortars hit the rebel-held city of Idlib.", "rebels", "Idlib"),
    ("Suran is under the control of ISIS.", "Islamic State", "Suran"),
    ("Suran remains under ISIS control.", "Islamic State", "Suran"),
    ("Suran remains in the hands of ISIS.", "Islamic State", "Suran"),
    ("Suran is still in ISIS hands.", "Islamic State", "Suran"),
    ("ISIS still controls Suran.", "Islamic State", "Suran"),
    ("Suran is held by ISIS.", "Islamic State", "Suran"),
    ("ISIS controls about 40 percent of Raqqa.", "Islamic State", "Raqqa"),
    ("The town of Suran, which is controlled by ISIS, was calm.", "Islamic State", "Suran"),
]


@pytest.mark.parametrize(("text", "holder", "place"), HELD)
def test_who_holds_it(tell: Tell, text: str, holder: str, place: str) -> None:
    """A control claim, fact, with holder and place."""
    found = [(c.stance, c.agent, c.place) for c in tell(text, "control")]
    assert ("fact", (holder,), place) in found


@pytest.mark.parametrize(
    "text", ["Suran is no longer under the control of ISIS.", "Suran is not under ISIS control.", "ISIS does not control Suran."]
)
def test_who_does_not(tell: Tell, text: str) -> None:
    """Told as not so: denied."""
    assert [c.stance for c in tell(text, "control")] == ["denied"]


def test_coming_under_control_is_capture(tell: Tell) -> None:
    """A change of hands is a capture, not a state."""
    (claim,) = tell("Suran came under the control of ISIS on Monday.")
    assert (claim.type, claim.agent, claim.place) == ("capture", ("Islamic State",), "Suran")


def test_the_share_is_kept(tell: Tell) -> None:
    """Percent of a place as a quantity."""
    (claim,) = tell("ISIS controls 40 percent of Raqqa.", "control")
    assert ("percent_of_place", 40, 40) in claim.numbers


@pytest.mark.parametrize("text", ["The fire is under control.", "The aid was held up in Homs.", "Talks were held in Homs."])
def test_other_senses(tell: Tell, text: str) -> None:
    """Control of a fire and talks held are no holds."""
    assert tell(text, "control") == []
