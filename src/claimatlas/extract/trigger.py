"""Find the words of a passage that tell an event, and its type."""

from dataclasses import dataclass

from claimatlas.extract.mention import Scene
from claimatlas.extract.rules import VerbRule, rules
from claimatlas.extract.trigger_fit import fits
from claimatlas.model.passage import Passage, Token

# past tenses that the pipeline's lemma table lacks
IRREGULAR = {"retook": "retake", "overran": "overrun", "withdrew": "withdraw", "shot": "shoot", "fled": "flee", "blew": "blow"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """Token `token` tells an event of `type`; `rule` is None for a noun; `first` is the span's first token."""

    type: str
    token: int
    first: int
    rule: VerbRule | None = None


def lemma_of(token: Token) -> str:
    """The lemma in lower case, irregular past tenses mended."""
    return IRREGULAR.get(token.lower, token.lemma.lower())


def triggers(scene: Scene) -> list[Trigger]:
    """The event words of a passage in order of the text."""
    found = (_verb(scene, token) or _noun(scene, token) for token in scene.passage.tokens)
    return [trigger for trigger in found if trigger is not None]


def _verb(scene: Scene, token: Token) -> Trigger | None:
    if not _is_verb(scene.passage, token):
        return None
    for rule in rules().verbs.get(lemma_of(token), ()):
        if fits(scene, token, rule):
            return Trigger(rule.type, token.index, token.index, rule)
    return None


def _is_verb(p: Passage, token: Token) -> bool:
    """Whether a token tells something as a verb, participles that merely describe a noun left out."""
    if token.pos not in {"VERB", "AUX"} and not (token.tag in {"VBN", "VBD", "VBG"} and token.pos == "ADJ"):
        return False
    if token.tag == "VBN" and token.dep in {"pobj", "dobj", "nsubj", "nsubjpass"}:
        return False
    describes = token.dep == "amod" and token.index + 1 < len(p.tokens) and token.tag != "VBG"
    return token.lower != "surrounding" and not describes


def _noun(scene: Scene, token: Token) -> Trigger | None:
    p = scene.passage
    if token.pos not in {"NOUN", "PROPN"} or token.index in scene.where or _part_of_compound(p, token):
        return None
    compound = _compound(p, token)
    if compound is not None:
        return compound
    alone = rules().nouns.get(token.lower)
    owner = scene.owner.get(token.index)
    if alone is None or (owner is not None and owner.sort != "collective" and token.lower != "attacks"):
        return None
    return Trigger(alone, token.index, token.index)


def _part_of_compound(p: Passage, token: Token) -> bool:
    """Whether a later word tells the event: "air" in "air raid", "bomb-making"."""
    hyphen = token.index + 1 < len(p.tokens) and p.tokens[token.index + 1].text == "-"
    heads = {head for first, head in rules().compounds if first == token.lower}
    return hyphen or token.lower == "-" or (p.tokens[token.head].lower in heads and token.dep in {"compound", "amod"})


def _compound(p: Passage, token: Token) -> Trigger | None:
    """The event of two words, the first up to three tokens before: "air defence strikes"; the farthest wins."""
    best: Trigger | None = None
    for j in range(token.index - 1, max(-1, token.index - 4), -1):
        if p.tokens[j].pos in {"ADP", "VERB", "PUNCT", "CCONJ"} and p.tokens[j].lower != "-":
            break
        kind = rules().compounds.get((p.tokens[j].lower, token.lower))
        best = Trigger(kind, token.index, j) if kind is not None else best
    return best
