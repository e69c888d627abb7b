"""Plain sentences on ground taken: lists, unknown names, parts, and who took it."""

import pytest

TAKEN = [
    ("On 12 June, the Syrian army captured the villages of Khirbat al-Rus, Qana and Umm Tina.", ["Khirbat al-Rus", "Qana", "Umm Tina"]),
    ("The army captured the Suran Castle, al-Halwa village, as well as several hills including Tal Wardan.",
     ["Suran Castle", "al-Halwa", "Tal Wardan"]),
    ("ISIS seized 12 villages in the countryside along with the town of Qana and its grain mill.", ["Qana", "grain mill"]),
    ("The army captured the al-Wadha area, after heavy fighting near Hama.", ["al-Wadha"]),
    ("The army recaptured the Wardan Hills.", ["Wardan Hills"]),
    ("The army stormed al-Halwa village, capturing it after two hours.", ["al-Halwa"]),
    ("The SDF imposed full control over Tell Wasta and Rajm al-Aswad.", ["Tell Wasta", "Rajm al-Aswad"]),
    ("The offensive by the army resulted in the capture of Khirbat al-Rus on 10 May 2017.", ["Khirbat al-Rus"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), TAKEN)
def test_each_place_of_a_list_is_a_capture(tell, text, places):
    found = [c.place for c in tell(text, "capture")]
    assert [p for p in found if p in places] == places


NOT_TAKEN = [
    "The army captured nine villages, reaching the outskirts of al-Halwa village.",
    "The army captured the hills overlooking al-Halwa village.",
    "The army imposed fire control over the Wardan Hills.",
    "The army was close to capturing al-Halwa village.",
    "The engineers cleared al-Halwa village of mines.",
]


@pytest.mark.parametrize("text", NOT_TAKEN)
def test_what_only_stands_near_is_not_added(ground, text):
    assert [m.name for plain in ground(text) for m in plain.event.places if plain.event.type == "capture" and plain.named] == []


PARTS = [
    ("The SDF captured 60% of al-Halwa village.", "60%"),
    ("The SDF captured the northern districts of Raqqa.", "northern districts"),
    ("The army captured the highest point of Tal Wardan.", "highest point"),
    ("The army captured all of Tal Wardan.", None),
]


@pytest.mark.parametrize(("text", "part"), PARTS)
def test_the_part_that_was_taken(ground, text, part):
    assert [m.part for plain in ground(text) for m in plain.event.places] == [part]


def test_it_is_the_force_that_the_story_follows(tell):
    text = "On 3 May, the Syrian army attacked ISIS fighters in Suran. It captured al-Halwa village. It later captured the Wardan Hills."
    assert {c.agent for c in tell(text, "capture")} == {("Syrian Army",)}


def test_a_fall_names_its_taker(tell):
    (claim,) = tell("Trade stopped after the fall of al-Halwa village to ISIS.", "capture")
    assert (claim.agent, claim.place) == (("Islamic State",), "al-Halwa")


def test_unnamed_things_taken_in_a_place_are_a_part_of_it(ground):
    (plain,) = ground("The army captured two checkpoints in Raqqa.")
    assert not plain.named
    assert [(m.name, m.part) for m in plain.event.places] == [("Raqqa", "two checkpoints")]
