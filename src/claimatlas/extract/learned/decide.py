"""From scores to decisions: which words tell an event, and what fills its slots."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from claimatlas.extract.learned.candidates import Candidate, Slot
from claimatlas.extract.learned.decision import Decision
from claimatlas.extract.learned.heads import ROLES, Heads, Scores
from claimatlas.extract.learned.pairs import Pairs, pairs_of
from claimatlas.extract.learned.ragged import Ints, ragged
from claimatlas.extract.learned.settings import Settings
from claimatlas.extract.learned.sheet import SLOTS, Sheet, Spot
from claimatlas.extract.learned.values import Floats
from claimatlas.extract.learned.windows import Windows
from claimatlas.extract.mention import ActorMention, PlaceMention
from claimatlas.extract.quantity import NumberMention
from claimatlas.extract.source_speaker import Speaker
from claimatlas.extract.time import TimeMention
from claimatlas.model.claim import STANCES
from claimatlas.model.codebook import two_sided
from claimatlas.model.quantity import WHAT


def decisions(sheet: Sheet, w: Windows, vectors: Floats, heads: Heads, settings: Settings) -> list[Decision]:
    """The events of a report in order of the text."""
    seen = look(sheet, w, vectors, heads, settings)
    if seen is None:
        return []
    judge = Judge(seen.pairs, seen.scores, settings)
    odds = seen.likely[np.arange(len(seen.spots)), seen.types].tolist()
    return [judge.decision(n, spot, settings.types[t], odds[n]) for n, (spot, t) in enumerate(zip(seen.spots, seen.types, strict=True))]


@dataclass(frozen=True, slots=True)
class Look:
    """What the network makes of a report: the words that tell events, their types' odds and numbers, and what may fill their slots."""

    spots: list[Spot]
    likely: Floats
    types: Ints
    pairs: Pairs
    scores: Scores


def look(sheet: Sheet, w: Windows, vectors: Floats, heads: Heads, settings: Settings) -> Look | None:
    """What the network makes of a report; None where it sees no event."""
    if not sheet.words:
        return None
    at = w.places(sheet.words)
    seen = vectors[at[:, 0], at[:, 1]]
    hidden = heads.words(seen, ragged(sheet.features))
    likely = heads.types(hidden, np.array([leaf for leaf, _ in sheet.words], np.int64))
    told = [i for i in range(len(sheet.words)) if 1 - likely[i, 0] > settings.event]
    if not told:
        return None
    types = likely[told, 1:].argmax(axis=1) + 1
    spots = [sheet.words[i] for i in told]
    pairs = pairs_of(sheet, spots)
    where = w.places([(c.leaf, c.token) for c in pairs.candidates])
    scores = heads.score(hidden[told], seen[told], vectors[where[:, 0], where[:, 1]], types, pairs)
    return Look(spots, likely[told], types, pairs, scores)


