"""Bodies told by the noun of their name: "the center", "this institute", "the front", after the whole name was told."""

from collections.abc import Iterator

from claimatlas.extract.leaf import Leaf
from claimatlas.extract.memory_past import DEFINITE
from claimatlas.extract.mention import NAMED, ActorMention
from claimatlas.extract.nouns import nouns
from claimatlas.extract.syntax import kids
from claimatlas.model.names import fold_name
from claimatlas.model.passage import Token


def bodies_meant(leaves: list[Leaf]) -> Iterator[tuple[Token, ActorMention]]:
    """Tokens outside of the mentions that stand for a body whose name has the same noun, with its last mention before."""
    named: list[ActorMention] = []
    for leaf in leaves:
        scene = leaf.scene
        for token in scene.passage.tokens:
            if token.index not in scene.owner and token.lower in nouns("meant_bodies") and _alone(leaf, token):
                here = [m for m in scene.actors if m.sort == NAMED and m.last < token.index]
                back = next((m for m in reversed([*named, *here]) if token.lower in _words(m)), None)
                if back is not None:
                    yield token, back
        named += [m for m in scene.actors if m.sort == NAMED]


def _alone(leaf: Leaf, token: Token) -> bool:
    """Whether a noun stands with its article and no other word that could tell of another body."""
    p = leaf.scene.passage
    definite = any(t.lower in DEFINITE for t in kids(p, token.index, "det"))
    return definite and not kids(p, token.index, "compound", "amod", "nmod", "poss", "prep")


def _words(m: ActorMention) -> set[str]:
    return {*fold_name(m.name).split(), *fold_name(m.text).split()}
