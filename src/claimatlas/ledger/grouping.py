"""Groups of claims that grow by joining, under constraints."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.near import Slots
from claimatlas.ledger.score import pair_score

# the least mean score across two groups that join
BAR = 2.15


class Grouping:
    """Groups of claim ids that grow by joining."""

    def __init__(self, slots: dict[str, Slots], sides: Sides, apart: set[frozenset[str]]) -> None:
        self._slots, self._sides, self._apart = slots, sides, apart
        self._of = {i: i for i in slots}
        self._members = {i: [i] for i in slots}
        self._scores: dict[tuple[str, str], float | None] = {}
        self._forced: set[frozenset[str]] = set()

    def scored(self, pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[float, str, str]]:
        """The pairs that reach the bar, with the negative of their score, so that sorting puts the best first."""
        for a, b in pairs:
            score = self.score(a, b)
            if score is not None and score >= BAR:
                yield -score, a, b

    def score(self, a: str, b: str) -> float | None:
        """The score of a pair, from a memory; None where it contradicts."""
        key = (min(a, b), max(a, b))
        if key not in self._scores:
            self._scores[key] = None if frozenset(key) in self._apart else pair_score(self._slots[key[0]], self._slots[key[1]], self._sides)
        return self._scores[key]

    def force(self, ids: Sequence[str]) -> None:
        """Join what a person judged to be one event, whatever it scores."""
        self._forced |= {frozenset(p) for p in combinations(ids, 2)}
        for other in ids[1:]:
            self._merge(self._of[ids[0]], self._of[other])

    def join(self, a: str, b: str) -> None:
        """Join the groups of two claims where all across them allow it."""
        one, other = self._of[a], self._of[b]
        if one == other:
            return
        scores = [self.score(x, y) for x in self._members[one] for y in self._members[other]]
        known = [s for s in scores if s is not None]
        if len(known) == len(scores) and sum(known) / len(known) >= BAR:
            self._merge(one, other)

    def _merge(self, one: str, other: str) -> None:
        if one != other:
            keep, gone = min(one, other), max(one, other)
            self._members[keep] += self._members.pop(gone)
            self._of.update(dict.fromkeys(self._members[keep], keep))

    def groups(self) -> list[list[str]]:
        """The groups as they stand."""
        return sorted(sorted(ids) for ids in self._members.values())
