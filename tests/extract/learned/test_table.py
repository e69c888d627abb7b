"""The table of a report: what is seen along a row and a column, and what is not."""

import numpy as np
import pytest

from claimatlas.extract.learned.attention import attended
from claimatlas.extract.learned.layout import layout
from claimatlas.extract.learned.table import looked, story, table_of

HIDDEN, TYPES = 6, 4


@pytest.fixture(scope="module")
def weights(table_weights):
    return {k: v.astype(np.float32) for k, v in table_weights(np.random.default_rng(0), HIDDEN, TYPES).items()}


def pairs(event: list[int], thing: list[int]):
    """Groups by their event and their thing."""

    class Some:
        group_event, group_thing = np.array(event, np.int64), np.array(thing, np.int64)

    return Some


def changed(weights, where, at: int) -> np.ndarray:
    """Which cells change with one of them, in one layer of rows and columns."""
    x = np.random.default_rng(1).normal(size=(len(where.rank), 8)).astype(np.float32)
    y = x.copy()
    y[at] += 1
    out = []
    for values in (x, y):
        told = attended(weights, "table.layers.0.row", values, where.rows, where.rank)
        out.append(attended(weights, "table.layers.0.column", told, where.columns, where.rank))
    return np.abs(out[0] - out[1]).max(axis=1) > 1e-6


def test_a_cell_is_seen_in_its_row_and_then_in_the_columns_that_cross_it(weights):
    """Two events of one report share thing 0; the third event shares nothing with them but the column of events."""
    where = table_of(pairs([0, 0, 1, 2], [0, 1, 0, 2]), 3)
    assert changed(weights, where, 0).tolist() == [True, True, True, False, True, True, True]


def test_what_is_not_there_is_not_seen(weights):
    """Rows of one item and of three give an item what it has alone."""
    x = np.random.default_rng(2).normal(size=(4, 8)).astype(np.float32)
    rank = np.zeros(4, np.int64)
    alone = attended(weights, "story.row", x[:1], layout(np.array([0])), rank[:1])
    among = attended(weights, "story.row", x, layout(np.array([0, 1, 1, 1])), rank)
    assert np.allclose(alone[0], among[0], atol=1e-5)


def test_the_order_of_events_matters(weights):
    cells = np.random.default_rng(3).normal(size=(3, HIDDEN)).astype(np.float32)
    events = np.random.default_rng(4).normal(size=(3, HIDDEN)).astype(np.float32)
    forth, _ = looked(weights, cells, events, table_of(pairs([0, 1, 2], [0, 0, 0]), 3))
    back, _ = looked(weights, cells[::-1], events[::-1], table_of(pairs([0, 1, 2], [0, 0, 0]), 3))
    assert not np.allclose(forth, back[::-1], atol=1e-4)


def test_words_see_the_whole_report(weights):
    words = np.random.default_rng(5).normal(size=(3, HIDDEN)).astype(np.float32)
    other = words.copy()
    other[2] += 1
    leaf = np.array([0, 1, 9])
    assert not np.allclose(story(weights, words, leaf)[0], story(weights, other, leaf)[0], atol=1e-5)


def test_a_report_without_candidates_has_a_table(weights):
    cells, events = looked(weights, np.zeros((0, HIDDEN), np.float32), np.ones((2, HIDDEN), np.float32), table_of(pairs([], []), 2))
    assert cells.shape == (0, 8) and np.isfinite(events).all()
