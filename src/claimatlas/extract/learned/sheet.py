"""A sheet: one report's leaves with the candidates and features that the learned reader looks at."""

from collections import Counter
from dataclasses import dataclass, field

from claimatlas.extract.leaf import Leaf
from claimatlas.extract.learned.account import Accounts
from claimatlas.extract.learned.candidates import Candidate, Slot, candidates, within_reach, words
from claimatlas.extract.learned.features_pair import candidate_features, pair_features
from claimatlas.extract.learned.features_word import word_features
from claimatlas.extract.learned.ragged import hashed
from claimatlas.extract.learned.tales import Tales

SLOTS: tuple[Slot, ...] = ("actor", "place", "time", "speaker", "number")
Spot = tuple[int, int]
"""A leaf and a token in it."""


@dataclass(slots=True)
class Sheet:
    """`words`: the words that may tell an event, with `features` of each."""

    leaves: list[Leaf]
    words: list[Spot] = field(init=False)
    features: list[list[int]] = field(init=False)
    index: dict[Spot, int] = field(init=False)
    _candidates: list[list[Candidate]] = field(init=False)
    _counts: dict[str, int] = field(init=False)
    _accounts: list[Accounts] = field(init=False)
    _tales: Tales = field(init=False)
    _own: dict[int, list[int]] = field(default_factory=dict)
    _told: dict[tuple[int, str | None, int], list[int]] = field(default_factory=dict)
    _slots: dict[Slot, list[list[Candidate]]] = field(default_factory=dict)
    _reach: dict[tuple[Slot, int], list[Candidate]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._candidates = candidates(self.leaves)
        self._counts = Counter(c.slot + c.key for leaf in self._candidates for c in leaf)
        self._accounts = [Accounts(leaf) for leaf in self.leaves]
        self._tales = Tales(self._accounts)
        self.words, self.features = [], []
        before: set[str] = set()
        for n, leaf in enumerate(self.leaves):
            for at in words(leaf):
                self.words.append((n, at))
                self.features.append(hashed(word_features(self._accounts[n], at, n, before)))
            before |= {e.type for e in leaf.claimed}
        self.index = {spot: i for i, spot in enumerate(self.words)}

    def candidates(self, slot: Slot, leaf: int) -> list[Candidate]:
        """What may fill a slot of an event told in a leaf."""
        found = self._reach.get((slot, leaf))
        if found is None:
            found = self._reach[slot, leaf] = within_reach(self._of_slot(slot), slot, leaf)
        return found

    def _of_slot(self, slot: Slot) -> list[list[Candidate]]:
        found = self._slots.get(slot)
        if found is None:
            found = self._slots[slot] = [[c for c in leaf if c.slot == slot] for leaf in self._candidates]
        return found

    def pair(self, spot: Spot, c: Candidate) -> list[int]:
        """The features of a candidate for the event at a word."""
        own = self._own.get(id(c))
        if own is None:
            own = self._own[id(c)] = hashed(candidate_features(self.leaves[c.leaf], c, self._counts))
        return own + hashed(pair_features(self._accounts[spot[0]], *spot, c)) + self._tale(spot, c)

    def _tale(self, spot: Spot, c: Candidate) -> list[int]:
        """What the report had told of a candidate; the same for all words of a leaf that tell one kind of event."""
        here = self._accounts[spot[0]].at.get(spot[1], [])
        key = (spot[0], self._tales.kind(here), id(c))
        found = self._told.get(key)
        if found is None:
            found = self._told[key] = hashed(self._tales.features(spot[0], here, c))
        return found
