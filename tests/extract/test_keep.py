"""What is told well enough to be a claim."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[..., list[Any]]


@pytest.mark.parametrize(
    "text",
    [
        "The attack was a surprise.",
        "There was no end to the war.",
        "An agreement is needed.",
        "The siege has lasted for years.",
        "Support is growing.",
        "They have a plan.",
    ],
)
def test_an_event_word_alone_is_no_claim(tell: Tell, text: str) -> None:
    """No actor, no place, no number: nothing to code."""
    assert tell(text) == []


def test_a_repelled_attack_is_no_attack_beside_it(tell: Tell) -> None:
    """ "repelled an attack" is one claim."""
    assert [c.type for c in tell("The army repelled an ISIS attack on Suran.")] == ["repel"]


def test_monitors_are_not_among_the_fighters(tell: Tell) -> None:
    """Who counts the dead is neither agent nor target."""
    for c in tell("The Syrian Observatory for Human Rights documented the killing of nine civilians in air strikes on Suran."):
        assert "Syrian Observatory for Human Rights" not in (*c.agent, *c.target)


@pytest.mark.parametrize("text", ["The group accused nobody.", "Calls for a ceasefire were heard.", "A meeting is planned."])
def test_one_sided_words_are_not_coded(tell: Tell, text: str) -> None:
    """An accusation needs an accused, talks need parties."""
    assert not [c for c in tell(text) if c.type in {"accuse", "talks"}]


def test_headline_and_first_sentence_tell_it_once(tell: Tell) -> None:
    """The same story in capitals above and in prose below is one claim."""
    found = tell(
        "SYRIAN ARMY CAPTURES THE TOWN OF SURAN FROM ISIS\n\nThe Syrian army captured the town of Suran from ISIS on Monday.", "capture"
    )
    assert len(found) == 1
    assert found[0].claim.quote.exact.startswith("The Syrian army")


def test_navigation_text_is_no_claim(tell: Tell) -> None:
    """A list of links to other stories is not the report."""
    text = "Read more: Russia bombs Idlib\n\nThe army captured Suran on Monday."
    assert {c.place for c in tell(text)} == {"Suran"}
