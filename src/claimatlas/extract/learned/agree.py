"""How the scores of one event agree with those of the report's other events: what a second look at the whole report sees.

Source of the idea: document-level consistency by a second pass over first decisions (stacking, Wolpert 1992; Krishnan and Manning 2006).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from claimatlas.extract.learned.heads import Floats
from claimatlas.extract.learned.ragged import Ints

VIEWS = ("others", "kin", "before", "after", "lead", "sentence", "most")
"""Whose scores are looked at: all others, those of the family, the event before, the one after, the first, the sentence's, the highest."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The events of a report in order: how sure each is (0 to 1), the number of its family, its leaf."""

    sure: Floats
    family: Ints
    leaf: Ints

    def looks(self) -> Floats:
        """Weights with which each event looks at each other one: (len(VIEWS) - 1, events, events), rows summing to 1 or 0."""
        n = len(self.sure)
        other = 1.0 - np.eye(n, dtype=np.float32)
        order = np.arange(n)
        all_ = other * self.sure[None]
        lead = np.where(order[None] == (order[:, None] == 0), other, 0)
        masks = (
            all_,
            all_ * (self.family[None] == self.family[:, None]),
            np.eye(n, k=-1, dtype=np.float32),
            np.eye(n, k=1, dtype=np.float32),
            lead,
            all_ * (self.leaf[None] == self.leaf[:, None]),
        )
        return np.stack([_rows_to_one(np.asarray(m, np.float32)) for m in masks])


def _rows_to_one(m: Floats) -> Floats:
    total = m.sum(axis=1, keepdims=True)
    out: Floats = np.divide(m, total, out=np.zeros_like(m), where=total > 0)
    return out


def views(odds: Floats, looks: Floats) -> Floats:
    """What the other events give each option: `odds` (events, options) to (events, options, len(VIEWS))."""
    out: Floats = np.stack([*(w @ odds for w in looks), _best_of_others(odds)], axis=-1).astype(np.float32)
    return out


def _best_of_others(odds: Floats) -> Floats:
    """For each event and option the highest value of the option at the other events, at least 0."""
    top = odds.max(axis=0, initial=0.0)
    rest = np.where(np.arange(len(odds))[:, None] == odds.argmax(axis=0), 0, odds) if len(odds) else odds
    out: Floats = np.where(odds == top, rest.max(axis=0, initial=0.0), top)
    return out


def table(event: Ints, keys: Sequence[str], value: Floats, events: int) -> tuple[Floats, Ints]:
    """Values of groups as (events, different keys), 0 where an event has no such group, and the column of each group."""
    columns: dict[str, int] = {}
    at = np.array([columns.setdefault(k, len(columns)) for k in keys], np.int64)
    out = np.zeros((events, len(columns)), np.float32)
    out[event, at] = value
    return out, at
