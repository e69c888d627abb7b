"""Find the words of a passage that tell an event, and its type."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimatlas.extract.mention import ActorMention, Scene
from claimatlas.extract.nouns import grouped, nouns
from claimatlas.extract.rules import Need, VerbRule, rules
from claimatlas.extract.syntax import is_passive, kids, objects, phrase, prepositions, subjects
from claimatlas.model.passage import Passage, Token

LAND = nouns("trigger_land")
PERSONS = nouns("trigger_persons")


# past tenses that the pipeline's lemma table lacks
IRREGULAR = {"retook": "retake", "overran": "overrun", "withdrew": "withdraw", "shot": "shoot", "fled": "flee", "blew": "blow"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """Token `token` tells an event of `type`; `rule` is None for a noun; `first` is the span's first token."""

    type: str
    token: int
    first: int
    rule: VerbRule | None = None


def triggers(scene: Scene) -> list[Trigger]:
    """The event words of a passage in order of the text."""
    p = scene.passage
    found: list[Trigger] = []
    for token in p.tokens:
        trigger = _verb(scene, token) or _noun(scene, token)
        if trigger is not None:
            found.append(trigger)
    return found


def _verb(scene: Scene, token: Token) -> Trigger | None:
    if token.pos not in {"VERB", "AUX"} and not (token.tag in {"VBN", "VBD", "VBG"} and token.pos == "ADJ"):
        return None
    if token.tag == "VBN" and token.dep in {"pobj", "dobj", "nsubj", "nsubjpass"}:
        return None
    if token.lower == "surrounding":
        return None
    if token.dep == "amod" and token.index + 1 < len(scene.passage.tokens) and token.tag != "VBG":
        return None
    for rule in rules().verbs.get(IRREGULAR.get(token.lower, token.lemma.lower()), ()):
        if _fits(scene, token, rule):
            return Trigger(rule.type, token.index, token.index, rule)
    return None


def _fits(scene: Scene, token: Token, rule: VerbRule) -> bool:
    p, i = scene.passage, token.index
    passive = is_passive(p, i)
    if rule.prt and not any(t.lower in rule.prt for t in kids(p, i, "prt", "advmod", "prep", "dobj", "acomp", "oprd", "npadvmod")):
        return False
    if rule.prep and not any(prep.lower in rule.prep for prep in _prepositions_of(p, i)):
        return False
    subj = subjects(p, i)
    logical_object = subj if passive else objects(p, i)
    logical_subject = _by(p, i) if passive else subj
    if rule.frame in {"passive_place", "hold"} and rule.subj and rule.subj.kind == "place":
        return passive and bool(_by(p, i)) and any(_meets(scene, t, rule.subj) for t in subj)
    if rule.obj and not any(_meets(scene, t, rule.obj) for t in logical_object):
        return False
    untold = passive and not logical_subject and rule.subj is not None and rule.subj.kind in {"armed", "actor", "person"}
    if rule.subj and not untold and not any(_meets(scene, t, rule.subj) for t in logical_subject):
        return False
    if rule.origin == "actor" and not any(
        prep.lower == "from" and _meets(scene, o, Need(kind="actor")) and not is_land(scene, o) for prep, o in prepositions(p, i)
    ):
        return False
    return not rule.instrument or _instrument(p, i, rule.instrument)


def _prepositions_of(p: Passage, verb: int) -> list[Token]:
    return [*kids(p, verb, "prep", "agent"), *(prep for prep, _ in prepositions(p, verb))]


def _by(p: Passage, verb: int) -> list[Token]:
    return [obj for prep, obj in prepositions(p, verb) if prep.lower == "by"]


def _instrument(p: Passage, verb: int, words: frozenset[str]) -> bool:
    for prep, obj in prepositions(p, verb):
        if prep.lower in {"with", "by", "using", "in"} and any(p.tokens[j].lower in words for j in phrase(p, obj.index)):
            return True
    return any(t.lower == "using" and any(p.tokens[j].lower in words for j in phrase(p, t.index)) for t in kids(p, verb, "advcl"))


