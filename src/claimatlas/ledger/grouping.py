"""Groups of claims that grow by joining, under constraints."""

from collections.abc import Iterable

from claimatlas.ledger.features import pair_figures
from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.likeness import Likeness
from claimatlas.ledger.slots import Slots

# the negative of a pair's score, so that the best comes first, and the pair
Link = tuple[float, str, str]


class Grouping:
    """Groups of claim ids that grow by joining. `apart`: pairs that a person keeps apart."""

    def __init__(self, slots: dict[str, Slots], sides: Sides, apart: set[frozenset[str]], like: Likeness) -> None:
        self._slots, self._sides, self._apart = slots, sides, apart
        self._like = like
        self._of = {i: i for i in slots}
        self._members = {i: [i] for i in slots}
        self._scores: dict[tuple[str, str], float | None] = {}

    def links(self, pairs: Iterable[tuple[str, str]]) -> list[Link]:
        """The pairs that reach the bar, best first, ties by claim ids; each with the negative of its score."""
        scored = ((score, a, b) for a, b in pairs if (score := self.score(a, b)) is not None)
        return sorted((-score, a, b) for score, a, b in scored if score >= self._like.bar)

    def know(self, links: Iterable[Link]) -> None:
        """Takes over scores that were worked out before."""
        self._scores.update({(min(a, b), max(a, b)): -score for score, a, b in links})

    def score(self, a: str, b: str) -> float | None:
        """The score of a pair, from a memory; None where it contradicts."""
        key = (a, b) if a < b else (b, a)
        if key not in self._scores:
            self._scores[key] = self._score(*key)
        return self._scores[key]

    def _score(self, a: str, b: str) -> float | None:
        if self._apart and frozenset((a, b)) in self._apart:
            return None
        figures = pair_figures(self._slots[a], self._slots[b], self._sides)
        return None if figures is None else self._like.of(figures)

    def force(self, a: str, b: str) -> None:
        """Join what a person judged to be one event, whatever it scores, but never what a person keeps apart."""
        one, other = self._of[a], self._of[b]
        across = ((x, y) for x in self._members[one] for y in self._members[other])
        if not (self._apart and any(frozenset(pair) in self._apart for pair in across)):
            self._scores[min(a, b), max(a, b)] = self._like.most
            self._merge(one, other)

    def join(self, a: str, b: str) -> None:
        """Join the groups of two claims where no pair across them contradicts and their mean score reaches the bar."""
        one, other = self._of[a], self._of[b]
        if one == other:
            return
        total = 0.0
        for x in self._members[one]:
            for y in self._members[other]:
                score = self.score(x, y)
                if score is None:
                    return
                total += score
        if total / (len(self._members[one]) * len(self._members[other])) >= self._like.bar:
            self._merge(one, other)

    def _merge(self, one: str, other: str) -> None:
        if one != other:
            keep, gone = min(one, other), max(one, other)
            self._members[keep] = sorted(self._members[keep] + self._members.pop(gone))
            self._of.update(dict.fromkeys(self._members[keep], keep))

    def grown(self, forced: Iterable[tuple[str, str]], links: Iterable[Link]) -> list[list[str]]:
        """The groups, sorted, once what a person joins is joined, and then what links join, the best first."""
        for pair in forced:
            self.force(*pair)
        for _, a, b in sorted(links):
            self.join(a, b)
        return sorted(self._members.values())
