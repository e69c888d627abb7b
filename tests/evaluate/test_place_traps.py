"""The traps: they are sound, and right and wrong answers are counted as such."""

from dataclasses import replace

from claimatlas.evaluate.place_traps import Outcome, Trap, figures, outcomes, traps
from claimatlas.model.actor import Candidate
from claimatlas.model.place import PlaceRef
from claimatlas.reading import Reading

HERE = Trap("kind", "Shells hit Palmyra on Monday.", (11, 18), (34.56, 38.28), 5.0)


def test_traps_are_many_and_sound() -> None:
    rows = traps()
    assert len(rows) >= 200 and len({(r.text, r.at) for r in rows}) == len(rows)
    assert {r.kind for r in rows} >= {"homonym", "transliteration", "district", "distance", "foreign", "unknown", "lookalike"}
    assert all(r.text[slice(*r.at)].strip() == r.text[slice(*r.at)] != "" for r in rows)
    assert all((r.want is None) == (r.km == 0.0) for r in rows)


def test_a_place_within_reach_is_right(reading: Reading) -> None:
    far = replace(HERE, want=(36.2, 37.16))
    none = replace(HERE, want=None)
    assert [o.right for o in outcomes([HERE, far, none], reading)] == [True, False, False]


def test_what_is_not_spotted_counts_as_unplaced(reading: Reading) -> None:
    trap = Trap("unknown", "Shells fell on Monday.", (0, 6), None)
    assert [(o.got, o.right) for o in outcomes([trap], reading)] == [(None, True)]


def test_sure_and_wrong_is_counted() -> None:
    def got(score: float) -> PlaceRef:
        return PlaceRef("X", "X", "x:1", 36.2, 37.2, candidates=(Candidate("x:1", "X", score, 36.2, 37.2),))

    done = [Outcome(HERE, got(0.9), False), Outcome(HERE, got(0.5), False), Outcome(HERE, got(0.9), True), Outcome(HERE, None, False)]
    assert figures(done) == {"right": 0.25, "kind": 0.25, "sure_wrong": 0.25}
