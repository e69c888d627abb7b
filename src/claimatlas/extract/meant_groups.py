"""Fighters told by a partisan's word: "the militants" are the group that the report names, where it names one and no other."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimatlas.extract.leaf import Leaf
from claimatlas.extract.memory_past import DEFINITE
from claimatlas.extract.mention import COLLECTIVE, ActorMention
from claimatlas.extract.nouns import nouns
from claimatlas.extract.syntax import kids
from claimatlas.model.actor import Actor
from claimatlas.model.passage import Token

NEAR, FAR, LOOK_BACK = 2, 10_000, 6
"""Passages within which a group must have been named: for most words, for some, for "the jihadist group"."""


@dataclass(frozen=True, slots=True)
class Foe:
    """A group named in a report: where, and by which mention."""

    passage: int
    mention: ActorMention
    actor: Actor


def foes_meant(leaves: list[Leaf], foes: list[Foe]) -> Iterator[tuple[ActorMention, Actor]]:
    """The mentions that stand for the one group among a report's `foes`, with it; none where the report names two."""
    if len({f.actor.id for f in foes}) != 1:
        return
    for leaf in leaves:
        number = leaf.scene.passage.number
        for m in leaf.scene.actors:
            gap = _gap(foes, number, m) if m.sort == COLLECTIVE and m.name in nouns("meant_groups") else None
            if gap is not None and gap <= _reach(leaf, m, gap):
                yield m, foes[0].actor


def groups_meant(leaves: list[Leaf], foes: list[Foe]) -> Iterator[tuple[Token, Actor]]:
    """ "The jihadist group": the last of a report's `foes` that was named before, by the token that says group."""
    for leaf in leaves:
        p = leaf.scene.passage
        for token in p.tokens:
            owner = leaf.scene.owner.get(token.index)
            if token.lower in nouns("memory_actor_group_heads") and (owner is None or owner.sort == COLLECTIVE):
                told = {t.lower for t in kids(p, token.index, "amod", "compound")}
                definite = any(t.lower in DEFINITE for t in kids(p, token.index, "det"))
                before = [f for f in foes if (f.passage, f.mention.last) < (p.number, token.index) and p.number - f.passage <= LOOK_BACK]
                if definite and told and told <= nouns("meant_of_groups") and before:
                    yield token, before[-1].actor


def _gap(foes: list[Foe], number: int, m: ActorMention) -> int | None:
    """How many passages before a mention the group was last named; None where it was not yet."""
    before = [f for f in foes if f.passage < number or (f.passage == number and f.mention.last < m.first)]
    return number - before[-1].passage if before else None


def _reach(leaf: Leaf, m: ActorMention, gap: int) -> int:
    """How far back the group may stand: a word that partisans use of all their enemies needs an article, or one sentence."""
    p = leaf.scene.passage
    definite = any(t.lower in DEFINITE for t in kids(p, m.root, "det"))
    if m.name in nouns("meant_groups_loose") and gap and not definite:
        return 0
    return FAR if m.name in nouns("meant_groups_wide") else NEAR
