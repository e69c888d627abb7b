"""The learned reader's scores for one event: which words, types, stances and fillers it saw, and how likely each was to it."""

from dataclasses import dataclass

import numpy as np

from claimatlas.extract.leaf import Leaf
from claimatlas.extract.learned.candidates import Candidate, Slot
from claimatlas.extract.learned.decide import Judge, first_look
from claimatlas.extract.learned.decision import Decision
from claimatlas.extract.learned.heads import ROLES, Floats, Scores
from claimatlas.extract.learned.reader import LearnedReader
from claimatlas.extract.learned.second import First, second_look
from claimatlas.extract.learned.settings import Settings
from claimatlas.extract.learned.sheet import SLOTS, Sheet


@dataclass(frozen=True, slots=True)
class Looked:
    """The network's view of a report: its events in order, what it decided of each, and the scores behind that."""

    decided: list[Decision]
    likely: Floats
    first: First | None
    scores: Scores | None
    settings: Settings

    def event(self, leaf: int, token: int) -> int | None:
        """The number of the event at a word, None where the network sees none."""
        return next((n for n, d in enumerate(self.decided) if (d.leaf, d.token) == (leaf, token)), None)

    def factors(self, n: int) -> dict[str, float]:
        """How likely type, actors, place and time of an event are each right, as the network sees it."""
        assert self.first is not None and self.scores is not None
        sides = self.scores.group[groups_of(self, n, "actor"), :2]
        odds = 1 / (1 + np.exp(-sides))
        out = {
            "type": float(self.likely[n, self.first.types[n]]),
            "agents and targets": float(np.prod(np.maximum(odds, 1 - odds), initial=1.0)),
        }
        slots: tuple[Slot, ...] = ("place", "time")
        for slot in slots:
            groups, none = self.scores.exclusive[slot]
            out[slot] = float(np.exp(max([none[n], *(groups[g] for g in groups_of(self, n, slot))])))
        return out


def looked(reader: LearnedReader, leaves: list[Leaf]) -> Looked:
    """What the reader's network makes of a report's leaves."""
    w = reader.encoder.windows(leaves)
    spots, likely, first = first_look(Sheet(leaves), w, reader.encoder.vectors(w), reader.heads, reader.settings)
    if first is None:
        return Looked([], likely, None, None, reader.settings)
    scores = second_look(first, reader.heads)
    judge = Judge(first.pairs, scores, reader.settings)
    told = zip(spots, first.types.tolist(), likely, strict=True)
    decided = [judge.decision(n, spot, reader.settings.types[t], float(odds[t])) for n, (spot, t, odds) in enumerate(told)]
    return Looked(decided, likely, first, scores, reader.settings)


def groups_of(seen: Looked, n: int, slot: Slot) -> list[int]:
    """The numbers of the groups that may fill a slot of an event."""
    assert seen.first is not None
    pairs = seen.first.pairs
    return np.flatnonzero((pairs.group_event == n) & (pairs.group_slot == SLOTS.index(slot))).tolist()


def best_of_group(seen: Looked, group: int, role: str) -> Candidate:
    """The candidate of a group that scores highest in a role."""
    assert seen.first is not None and seen.scores is not None
    rows = np.flatnonzero(seen.first.pairs.group == group)
    top: int = rows[int(seen.scores.role[rows, ROLES.index(role)].argmax())]
    return seen.first.pairs.candidates[top]


def sigmoid(x: float) -> float:
    """A logit as a probability."""
    return float(1 / (1 + np.exp(-x)))
