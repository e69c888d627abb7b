"""Noun phrases that no register names, as actors that an event may have: "the hospital", "two officers", "12" of the dead."""

from collections.abc import Iterator

from claimatlas.extract.leaf import Leaf
from claimatlas.extract.mention import COLLECTIVE, ActorMention, Scene
from claimatlas.extract.nouns import people_heads
from claimatlas.extract.quantity import NumberMention
from claimatlas.extract.syntax import kids
from claimatlas.model.passage import Passage, Token

NOUN, COUNTED = "noun", "counted"
INNER = {"compound", "amod", "nmod", "poss"}
ARGUMENT = {"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "attr", "dative", "ROOT", "dep", "npadvmod", "agent", "oprd"}
HARM = {"killed", "wounded", "missing", "displaced", "captured"}


def noun_phrases(leaf: Leaf) -> Iterator[ActorMention]:
    """Common nouns outside of the mentions that were spotted, and counts of people told without a noun."""
    scene = leaf.scene
    for token in scene.passage.tokens:
        if token.pos in {"NOUN", "PROPN"} and token.dep in ARGUMENT and token.index not in scene.owner and token.index not in scene.where:
            phrase = _phrase(scene.passage, token)
            if not any(i in scene.owner for i in range(phrase.first, phrase.last)):
                yield phrase
    for number in leaf.numbers:
        counted = _counted(scene, number)
        if counted is not None:
            yield counted


def _phrase(p: Passage, head: Token) -> ActorMention:
    first = head.index
    while first > 0 and p.tokens[first - 1].dep in INNER and p.tokens[first - 1].head in range(first, head.index + 1):
        first -= 1
    if p.tokens[first].dep == "poss" and p.tokens[first].pos == "PRON":
        first += 1
    start, end = p.tokens[first].start, head.end
    text = p.text[start - p.start : end - p.start]
    name = people_heads().get(head.lower, text)
    return ActorMention(first, head.index, head.index, NOUN, name, start, end, text, None, "thing", False)


def _counted(scene: Scene, number: NumberMention) -> ActorMention | None:
    """The people of a bare count ("killed twelve and wounded 20"), who are civilians where nothing else is told."""
    p = scene.passage
    at = next((t for t in p.tokens if t.start >= number.start), None)
    if at is None or number.what not in HARM or number.low == 0 or at.dep == "nummod" or kids(p, at.index, "prep"):
        return None
    name = people_heads().get(number.unit_text.lower(), "civilians")
    return ActorMention(at.index, at.index, at.index, COUNTED, name, number.start, number.end, number.text, None, COLLECTIVE, False)
