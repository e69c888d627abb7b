"""The heads in numpy."""

import numpy as np
import pytest

from claimatlas.extract.learned.heads import EXCLUSIVE, ROLES, Heads
from claimatlas.extract.learned.pairs import Pairs, pairs_of
from claimatlas.extract.learned.ragged import ragged
from claimatlas.extract.learned.values import softmax
from claimatlas.model.quantity import WHAT

WIDTH, HIDDEN, TYPES = 8, 6, 4


@pytest.fixture(scope="module")
def heads(table_weights) -> Heads:
    rng = np.random.default_rng(0)
    sizes = {"word": (HIDDEN, WIDTH), "kind": (TYPES, HIDDEN), "stance": (5, HIDDEN), "none": (3, HIDDEN)}
    sizes |= {"pair_event": (HIDDEN, WIDTH), "pair_candidate": (HIDDEN, WIDTH), "role": (len(ROLES), HIDDEN), "what": (len(WHAT), HIDDEN)}
    w = {f"{k}.weight": rng.normal(size=s) for k, s in sizes.items()} | {f"{k}.bias": rng.normal(size=s[0]) for k, s in sizes.items()}
    w |= {f"{k}.weight": rng.normal(size=(TYPES, HIDDEN)) for k in ("stance_type", "pair_type")}
    w |= {f"{k}.weight": rng.normal(size=(HIDDEN, WIDTH)) for k in ("bi_event", "bi_candidate")} | {"scale": np.array(0.1)}
    for bag in ("word_bag", "pair_bag"):
        w |= {
            f"{bag}.weight": np.vstack([np.zeros(HIDDEN), rng.normal(size=(3, HIDDEN))]),
            f"{bag}.vocabulary": np.array([5, 6, 7], np.uint32),
        }
    return Heads(w | table_weights(rng, HIDDEN, TYPES))


def test_features_that_were_not_learned_add_nothing(heads):
    x = np.ones((2, WIDTH), np.float32)
    known, unknown = heads.words(x, ragged([[5], [99]]))
    assert not np.allclose(known, unknown)
    assert np.allclose(unknown, heads.words(x[:1], ragged([[1234]]))[0])


def test_types_sum_to_one(heads):
    p = heads.types(np.random.default_rng(1).normal(size=(3, HIDDEN)).astype(np.float32), np.array([0, 0, 1]))
    assert p.shape == (3, TYPES) and np.allclose(p.sum(1), 1)


def scored(heads, sheet):
    s = sheet("ISIS attacked the towns of Mayadin and Raqqa on Monday, activists said. The army repelled an attack on Palmyra.")
    spots = [s.words[0], s.words[-1]]
    pairs: Pairs = pairs_of(s, spots)
    rng = np.random.default_rng(2)
    n = len(pairs.candidates)
    x = [rng.normal(size=size).astype(np.float32) for size in ((2, HIDDEN), (2, WIDTH), (n, WIDTH))]
    return pairs, heads.score(x[0], x[1], x[2], np.array([1, 2]), pairs)


def test_fillers_and_none_share_one_probability(heads, sheet):
    pairs, scores = scored(heads, sheet)
    for column, name in enumerate(EXCLUSIVE):
        groups, none = scores.exclusive[name]
        for event in (0, 1):
            mine = (pairs.group_event == event) & (pairs.group_slot == column + 1)
            assert np.exp(groups[mine]).sum() + np.exp(none[event]) == pytest.approx(1, abs=1e-5)


def test_a_group_scores_as_its_best_mention(heads, sheet):
    pairs, scores = scored(heads, sheet)
    for g in range(len(pairs.group_key)):
        assert np.allclose(scores.group[g], scores.role[pairs.group == g].max(axis=0))


def test_softmax_bears_large_numbers():
    assert np.allclose(softmax(np.array([[1000.0, 1000.0]], np.float32)), 0.5)
