"""The heads of the network in numpy: word vectors and features into types, stances and slot scores.

The method is joint event extraction with a pair scorer over candidate spans (after DyGIE++, Wadden et al. 2019, and biaffine
argument scoring, Dozat and Manning 2017): an event word's vector, a candidate's vector, their product and the sum of the
vectors of their features pass one hidden layer; then all events and all that may fill their slots look at each other in one table
(`table.py`), and what they see there is added to the scores. Agents and targets are scored one by one; place, time and speaker compete
with each other and with "none told".
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimatlas.extract.learned.attention import linear
from claimatlas.extract.learned.pairs import Pairs
from claimatlas.extract.learned.ragged import Ints, Ragged, numbered
from claimatlas.extract.learned.table import looked, story, table_of
from claimatlas.extract.learned.values import Floats, softmax

ROLES = ("agent", "target", "place", "time", "speaker", "number")
BLOCK = 256
"""Rows summed at a time, so that their vectors stay in the cache."""
EXCLUSIVE = ("place", "time", "speaker")


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of the pairs and groups of some events (logits, but for `exclusive`).

    `role`: pairs by ROLES. `group`: the best of each group. `what`: pairs by model.quantity.WHAT. `stance`: events by stance.
    `exclusive[r]`: log-probability of each group of slot r, and of none for each event.
    """

    role: Floats
    group: Floats
    what: Floats
    stance: Floats
    exclusive: dict[str, tuple[Floats, Floats]]


class Heads:
    """Weights by name, as the training exports them."""

    def __init__(self, weights: dict[str, NDArray[np.generic]]) -> None:
        self.w: dict[str, Floats] = {k: v.astype(np.float32) for k, v in weights.items() if v.dtype.kind == "f"}
        self.vocabularies: dict[str, Ints] = {k: v.astype(np.int64) for k, v in weights.items() if v.dtype.kind != "f"}

    def _linear(self, name: str, x: Floats) -> Floats:
        return linear(self.w, name, x)

    def _bag(self, name: str, features: Ragged) -> Floats:
        table: Floats = self.w[f"{name}.weight"]
        if not features.rows:
            return np.zeros((0, table.shape[1]), np.float32)
        ids = numbered(self.vocabularies[f"{name}.vocabulary"], features.flat)
        out: Floats = np.empty((features.rows, table.shape[1]), np.float32)
        ends = np.append(features.starts[1:], len(ids))
        for a in range(0, features.rows, BLOCK):
            b, first = min(a + BLOCK, features.rows), features.starts[a]
            np.add.reduceat(table[ids[first : ends[b - 1]]], features.starts[a:b] - first, axis=0, out=out[a:b])
        return out

    def words(self, vectors: Floats, features: Ragged) -> Floats:
        """The hidden layer of each word."""
        out: Floats = np.maximum(self._linear("word", vectors) + self._bag("word_bag", features), 0)
        return out

    def types(self, hidden: Floats, leaf: Ints) -> Floats:
        """Probabilities of "none" and of each type. `leaf`: the number of each word's leaf."""
        return softmax(self._linear("kind", hidden) + self._linear("story.kind", story(self.w, hidden, leaf)))

    def score(self, hidden: Floats, event: Floats, candidate: Floats, types: NDArray[np.int64], pairs: Pairs) -> Scores:
        """Scores of all pairs. `hidden`, `event`: by event; `candidate`: by pair; `types`: numbers of the events' types."""
        told = hidden + self.w["stance_type.weight"][types]
        none, stance = self._linear("none", hidden), self._linear("stance", told)
        of = pairs.event
        z = (self._linear("pair_event", event) + self.w["pair_type.weight"][types])[of] + self._linear("pair_candidate", candidate)
        z = z + self.w["scale"] * (event @ self.w["bi_event.weight"].T)[of] * (candidate @ self.w["bi_candidate.weight"].T)
        z = np.maximum(z + self._bag("pair_bag", pairs.features), 0)
        cells = np.zeros((len(pairs.group_event), z.shape[1]), np.float32)
        np.maximum.at(cells, pairs.group, z)
        cells, told = looked(self.w, cells, told, table_of(pairs, len(hidden)))
        role = self._linear("role", z) + self._linear("table.role", cells)[pairs.group]
        none, stance = none + self._linear("table.none", told), stance + self._linear("table.stance", told)
        group = np.full((len(pairs.group_event), len(ROLES)), -1e4, np.float32)
        np.maximum.at(group, pairs.group, role)
        return Scores(role, group, self._linear("what", z), stance, _exclusive(group, none, pairs))


def _exclusive(group: Floats, none: Floats, pairs: Pairs) -> dict[str, tuple[Floats, Floats]]:
    """For each exclusive slot the log-probabilities of its groups and of none."""
    out = {}
    for column, name in enumerate(EXCLUSIVE):
        value = np.where(pairs.group_slot == column + 1, group[:, ROLES.index(name)], -np.inf)
        out[name] = normalised(value, none[:, column], pairs.group_event)
    return out


def normalised(value: Floats, none: Floats, event: Ints) -> tuple[Floats, Floats]:
    """Scores of groups and of none as log-probabilities that sum to one for each event; minus infinity stays."""
    top = none.copy()
    np.maximum.at(top, event, value)
    total = np.exp(none - top)
    np.add.at(total, event, np.exp(value - top[event]))
    norm = np.log(total) + top
    return value - norm[event], none - norm
