"""The learned reader's scores for one event: which words, types, stances and fillers it saw, and how likely each was to it."""

from dataclasses import dataclass

import numpy as np

from claimatlas.extract.leaf import Leaf
from claimatlas.extract.learned.candidates import Candidate, Slot
from claimatlas.extract.learned.decide import Judge, Look, look
from claimatlas.extract.learned.decision import Decision
from claimatlas.extract.learned.heads import ROLES
from claimatlas.extract.learned.reader import LearnedReader
from claimatlas.extract.learned.settings import Settings
from claimatlas.extract.learned.sheet import SLOTS, Sheet


@dataclass(frozen=True, slots=True)
class Looked:
    """The network's view of a report: its events in order, what it decided of each, and the scores behind that."""

    decided: list[Decision]
    look: Look | None
    settings: Settings

    def event(self, leaf: int, token: int) -> int | None:
        """The number of the event at a word, None where the network sees none."""
        return next((n for n, d in enumerate(self.decided) if (d.leaf, d.token) == (leaf, token)), None)

    def factors(self, n: int) -> dict[str, float]:
        """How likely type, actors, place and time of an event are each right, as the network sees it."""
        assert self.look is not None
        sides = self.look.scores.group[groups_of(self, n, "actor"), :2]
        odds = 1 / (1 + np.exp(-sides))
        out = {
            "type": float(self.look.likely[n, self.look.types[n]]),
            "agents and targets": float(np.prod(np.maximum(odds, 1 - odds), initial=1.0)),
        }
        slots: tuple[Slot, ...] = ("place", "time")
        for slot in slots:
            groups, none = self.look.scores.exclusive[slot]
            out[slot] = float(np.exp(max([none[n], *(groups[g] for g in groups_of(self, n, slot))])))
        return out


def looked(reader: LearnedReader, leaves: list[Leaf]) -> Looked:
    """What the reader's network makes of a report's leaves."""
    w = reader.encoder.windows(leaves)
    seen = look(Sheet(leaves), w, reader.encoder.vectors(w), reader.heads, reader.settings)
    if seen is None:
        return Looked([], None, reader.settings)
    judge = Judge(seen.pairs, seen.scores, reader.settings)
    told = zip(seen.spots, seen.types.tolist(), seen.likely, strict=True)
    decided = [judge.decision(n, spot, reader.settings.types[t], float(odds[t])) for n, (spot, t, odds) in enumerate(told)]
    return Looked(decided, seen, reader.settings)


def groups_of(seen: Looked, n: int, slot: Slot) -> list[int]:
    """The numbers of the groups that may fill a slot of an event."""
    assert seen.look is not None
    pairs = seen.look.pairs
    return np.flatnonzero((pairs.group_event == n) & (pairs.group_slot == SLOTS.index(slot))).tolist()


def best_of_group(seen: Looked, group: int, role: str) -> Candidate:
    """The candidate of a group that scores highest in a role."""
    assert seen.look is not None
    rows = np.flatnonzero(seen.look.pairs.group == group)
    top: int = rows[int(seen.look.scores.role[rows, ROLES.index(role)].argmax())]
    return seen.look.pairs.candidates[top]


def sigmoid(x: float) -> float:
    """A logit as a probability."""
    return float(1 / (1 + np.exp(-x)))
