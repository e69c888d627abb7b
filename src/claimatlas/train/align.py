"""Hand-coded claims laid on the candidates of a sheet: which word tells each, and which candidates are right."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from types import ModuleType
from typing import Any

from claimatlas.extract.learned.candidates import Candidate
from claimatlas.extract.learned.sheet import Sheet, Spot
from claimatlas.extract.mention import ActorMention, PlaceMention
from claimatlas.extract.quantity import NumberMention
from claimatlas.extract.source_speaker import Speaker
from claimatlas.extract.syntax import climb
from claimatlas.extract.time import TimeMention
from claimatlas.model.codebook import two_sided
from claimatlas.model.quantity import WHAT
from claimatlas.model.report import Report
from claimatlas.resolve.time import resolve_time
from claimatlas.resolve.time_context import TimeContext
from claimatlas.train.gold import Example, Gold

NONE: frozenset[str] = frozenset()


@dataclass(slots=True)
class Event:
    """One event word with its coded slots, as keys of candidates.

    `agent`, `target`: keys that are right (True) or that may be (False: left out of the loss).
    `place`, `time`, `speaker`: the right keys, empty for "none told", None where the coder's words are no candidate.
    `number`: key to the place of what is counted in WHAT. `listed`: several places told with one word.
    """

    spot: Spot
    type: str
    stance: str
    core: bool
    alternatives: list[str]
    listed: bool
    agent: dict[str, bool] = field(default_factory=dict)
    target: dict[str, bool] = field(default_factory=dict)
    place: frozenset[str] | None = NONE
    time: frozenset[str] | None = NONE
    speaker: frozenset[str] | None = NONE
    number: dict[str, int] = field(default_factory=dict)


def align(example: Example, scorer: ModuleType) -> list[Event]:
    """The events of one report in order of the text; claims whose trigger is no candidate word are left out."""
    groups: dict[tuple[Spot, str, str], list[Gold]] = defaultdict(list)
    for claim in example.claims:
        spot = _spot(example.sheet, claim["at"])
        if spot is not None:
            groups[spot, claim["type"], claim["stance"]].append(claim)
    aligner = Aligner(example.report, example.sheet, scorer)
    return [aligner.event(spot, claims) for (spot, _, _), claims in sorted(groups.items(), key=lambda g: g[0][0])]


def _spot(sheet: Sheet, at: list[int]) -> Spot | None:
    """The word of a trigger: where the rules tell an event, else the head of its words."""
    n = next((i for i, leaf in enumerate(sheet.leaves) if leaf.scene.passage.start <= at[0] < leaf.scene.passage.end), None)
    if n is None:
        return None
    p = sheet.leaves[n].scene.passage
    inside = [t.index for t in p.tokens if t.start < at[1] and t.end > at[0] and (n, t.index) in sheet.index]
    ruled = [t for t in inside if any(e.trigger.token == t for e in sheet.leaves[n].claimed)]
    heads = [t for t in inside if not any(above.index in inside for above in climb(p, t))]
    best = ruled[-1:] or heads[:1]
    return (n, best[0]) if best else None


@dataclass(slots=True)
class Aligner:
    """Finds the right candidates of one report's claims."""

    report: Report
    sheet: Sheet
    scorer: ModuleType

    def event(self, spot: Spot, claims: list[Gold]) -> Event:
        """The event of claims told with one word; they differ in their places."""
        first = claims[0]
        sides = self._sides(spot, first)
        return Event(
            spot,
            first["type"],
            first["stance"],
            any(c["core"] for c in claims),
            sorted({a for c in claims for a in c.get("alt_types") or ()} - {first["type"]}),
            len(claims) > 1,
            *sides,
            self._places(spot, claims),
            self._time(spot, first["time"]),
            self._speaker(spot, first["source"]),
            self._numbers(spot, [q for c in claims for q in c["quantities"]]),
        )

    def _sides(self, spot: Spot, claim: Gold) -> tuple[dict[str, bool], dict[str, bool]]:
        """Agents and targets; of types whose order carries no meaning those named first are the agents."""
        agent, target = self._actors(spot, claim["agent"]), self._actors(spot, claim["target"])
        if two_sided(claim["type"]) and any(target.values()) and self._begins(spot, target) < self._begins(spot, agent):
            return target, agent
        return agent, target

    def _begins(self, spot: Spot, coded: dict[str, bool]) -> tuple[int, int]:
        """Where the first right candidate stands; beyond the text where there is none."""
        found = [(c.leaf, c.start) for c in self.sheet.candidates("actor", spot[0]) if coded.get(c.key)]
        return min(found, default=(10**9, 0))

    def _actors(self, spot: Spot, coded: list[Any]) -> dict[str, bool]:
        out: dict[str, bool] = {}
        for entry in coded:
            names = self.scorer.names_of(entry)
            fit = [c for c in self.sheet.candidates("actor", spot[0]) if self._is_actor(names, c)]
            if fit:
                best = _over(fit, entry) or [c for c in fit if self._same_fold(c, names[0])] or [c for c in fit if c.leaf == spot[0]] or fit
                for c in fit:
                    out.setdefault(c.key, False)
                out[best[0].key] = True
        return out

    def _is_actor(self, names: list[str], c: Candidate) -> bool:
        m = c.mention
        return isinstance(m, ActorMention) and bool(self.scorer.same_actor(names, [m.name, m.text]))

    def _same_fold(self, c: Candidate, name: str) -> bool:
        m = c.mention
        return isinstance(m, ActorMention | PlaceMention) and bool(self.scorer.fold(m.name) == self.scorer.fold(name))

    def _places(self, spot: Spot, claims: list[Gold]) -> frozenset[str] | None:
        told = [c["place"] for c in claims if c["place"]]
        keys: set[str] = set()
        for place in told:
            names = self.scorer.names_of(place)
            found = [c for c in self.sheet.candidates("place", spot[0]) if isinstance(c.mention, PlaceMention)]
            fit = [c for c in found if self.scorer.same_name(names, [c.mention.name, c.mention.text])]  # type: ignore[union-attr]
            keys |= {c.key for c in _over(fit, place) or [c for c in fit if self._same_fold(c, names[0])] or fit}
        return frozenset(keys) if keys or not told else None

    def _time(self, spot: Spot, time: Gold) -> frozenset[str] | None:
        if time.get("default"):
            return NONE
        found = self.sheet.candidates("time", spot[0])
        fit = [c for c in found if self._dates(c, time)]
        over = _over(found, {"spans": [time["span"]]} if "span" in time else {})
        best = [c for c in fit if c in over] or [c for c in fit if c.leaf == spot[0]] or fit or over
        if best:
            return frozenset(c.key for c in best)
        return NONE if self._is_default(time) else None

    def _dates(self, c: Candidate, time: Gold) -> bool:
        """Whether some reading of a candidate gives the coded dates."""
        for tense in ("past", "future"):
            for role in ("complement", "main"):
                context = TimeContext(None, tense, role)
                value = resolve_time(c.mention, self.report.published, context) if isinstance(c.mention, TimeMention) else None
                if value is not None and value.start and value.end:
                    told = {"start": value.start.isoformat(), "end": value.end.isoformat()}
                    if self.scorer.time_right(time, told):
                        return True
        return False

    def _is_default(self, time: Gold) -> bool:
        on = self.report.published
        return on is not None and bool(self.scorer.time_right(time, {"start": (on - timedelta(days=1)).isoformat(), "end": on.isoformat()}))

    def _speaker(self, spot: Spot, source: list[Any]) -> frozenset[str] | None:
        if not source:
            return NONE
        names = self.scorer.names_of(source[0])
        fit = [c for c in self.sheet.candidates("speaker", spot[0]) if self._speaks(names, c)]
        best = _over(fit, source[0] if isinstance(source[0], dict) else {}) or fit
        return frozenset(c.key for c in best) or None

    def _speaks(self, names: list[str], c: Candidate) -> bool:
        m = c.mention
        return isinstance(m, Speaker) and bool(self.scorer.same_actor(names, [m.text, *([m.actor.name] if m.actor else [])]))

    def _numbers(self, spot: Spot, coded: list[Gold]) -> dict[str, int]:
        found = self.sheet.candidates("number", spot[0])
        out: dict[str, int] = {}
        for q in coded:
            fit = [c for c in found if isinstance(c.mention, NumberMention) and (c.mention.low, c.mention.high) == (q["low"], q["high"])]
            over = _over(found, {"spans": [q["span"]]} if "span" in q else {})
            same = [c for c in fit if c.sort == q["what"]]
            here = [c for c in same if c.leaf == spot[0]]
            best = [c for c in fit if c in over] or over or here or same or [c for c in fit if c.leaf == spot[0]] or fit
            if best:
                out.setdefault(best[0].key, WHAT.index(q["what"]))
        return out


def _over(found: list[Candidate], entry: Any) -> list[Candidate]:
    """The candidates that overlap the coder's words."""
    spans = entry.get("spans", ()) if isinstance(entry, dict) else ()
    return [c for c in found if any(c.start < end and c.end > start for start, end in spans)]