def _meets(scene: Scene, token: Token, need: Need) -> bool:
    if need.words:
        return _among(scene.passage, token, need.words)
    if need.kind == "place":
        return is_land(scene, token)
    mention = actor_at(scene, token)
    if need.kind == "person":
        return token.lower in PERSONS or (
            mention is not None and (mention.kind in {"person", "collective"} or token.lower in nouns("force_heads"))
        )
    if need.kind == "armed":
        return mention.armed if mention else token.lower in nouns("force_heads") or token.lower in {"they", "it", "he", "who"}
    return mention is not None or token.lower in {"they", "it", "he", "him", "them", "who", "which", "group", "country"}


def _among(p: Passage, token: Token, words: frozenset[str]) -> bool:
    near = [token, *kids(p, token.index, "compound", "amod", "conj", "nmod")]
    near += [o for prep, o in prepositions(p, token.index) if prep.lower == "of"]
    lowers = {t.lower for t in near}
    plain = {w for w in words if ":" not in w}
    pairs = [w.split(":") for w in words if ":" in w]
    return bool(lowers & plain) or any(head in lowers and mod in lowers for head, mod in pairs)


def actor_at(scene: Scene, token: Token) -> ActorMention | None:
    """The actor mention that covers a token, or the one that owns it ("the army's units")."""
    mention = scene.owner.get(token.index)
    if mention is not None:
        return mention
    for child in phrase(scene.passage, token.index):
        if child in scene.owner and scene.passage.tokens[child].dep in {"compound", "amod", "poss", "nmod", "npadvmod", "appos"}:
            return scene.owner[child]
    of = [o for prep, o in prepositions(scene.passage, token.index) if prep.lower == "of"]
    return next((scene.owner[o.index] for o in of if o.index in scene.owner), None)


def is_land(scene: Scene, token: Token) -> bool:
    """Whether a noun phrase is a place, a part of one or a position."""
    p = scene.passage
    kinds = grouped("place_kinds")
    if token.index in scene.where or token.lower in kinds or token.lower in LAND or token.lower in nouns("part_heads"):
        return True
    if token.index in scene.owner and scene.owner[token.index].root == token.index:
        return False
    return any(j in scene.where for j in _near_name(p, token.index))


def _near_name(p: Passage, i: int) -> Iterator[int]:
    for child in kids(p, i, "compound", "appos", "nmod", "conj"):
        yield child.index
    for prep, obj in prepositions(p, i):
        if prep.lower == "of":
            yield obj.index


def _noun(scene: Scene, token: Token) -> Trigger | None:
    if token.pos not in {"NOUN", "PROPN"} or token.index in scene.where:
        return None
    p, book = scene.passage, rules()
    lower = token.lower
    if token.index + 1 < len(p.tokens) and p.tokens[token.index + 1].text == "-":
        return None
    if lower == "-" or (p.tokens[token.head].lower in _compound_heads(lower) and token.dep in {"compound", "amod"}):
        return None
    best: Trigger | None = None
    for j in range(token.index - 1, max(-1, token.index - 4), -1):
        if p.tokens[j].pos in {"ADP", "VERB", "PUNCT", "CCONJ"} and p.tokens[j].lower != "-":
            break
        kind = book.compounds.get((p.tokens[j].lower, lower))
        best = Trigger(kind, token.index, j) if kind is not None else best
    if best is not None:
        return best
    alone = book.nouns.get(lower)
    if alone is None or (token.index in scene.owner and scene.owner[token.index].sort not in {"collective"} and lower not in {"attacks"}):
        return None
    return Trigger(alone, token.index, token.index)


def _compound_heads(first: str) -> set[str]:
    return {h for (a, h) in rules().compounds if a == first}
