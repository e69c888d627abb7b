"""What the network is shown in place of the names of sides, so that it judges deeds alike whoever does them."""

from claimatlas.extract.leaf import Leaf
from claimatlas.extract.mention import COLLECTIVE, NAMED, NEW, ActorMention
from claimatlas.extract.nouns import nouns

MASK = "faction"
OPEN = {"media", "monitor", "agency", "organisation", "international", "ministry", "political", "person"}
"""Kinds of actors whose names stay readable: they speak and help, they do not fight."""


def masked(leaf: Leaf) -> dict[int, str]:
    """For each token of a side's name what is shown instead: MASK at its first word, '' at the rest; words such as "jets" stay."""
    out: dict[int, str] = {}
    for m in leaf.scene.actors:
        if hides(m):
            rest = [i for i in range(m.first, m.last + 1) if leaf.scene.passage.tokens[i].lower not in nouns("neutral_force_words")]
            out |= {i: MASK if i == rest[0] else "" for i in rest}
    return out


def hides(m: ActorMention) -> bool:
    """Whether a mention names a side: a force, a group, a state, or a collective under arms."""
    return m.sort in {NAMED, NEW, COLLECTIVE} and (m.armed or m.sort == NAMED) and m.kind not in OPEN
