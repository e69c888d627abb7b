"""Fitting the weights of pairs."""

import pytest

from claimatlas.evaluate.events import BCubed
from claimatlas.train.matching import FILE, fitted, folds_of, stated_weights, written


def test_weights_move_towards_the_pairs_and_stay_where_there_are_none():
    pairs = {(f"a{n}", f"b{n}"): {"good": 1.0} if n % 2 else {"bad": 1.0} for n in range(40)}
    labels = {c: (f"e{n}" if n % 2 or c[0] == "a" else f"x{n}") for n, p in enumerate(pairs) for c in p}
    found = fitted(pairs, labels, {"bias": 0.0, "good": 0.0, "bad": 0.0, "unseen": 0.7})
    assert found["good"] > 0.5 > -0.5 > found["bad"]
    assert found["unseen"] == 0.7


def test_the_file_keeps_its_comments_and_takes_the_weights():
    text = FILE.read_text(encoding="utf-8")
    new = written(text, dict.fromkeys(stated_weights(), 9.0))
    assert new.count("fitted: 9.0") == len(stated_weights())
    assert [x for x in new.splitlines() if "#" in x] == [x for x in text.splitlines() if "#" in x]


def test_folds_keep_days_together():
    events = [{"id": f"E{n}", "date": f"2016-06-{n + 1:02d}"} for n in range(10)]
    assert [folds_of(events[::-1])[f"E{n}"] for n in range(10)] == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]


def test_b_cubed():
    assert BCubed.of(["a", "a", "b"], ["1", "1", "2"]).f1 == 1
    alone = BCubed.of(["a", "a", "b"], ["1", "2", "3"])
    assert (alone.precision, alone.recall) == (1, pytest.approx(2 / 3))
    assert BCubed.of(["a", "a", "b"], ["1", "1", "1"]).precision == pytest.approx(5 / 9)
