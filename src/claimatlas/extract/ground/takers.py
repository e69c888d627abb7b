"""Who took it: the verb's subject; for "it" and "they" the force that the story follows."""

from dataclasses import dataclass, field
from datetime import date

from claimatlas.extract.ground.words import words
from claimatlas.extract.leaf import Leaf
from claimatlas.extract.memory_past import FIGHTERS
from claimatlas.extract.mention import PRONOUN, ActorMention, Scene
from claimatlas.extract.phrases import actors_of
from claimatlas.extract.syntax import climb, kids, prepositions
from claimatlas.extract.syntax_verb import own_subjects, subjects
from claimatlas.model.passage import Token
from claimatlas.theatres import Theatre

ITSELF = {"it", "they"}
# words behind "by" or "to" among which the taker stands: "to Turkish-backed rebel forces"
NAMED_WITHIN = 6


@dataclass(frozen=True, slots=True)
class Doers:
    """Who did it; `sure`: the words name them as the ones, rather than the story."""

    found: list[ActorMention]
    sure: bool = False


@dataclass(slots=True)
class Takers:
    """The force that the story follows: the one that acted last. `on`: the report's date."""

    theatre: Theatre
    on: date | None
    followed: list[ActorMention] = field(default_factory=list)

    def of(self, leaf: Leaf, verb: Token) -> Doers:
        """The actors that did what an active verb tells; none where they cannot be told."""
        scene = leaf.scene
        subj = subjects(scene.passage, verb.index)
        if any(t.lower in ITSELF for t in subj):
            return Doers(_acting(scene, verb.index) or self.followed)
        found = [m for t in subj for m in actors_of(scene, t, allies=True) if _fights(m)]
        own = any(t.index in {s.index for s in own_subjects(scene.passage, verb.index)} for t in subj)
        return Doers(list(dict.fromkeys(found)), own) if found else self._nearest(scene, verb, bool(subj))

    def by(self, scene: Scene, verb: Token) -> Doers:
        """Who did what a passive verb tells: those behind "by"; none where it names none."""
        told = [obj for prep, obj in prepositions(scene.passage, verb.index) if prep.lower == "by"]
        return Doers([m for t in told for m in actors_of(scene, t, allies=True)], True)

    def of_noun(self, scene: Scene, noun: Token, last: int) -> Doers:
        """Who took it in "the fall of X to G", "the capture of X by G", "its offensive resulted in the capture of X"."""
        p = scene.passage
        at = next((i for i in range(last + 1, min(last + 4, len(p.tokens))) if p.lower_at(i) in {"to", "by"}), None)
        told = [m for m in scene.actors if at is not None and at < m.first <= at + NAMED_WITHIN and _fights(m)]
        if told:
            return Doers(told, True)
        owners = [scene.owner[t.index] for t in kids(p, noun.index, "poss", "compound") if t.index in scene.owner]
        ends = any(p.lower_at(i) in words("results") for i in range(max(0, noun.index - 4), noun.index))
        before = [m for m in scene.actors if m.last < noun.index and m.kind in FIGHTERS][:1]
        return Doers([m for m in owners if m.kind in FIGHTERS] or (before if ends else []))

    def _nearest(self, scene: Scene, verb: Token, has_subject: bool) -> Doers:
        """The acting force before a participle or a verb whose subject the parse has lost."""
        before = next((m for m in scene.actors if m.last == verb.index - 1 and m.kind in FIGHTERS), None)
        if before is not None:
            return Doers([before])
        if has_subject and verb.tag != "VBG":
            return Doers([])
        return Doers(_acting(scene, verb.index) or ([] if has_subject else self.followed))

    def losers(self, scene: Scene, agents: list[ActorMention], last: int) -> list[ActorMention]:
        """From whom it is told to be taken: an enemy named behind "from" right after the list."""
        p = scene.passage
        at = next((i for i in range(last, min(last + 3, len(p.tokens))) if p.lower_at(i) == "from"), None)
        near = [m for m in scene.actors if at is not None and at < m.first <= at + 4]
        return [m for m in near if m not in agents][:1]

    def remember(self, scene: Scene) -> None:
        """Take in who acts in a sentence."""
        acting = _acting(scene, len(scene.passage.tokens), first=True)
        self.followed = acting or self.followed


def _fights(m: ActorMention) -> bool:
    return m.kind in FIGHTERS or m.kind == "state"


def _acting(scene: Scene, before: int, first: bool = False) -> list[ActorMention]:
    """Forces that are subjects ahead of a token, pronouns aside: the last such subject, or the first."""
    p = scene.passage
    found = [
        t
        for t in p.tokens[:before]
        if t.dep in {"nsubj", "nsubjpass"} and (m := scene.owner.get(t.index)) is not None and m.sort != PRONOUN and m.kind in FIGHTERS
    ]
    main = [t for t in found if not any(a.dep in {"relcl", "advcl", "acl"} for a in climb(p, t.index))] or found
    if not main:
        return []
    return actors_of(scene, main[0 if first else -1], allies=True)
