"""Items laid out in rows of one length, so that those of a row can look at each other.

The items of a report's table are its groups (an event, a slot, a thing) and, behind them, its events. A row holds one event with
its groups; a column holds one thing in all the events that it may belong to, or all events.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimatlas.extract.learned.ragged import Ints

SPAN = 4
"""Differences of order above this are as this."""
STEPS = 2 * SPAN + 1


@dataclass(frozen=True, slots=True)
class Layout:
    """`at[r, k]`: the k-th item of row r, 0 where `there` is false."""

    at: Ints
    there: NDArray[np.bool_]


def layout(of: Ints) -> Layout:
    """Items by the number of their row; rows without an item are left out. Items of a row keep their order."""
    order = np.argsort(of, kind="stable")
    _, starts, sizes = np.unique(of[order], return_index=True, return_counts=True)
    columns = np.arange(int(sizes.max(initial=0)))
    there = columns[None] < sizes[:, None]
    at = np.where(there, starts[:, None] + columns[None], 0)
    return Layout(order[at] if len(order) else at, there)


def steps(rank: Ints, at: Ints) -> Ints:
    """How far each item of a row stands behind each other one by `rank`, cut at SPAN and counted from 0: (rows, k, k)."""
    found = rank[at]
    out: Ints = np.clip(found[:, None, :] - found[:, :, None], -SPAN, SPAN) + SPAN
    return out
