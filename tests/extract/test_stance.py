"""How a claim is told: as fact, as alleged, as denied, as conditional, as predicted."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[..., list[Any]]
CASES = {
    "fact": [
        "ISIS captured Suran.",
        "ISIS has captured Suran.",
        "ISIS managed to capture Suran.",
        "ISIS succeeded in capturing Suran.",
        "ISIS said it captured Suran.",
        "The army confirmed that ISIS had captured Suran.",
        "Suran was captured by ISIS without a fight.",
        "Although rebels sent troops, ISIS captured Suran.",
        "ISIS captured Suran after the army failed to send help.",
    ],
    "alleged": [
        "ISIS reportedly captured Suran.",
        "ISIS allegedly captured Suran.",
        "ISIS has reportedly captured Suran.",
        "ISIS may have captured Suran.",
        "ISIS might have captured Suran.",
        "ISIS appears to have captured Suran.",
        "ISIS seems to have captured Suran.",
        "ISIS is believed to have captured Suran.",
        "ISIS apparently captured Suran.",
        "According to unconfirmed reports, ISIS captured Suran.",
    ],
    "denied": [
        "ISIS did not capture Suran.",
        "ISIS has not captured Suran.",
        "ISIS never captured Suran.",
        "ISIS failed to capture Suran.",
        "ISIS was unable to capture Suran.",
        "The army denied that ISIS had captured Suran.",
        "Reports that ISIS captured Suran are incorrect.",
        "Reports that ISIS captured Suran are false.",
        "The claim that ISIS captured Suran is untrue.",
        "It is not true that ISIS captured Suran.",
        "ISIS has not yet captured Suran.",
        "ISIS is not likely to capture Suran.",
    ],
    "conditional": [
        "ISIS may capture Suran.",
        "ISIS could capture Suran.",
        "ISIS might capture Suran.",
        "ISIS threatened to capture Suran.",
        "ISIS plans to capture Suran.",
        "ISIS wants to capture Suran.",
        "ISIS is trying to capture Suran.",
        "ISIS is preparing to capture Suran.",
        "If ISIS captures Suran, the road is lost.",
        "ISIS leaders ordered their men to capture Suran.",
    ],
    "predicted": [
        "ISIS will capture Suran.",
        "ISIS will soon capture Suran.",
        "ISIS is expected to capture Suran.",
        "Analysts expect ISIS to capture Suran.",
        "ISIS is going to capture Suran.",
    ],
}
ROWS = [(stance, text) for stance, texts in CASES.items() for text in texts]


@pytest.mark.parametrize(("stance", "text"), ROWS)
def test_stance_of_a_verb(tell: Tell, stance: str, text: str) -> None:
    """One capture, told in one way."""
    found = tell(text, "capture")
    assert [c.stance for c in found] == [stance]
    assert [c.place for c in found] == ["Suran"]


NOUNS = [
    ("fact", "Russian air strikes hit Suran."),
    ("fact", "Russia carried out air strikes on Suran."),
    ("alleged", "Russia reportedly carried out air strikes on Suran."),
    ("alleged", "Alleged Russian air strikes hit Suran."),
    ("denied", "Russia did not carry out air strikes on Suran."),
    ("denied", "Russia denied carrying out air strikes on Suran."),
    ("denied", "Reports of Russian air strikes on Suran are false."),
    ("conditional", "Russia threatened to carry out air strikes on Suran."),
    ("conditional", "Russia could carry out air strikes on Suran."),
    ("predicted", "Russia will carry out air strikes on Suran."),
]


@pytest.mark.parametrize(("stance", "text"), NOUNS)
def test_stance_of_a_noun(tell: Tell, stance: str, text: str) -> None:
    """A noun's event is as real as the verb that performs it."""
    assert [c.stance for c in tell(text, "airstrike")] == [stance]


def test_an_aim_is_no_claim(tell: Tell) -> None:
    """What an offensive is for has not happened."""
    types = {(c.type, c.stance) for c in tell("Rebels launched an offensive to capture Suran.")}
    assert ("assault", "fact") in types
    assert ("capture", "fact") not in types


def test_a_negated_neighbour_does_not_spread(tell: Tell) -> None:
    """Two clauses, two stances."""
    found = {(c.place, c.stance) for c in tell("ISIS captured Suran but did not capture Halfaya.", "capture")}
    assert found == {("Suran", "fact"), ("Halfaya", "denied")}


def test_a_correction_is_two_claims(tell: Tell) -> None:
    """The report called wrong, and what holds instead."""
    text = "Reports that ISIS captured Suran are incorrect. Suran remains under the control of rebels."
    found = {(c.type, c.stance, c.agent) for c in tell(text)}
    assert {("capture", "denied", ("Islamic State",)), ("control", "fact", ("rebels",))} <= found
