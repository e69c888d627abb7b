"""What pairs of claims tell, and how far it counts."""

import pytest

from claimatlas.ledger.features import pair_figures
from claimatlas.ledger.likeness import likeness
from claimatlas.ledger.near import place_tells, spot_of
from claimatlas.ledger.slots import slots_of
from claimatlas.model.place import PlaceRef
from claimatlas.model.quantity import Quantity


@pytest.fixture
def figures(kit, sides):
    """The figures of two claims, each of a report of its own."""

    def figures(one, other, kinds=("airstrike", "airstrike"), published=("2017-08-02", "2017-08-02")):
        told = []
        for n, (kind, slots, day) in enumerate(zip(kinds, (one, other), published, strict=True)):
            told.append(slots_of(kit.claim(kit.report(f"f{n}", day), kind, **slots), {}, sides))
        found = pair_figures(*told, sides)
        assert found == pair_figures(*told[::-1], sides)
        return found

    return figures


@pytest.mark.parametrize(
    ("one", "other", "figure"),
    [
        ({"agent": "Russia"}, {"agent": "Russia"}, "agent_same"),
        ({"agent": "Tiger Forces"}, {"agent": "Syrian Army"}, "agent_kin"),
        ({"agent": "Russia"}, {"agent": "Syrian Army"}, "agent_friend"),
        ({"agent": "Russia"}, {"agent": "United States"}, "agent_rival"),
        ({"agent": "Russia"}, {}, "agent_untold"),
        ({"start": "2017-08-01"}, {"start": "2017-08-01"}, "time_soft0"),
        ({"start": "2017-08-01"}, {}, "time_soft1"),
        ({"start": "2017-08-01"}, {"start": "2017-08-02"}, "time_gap"),
        ({"where": "Aleppo"}, {"where": "Salhin"}, "place_inside"),
        ({"where": "Raqqa"}, {"where": "Raqqa province"}, "place_province"),
        ({"quote": "a zeppelin over the orchard"}, {"quote": "the orchard under a zeppelin"}, "words"),
        ({"source": "Observatory"}, {"source": "Observatory"}, "speaker_same"),
    ],
)
def test_what_agrees_is_named(figures, one, other, figure):
    found = figures(one, other)
    assert found[figure] > 0
    assert set(found) <= set(likeness().weights)


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ({"start": "2017-08-01"}, {"start": "2017-08-04"}, ("airstrike", "airstrike")),
        ({"where": "Raqqa"}, {"where": "Palmyra"}, ("airstrike", "airstrike")),
        ({"agent": "Russia"}, {"agent": "Russia"}, ("airstrike", "capture")),
        ({"agent": "Islamic State"}, {"agent": "Syrian Army"}, ("capture", "capture")),
        ({"start": "2017-07-01", "end": "2017-07-31"}, {"start": "2017-07-09"}, ("airstrike", "airstrike")),
        ({"quantities": (Quantity("killed", 2, 2),)}, {"quantities": (Quantity("killed", 90, 90),)}, ("airstrike", "airstrike")),
    ],
)
def test_what_contradicts_is_none(figures, one, other, kinds):
    assert figures(one, other, kinds) is None


def test_a_clash_is_told_from_either_end(figures):
    found = figures({"agent": "Russia", "target": "rebels"}, {"agent": "rebels", "target": "Russia"}, ("clash", "clash"))
    assert {"agent_same", "target_same"} <= set(found)


def test_a_rare_number_tells_more_than_a_small_one(figures):
    small, large = ({"quantities": (Quantity("killed", n, n),)} for n in (2, 47))
    assert figures(small, small)["count_same"] < figures(large, large)["count_same"]


def test_parts_of_a_town():
    def tells(one, other):
        return place_tells(*(spot_of(PlaceRef("X", "X", "g:1", 35.0, 37.0, 1, level="town", part=p)) for p in (one, other)))

    assert tells("eastern districts", "western districts") is None
    assert tells("Bab Sharqi", "Karm Shami") is None
    assert tells("eastern districts", "eastern edge") == ("part", 1.0)
    assert tells("eastern districts", None) == ("part", 1.0)
    assert tells("centre", "eastern districts") == ("parts", 1.0)