@dataclass(slots=True)
class Judge:
    """Chooses the fillers of events from their scores."""

    pairs: Pairs
    scores: Scores
    settings: Settings
    _sides: Floats = field(init=False)
    _rows: dict[int, list[int]] = field(default_factory=dict)
    _of: dict[tuple[int, int], list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        actors = self.pairs.group_slot == SLOTS.index("actor")
        self._sides = np.zeros((len(actors), 2), np.float32)
        self._sides[actors] = 1 / (1 + np.exp(-self.scores.group[actors, :2]))
        for i, group in enumerate(self.pairs.group.tolist()):
            self._rows.setdefault(group, []).append(i)
        for g, key in enumerate(zip(self.pairs.group_event.tolist(), self.pairs.group_slot.tolist(), strict=True)):
            self._of.setdefault(key, []).append(g)

    def decision(self, n: int, spot: Spot, type_: str, certain: float) -> Decision:
        """The decision on event `n`; `certain`: how likely its type is. Its confidence is that of type, agents, targets, place, time."""
        d = Decision(*spot, type_, STANCES[int(self.scores.stance[n].argmax())])
        certain *= self._actors(n, d)
        certain *= self._place(n, d)
        time, sure = self._one(n, "time")
        if time is not None and isinstance(time.mention, TimeMention):
            d.time = time.mention
        speaker, _ = self._one(n, "speaker")
        if speaker is not None and isinstance(speaker.mention, Speaker):
            d.speaker = speaker.mention
        d.numbers = list(self._numbers(n))
        d.confidence = self._calibrated(certain * sure)
        return d

    def _groups(self, n: int, slot: Slot) -> list[int]:
        return self._of.get((n, SLOTS.index(slot)), [])

    def _best(self, group: int, role: str) -> Candidate:
        """The candidate of a group that scores highest."""
        rows = self._rows[group]
        return self.pairs.candidates[rows[int(self.scores.role[rows, ROLES.index(role)].argmax())]]

    def _actors(self, n: int, d: Decision) -> float:
        """Agents and targets, each group in at most one role; how likely it is that these are all."""
        sure = 1.0
        chosen: dict[int, bool] = {}
        odds = {g: self._sides[g] for g in self._groups(n, "actor")}
        for g, (agent, target) in odds.items():
            sure *= float(max(agent, 1 - agent) * max(target, 1 - target))
            if (agent + target if two_sided(d.type) else max(agent, target)) > self.settings.actor:
                chosen[g] = bool(agent >= target)
        if two_sided(d.type) and len(chosen) > 1 and len(set(chosen.values())) == 1:
            apart = max(chosen, key=lambda g: float(odds[g][1] - odds[g][0]) * (1 if chosen[g] else -1))
            chosen[apart] = not chosen[apart]
        d.agents = self._mentions([g for g, agent in chosen.items() if agent], "agent")
        d.targets = self._mentions([g for g, agent in chosen.items() if not agent], "target")
        return sure

    def _mentions(self, groups: list[int], role: str) -> list[ActorMention]:
        """The best mention of each group, in order of the text."""
        found = _in_order([self._best(g, role) for g in groups])
        return [c.mention for c in found if isinstance(c.mention, ActorMention)]

    def _one(self, n: int, slot: Slot) -> tuple[Candidate | None, float]:
        """The likeliest filler of an exclusive slot, or None, with its probability."""
        groups, none = self.scores.exclusive[slot]
        top = max(self._groups(n, slot), key=lambda g: float(groups[g]), default=None)
        if top is None or groups[top] <= none[n]:
            return None, math.exp(float(none[n]))
        return self._best(top, slot), math.exp(float(groups[top]))

    def _place(self, n: int, d: Decision) -> float:
        """The likeliest place, with those of its sentence that are about as likely: a list."""
        first, sure = self._one(n, "place")
        if first is None:
            return sure
        odds = self.scores.exclusive["place"][0]
        likely = {g: math.exp(float(odds[g])) for g in self._groups(n, "place")}
        near = [g for g, p in likely.items() if p > self.settings.place and p > self.settings.place_ratio * sure]
        listed = [c for g in near if (c := self._best(g, "place")).leaf == first.leaf and c.key != first.key]
        d.places = [c.mention for c in _in_order([first, *listed]) if isinstance(c.mention, PlaceMention)]
        return sure

    def _numbers(self, n: int) -> Iterator[NumberMention]:
        """The numbers that belong to an event, each once, counted as what the scores say."""
        seen = set()
        for i in np.flatnonzero(self.pairs.event == n):
            m = self.pairs.candidates[i].mention
            if (
                isinstance(m, NumberMention)
                and 1 / (1 + math.exp(-float(self.scores.role[i, ROLES.index("number")]))) > self.settings.number
            ):
                what = WHAT[int(self.scores.what[i].argmax())]
                if (what, m.low, m.high) not in seen:
                    seen.add((what, m.low, m.high))
                    yield replace(m, what=what)

    def _calibrated(self, raw: float) -> float:
        """The share of right rows among those of like score on held-out folds, 0.01 to 0.99."""
        x, y = zip(*self.settings.calibration, strict=True)
        return round(min(0.99, max(0.01, float(np.interp(raw, x, y)))), 2)


def _in_order(found: list[Candidate]) -> list[Candidate]:
    return sorted(found, key=lambda c: (c.leaf, c.start))
