"""The gazetteer's side of an explanation: parts of scores, and why the others lost."""

import pytest

from claimatlas.explain.place import lost

HOMONYMS = "The army entered the town of Tabqa in Raqqa province on Monday. It shelled Tabqa, west of the city of Raqqa, for hours."


def gazetteer(found):
    (choice,) = found.of("place").then
    return choice


def test_the_parts_of_each_candidate_are_told_and_why_it_lost(explain):
    found = gazetteer(explain("The army captured the town of Salamiyah in Hama province. Rebels fled to Hama.", "capture"))
    first, *others = found.options
    assert first.chosen and "Hama" in found.value
    assert first.parts["name"] == 3.0 and first.parts["province named"] > 0
    assert others and all("lost on" in o.note or "not weighed" in o.note or "equal" in o.note for o in others)
    assert sum(o.score for o in found.options if o.score is not None) <= 1.001


def test_a_place_left_open_says_why(explain):
    found = gazetteer(explain("Rebels captured the village of Kafr Qanduliyya al-Wusta on Monday.", "capture"))
    assert found.value == "not placed"
    assert found.by == "none chosen: no place of that name in the gazetteer"
    assert found.notes == ("the words ask for a town",)


def test_namesakes_that_cannot_be_meant_are_named(explain):
    found = gazetteer(explain("Rebels shelled the village of Mayadin in Idlib province.", "shelling"))
    assert "not weighed: in another province than the one told" in " ".join(o.note for o in found.options)


def test_a_distance_is_told(explain):
    found = gazetteer(explain("Warplanes bombed a convoy 40 km north of Palmyra on Monday.", "airstrike"))
    assert any(n.startswith("put 40 km off the place named, bearing 0 degrees") for n in found.notes)


@pytest.mark.parametrize(
    ("first", "other", "why"),
    [
        ({"name": 3.0, "population": 0.5}, {"name": 2.5, "population": 0.48}, "lost on name (0.50 less)"),
        ({"name": 3.0, "theatre": 1.0}, {"name": 3.0}, "lost on theatre (1.00 less)"),
        ({"name": 3.0}, {"name": 3.0}, "equal; the order of the ids decides"),
    ],
)
def test_the_greatest_differences_are_told(first, other, why):
    assert lost(first, other) == why
