"""Forces told by bare words or by who commands them: "troops", "the president's forces", "fighters loyal to him"."""

from collections.abc import Iterator
from datetime import date

from claimatlas.extract.leaf import Leaf
from claimatlas.extract.mention import COLLECTIVE, NAMED, ActorMention
from claimatlas.extract.nouns import nouns
from claimatlas.extract.syntax import climb
from claimatlas.model.actor import Actor
from claimatlas.model.passage import Passage, Token
from claimatlas.theatres import Theatre

ARMIES = {"military", "security"}
OWNED = {"poss", "compound", "nmod", "amod", "pobj", "appos"}
TITLES = {"president", "dictator", "leader", "ruler", "strongman", "premier"}
LINKS = {"loyal", "to", "of", "under", "backing", "supporting", "allied", "with"}


def soldiers_meant(leaves: list[Leaf], theatre: Theatre, country: str) -> Iterator[tuple[ActorMention, Actor]]:
    """ "Troops", "soldiers": those of the country that the report is about, unless another one's army was named last."""
    last: Actor | None = None
    for leaf in leaves:
        for m in leaf.scene.actors:
            own = theatre.actors.get(theatre.generic.get(country, {}).get(m.text.lower(), ""))
            if m.sort == NAMED and m.kind in ARMIES:
                last = theatre.actors.get(m.id or "")
            elif m.sort == COLLECTIVE and own is not None and (last is None or last.country == own.country):
                yield m, own


def commanded(leaves: list[Leaf], theatre: Theatre, on: date | None) -> Iterator[tuple[int, int, Actor]]:
    """ "Assad's forces", "troops loyal to President Bashar al-Assad", "his army": start and end of the person's words, the government."""
    heads = {link.value: a for a in theatre.actors.values() if a.kind == "government" for link in a.leaders if link.holds(on)}
    for leaf in leaves:
        p = leaf.scene.passage
        for m in leaf.scene.actors:
            if m.id in heads and m.kind == "person" and (p.lower_at(m.last) in nouns("meant_forces") or _of_force(p, p.tokens[m.root])):
                yield m.start, m.end, heads[m.id]


def _of_force(p: Passage, token: Token) -> bool:
    """Whether a person's name hangs on a word for a force, at most by "loyal to", "of" or a title."""
    if token.dep not in OWNED:
        return False
    for above in climb(p, token.index):
        if above.lower in nouns("meant_forces"):
            return True
        if above.lower not in LINKS | TITLES and above.dep not in {"compound", "appos", "nmod"}:
            return False
    return False
