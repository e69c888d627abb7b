"""People told without a noun of their own: "wounding others", "the injured", "dozens were killed"."""

from collections.abc import Iterator

from claimatlas.extract.leaf import Leaf
from claimatlas.extract.mention import COLLECTIVE, ActorMention
from claimatlas.extract.nouns import nouns
from claimatlas.model.actor import Actor
from claimatlas.model.passage import Token
from claimatlas.theatres import Theatre

CIVILIANS = "civilians"
"""By the codebook, who is harmed and not told to be a fighter."""


def people_meant(leaves: list[Leaf], theatre: Theatre) -> Iterator[tuple[Token, Actor]]:
    """Tokens for people, with whom the sentence told of before ("killing ten soldiers and wounding others"), else civilians."""
    civilians = theatre.actors.get(CIVILIANS)
    for leaf in leaves:
        scene = leaf.scene
        for token in scene.passage.tokens:
            if token.lower in nouns("meant_people") and token.index not in scene.owner and token.pos in {"NOUN", "PROPN", "ADJ", "VERB"}:
                found = _before(scene.actors, token, theatre) if token.lower in nouns("meant_people_alike") else None
                found = found or civilians
                if found is not None and token.dep in {"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "ROOT", "npadvmod"}:
                    yield token, found


def _before(actors: list[ActorMention], token: Token, theatre: Theatre) -> Actor | None:
    told = [m for m in actors if m.last < token.index and m.sort == COLLECTIVE]
    named = theatre.named(told[-1].name) if told else []
    return named[0] if named else None
