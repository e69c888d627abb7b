"""The place that "G-held" tells of stands right behind it."""

import pytest

from claimatlas.extract.held import held_place
from claimatlas.reading import Reading

BEHIND = [
    ("Jets struck Saraqib in rebel-held Idlib province.", "Idlib"),
    ("Jets struck a hospital in the opposition-held western Aleppo countryside.", "Aleppo"),
    ("Shells fired from Darayya hit government-controlled suburbs of Damascus.", "Damascus"),
    ("Militants left Suran for the ISIS-held city of Raqqa.", "Raqqa"),
    ("Jets struck rebel-held areas in Syria's Idlib.", "Idlib"),
]
ELSEWHERE = [
    "Jets struck Saraqib, a rebel-held town, and Idlib.",
    "Raqqa is held by the Islamic State group.",
    "Shells hit Zahraa, a government-held neighbourhood of Homs.",
    "Talks were held in Geneva.",
]


def found(reading: Reading, leaves, text: str):
    """The place of the first word of holding in a text."""
    scene = leaves(text)[0].scene
    word = next(t.index for t in scene.passage.tokens if t.lower.endswith(("held", "controlled")))
    return held_place(scene, word)


@pytest.fixture
def leaves(reading: Reading):
    """The leaves of a text."""
    from claimatlas.model.report import Report

    def of(text: str):
        report = Report("r", "r", text)
        return reading.rules.leaves(report, reading.parser.passages(report))

    return of


@pytest.mark.parametrize(("text", "name"), BEHIND)
def test_the_name_behind_is_held(reading, leaves, text, name):
    place = found(reading, leaves, text)
    assert place is not None and place.name == name


@pytest.mark.parametrize("text", ELSEWHERE)
def test_a_place_told_elsewhere_is_left_to_the_reader(reading, leaves, text):
    assert found(reading, leaves, text) is None
