"""The keyed places of the hand-coded corpus: they are sound, and right and wrong answers are counted as such."""

from dataclasses import replace

import pytest

from claimatlas.evaluate.labels import LABELS
from claimatlas.evaluate.place_files import places_of, reading_of
from claimatlas.evaluate.place_given import Keyed, _coded, _named, _overlaps, _ref, given, keyed, right, share
from claimatlas.evaluate.shared import ABSENT, shared_folder
from claimatlas.model.place import PlaceRef

ROW = Keyed("d", "Palmyra", (0, 7), (34.56, 38.28), 10.0)


def test_keyed_places_are_many_and_name_coded_words() -> None:
    rows, coded = keyed(), _coded(LABELS)
    assert len(rows) >= 300 and len({(r.doc, r.at) for r in rows}) == len(rows)
    assert all(r.at in coded[r.doc] for r in rows)
    assert all((r.want is None) == (r.km == 0.0) for r in rows)


def test_a_point_within_reach_is_right() -> None:
    here = PlaceRef("Palmyra", "Palmyra", "x:1", 34.55, 38.27)
    assert right(ROW, here)
    assert not right(ROW, replace(here, lat=35.5))
    assert not right(ROW, replace(here, lat=None, lon=None))
    assert not right(replace(ROW, want=None, km=0.0), here)


def test_a_description_is_asked_for_by_what_it_stands_for() -> None:
    text = "Rebels left the town. They went to Old Aleppo."
    assert _ref(text, (12, 20), {"name": "Sarmin"}).name == "Sarmin"
    assert _ref(text, (35, 45), {"name": "Aleppo"}).name == "Old Aleppo"


def test_the_name_nearest_to_the_event_is_taken() -> None:
    text = "Hama fell. Later shells hit Hama and Homs."
    claim = {"trigger": "hit", "trigger_n": 1, "place": {"name": "Hama", "aliases": ["Hamah"]}}
    assert _named(text, claim) == (28, 32)
    assert _named("Nothing.", claim) is None


def test_words_that_meet_overlap() -> None:
    place = PlaceRef("Hama", "Hama", start=4, end=8)
    assert _overlaps(place, (7, 9)) and not _overlaps(place, (8, 9)) and not _overlaps(PlaceRef("Hama", "Hama"), (4, 8))


def test_shares_count_the_true_ones() -> None:
    assert share([True, False]) == 0.5 and share([]) == 0.0


def test_coded_words_are_placed_where_they_lie() -> None:
    folder = shared_folder()
    if folder is None or not places_of(folder):
        pytest.skip(ABSENT)
    reading = reading_of(folder)
    found = given(folder, reading)
    assert found["dev"] >= 0.9 and found["corpus"] >= 0.85
    reading.gazetteer.close()
