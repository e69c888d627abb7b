"""Claims that a side holds a place: "ISIS-held", "under the control of", "in rebel hands", "out of government control"."""

from dataclasses import replace

from claimatlas.extract.mention import ActorMention, PlaceMention, Scene
from claimatlas.extract.phrases import actors_of, places_of
from claimatlas.extract.syntax import kids, prepositions, subjects, verb_of
from claimatlas.extract.told import Told
from claimatlas.extract.trigger import Trigger
from claimatlas.model.passage import Token

HELD = {"held", "controlled", "ruled", "run", "occupied", "dominated"}
PRO_PLACES = {"both": 2, "it": 1, "they": 2, "which": 1}
GRIP = {"control", "hands", "rule", "grip"}
STRONGHOLD = {"stronghold", "strongholds", "bastion", "bastions"}


def control_claims(scene: Scene, before: list[PlaceMention]) -> list[Told]:
    """Control told by an adjective or a noun in one passage; `before` are the places named so far, newest last."""
    out = []
    for token in scene.passage.tokens:
        told = _held(scene, token) or _grip(scene, token, before) or _stronghold(scene, token)
        if told is not None and told.agents and told.places:
            out.append(told)
    return out


def _new(scene: Scene, token: Token, kind: str = "control") -> Told:
    return Told(kind, Trigger(kind, token.index, token.index), token.index)


def _actor_before(scene: Scene, i: int) -> list[ActorMention]:
    """The actor in "ISIS-held", "rebel held": the mention that ends just before the word or its hyphen."""
    p = scene.passage
    j = i - 1
    if j >= 0 and p.tokens[j].text == "-":
        j -= 1
    while j >= 0 and p.tokens[j].text in {"(", ")"}:
        j -= 1
    return [scene.owner[j]] if j in scene.owner else []


def _held(scene: Scene, token: Token) -> Told | None:
    p = scene.passage
    if token.lower not in HELD or token.pos not in {"VERB", "ADJ", "NOUN"}:
        return None
    agents = _actor_before(scene, token.index)
    head = p.tokens[token.head]
    modifies = token.dep in {"amod", "compound", "nmod", "acl"} and head.pos in {"NOUN", "PROPN"}
    if not agents or not modifies:
        return None
    told = _new(scene, token)
    told.own_voice = True
    told.add("agents", agents)
    told.add_places(places_of(scene, head)[:1] or [m for m in scene.places if m.first > token.index][:1])
    return told


def _recent(scene: Scene, token: Token, before: list[PlaceMention]) -> list[PlaceMention]:
    """The places that "both", "it" or "they" stand for."""
    here = [m for m in scene.places if m.last < token.index and not m.antecedent]
    unique = {m.name: m for m in [*before, *here] if m.hint != "province" and not m.wide}
    count = PRO_PLACES.get(token.lower, 0)
    return [replace(m, antecedent=True, relation=None, part=None) for m in [*unique.values()][-count:]] if count else []


def _grip(scene: Scene, token: Token, before: list[PlaceMention]) -> Told | None:
    """under the control of X / in X's hands / under X control; the place is the subject or the noun before."""
    p = scene.passage
    prep = p.tokens[token.head]
    if token.lower not in GRIP or token.dep != "pobj" or prep.lower not in {"under", "in", "of", "out", "outside"}:
        return None
    told = _new(scene, token)
    for prep2, obj in prepositions(p, token.index):
        if prep2.lower == "of":
            told.add("agents", actors_of(scene, obj))
    for child in kids(p, token.index, "poss", "compound", "amod", "nmod"):
        told.add("agents", [scene.owner[child.index]] if child.index in scene.owner else [])
    above = p.tokens[prep.head]
    if above.pos == "ADP":
        above = p.tokens[above.head]
    holders = subjects(p, above.index) if above.pos in {"VERB", "AUX"} else [above]
    if above.pos in {"VERB", "AUX"} and above.lemma in {"bring", "come", "take", "put", "place", "fall", "return"}:
        told.type = "capture"
    for holder in holders:
        told.add_places(places_of(scene, holder) or _recent(scene, holder, before))
    told.clause = above.index if above.pos in {"VERB", "AUX"} else told.clause
    verb = verb_of(p, token.index)
    outside = prep.lower in {"outside"} or (prep.lower == "of" and p.tokens[prep.head].lower == "out")
    if outside or (verb is not None and (kids(p, verb.index, "neg") or "longer" in {t.lower for t in kids(p, verb.index, "advmod")})):
        told.stance = "denied"
    return told


def _stronghold(scene: Scene, token: Token) -> Told | None:
    p = scene.passage
    if token.lower not in STRONGHOLD:
        return None
    told = _new(scene, token)
    for child in kids(p, token.index, "compound", "amod", "poss", "nmod"):
        told.add("agents", [scene.owner[child.index]] if child.index in scene.owner else [])
    for prep, obj in prepositions(p, token.index):
        if prep.lower == "of" and not told.places:
            told.add_places(places_of(scene, obj)[:1])
    if not told.places and token.dep == "appos":
        told.add_places(places_of(scene, p.tokens[token.head])[:1])
    return told
