"""From scores to decisions: which words tell an event, and what fills its slots."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from claimatlas.extract.learned.candidates import Candidate, Slot
from claimatlas.extract.learned.decision import Decision
from claimatlas.extract.learned.heads import ROLES, Floats, Heads, Scores
from claimatlas.extract.learned.pairs import Pairs, pairs_of
from claimatlas.extract.learned.ragged import ragged
from claimatlas.extract.learned.settings import STANCES, Settings
from claimatlas.extract.learned.sheet import SLOTS, Sheet, Spot
from claimatlas.extract.learned.windows import Windows
from claimatlas.extract.mention import ActorMention, PlaceMention
from claimatlas.extract.quantity import NumberMention
from claimatlas.extract.source_speaker import Speaker
from claimatlas.extract.time import TimeMention
from claimatlas.model.quantity import WHAT


def decisions(sheet: Sheet, w: Windows, vectors: Floats, heads: Heads, settings: Settings) -> list[Decision]:
    """The events of a report in order of the text."""
    if not sheet.words:
        return []
    at = w.places(sheet.words)
    seen = vectors[at[:, 0], at[:, 1]]
    hidden = heads.words(seen, ragged(sheet.features))
    likely = heads.types(hidden)
    told = [i for i in range(len(sheet.words)) if 1 - likely[i, 0] > settings.event]
    if not told:
        return []
    types = likely[told, 1:].argmax(axis=1) + 1
    spots = [sheet.words[i] for i in told]
    pairs = pairs_of(sheet, spots)
    where = w.places([(c.leaf, c.token) for c in pairs.candidates])
    scores = heads.score(hidden[told], seen[told], vectors[where[:, 0], where[:, 1]], types, pairs)
    judge = Judge(pairs, scores, settings)
    certain = [float(likely[i, t]) for i, t in zip(told, types, strict=True)]
    return [judge.decision(n, spot, settings.types[types[n]], certain[n]) for n, spot in enumerate(spots)]


@dataclass(slots=True)
class Judge:
    """Chooses the fillers of events from their scores."""

    pairs: Pairs
    scores: Scores
    settings: Settings
    _rows: dict[int, list[int]] = field(default_factory=dict)
    _of: dict[tuple[int, int], list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
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
        chosen: dict[str, list[Candidate]] = {"agent": [], "target": []}
        for g in self._groups(n, "actor"):
            agent, target = (float(x) for x in 1 / (1 + np.exp(-self.scores.group[g, :2])))
            sure *= max(agent, 1 - agent) * max(target, 1 - target)
            if max(agent, target) > self.settings.actor:
                role = "agent" if agent >= target else "target"
                chosen[role].append(self._best(g, role))
        d.agents, d.targets = ([c.mention for c in _in_order(found) if isinstance(c.mention, ActorMention)] for found in chosen.values())
        return sure

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
