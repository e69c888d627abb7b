"""Claims that a side holds a place: "ISIS-held", "under the control of", "in rebel hands", "out of government control"."""

from dataclasses import replace

from claimatlas.extract.mention import ActorMention, PlaceMention, Scene
from claimatlas.extract.phrases import actors_of, places_of
from claimatlas.extract.syntax import kids, prepositions, verb_of
from claimatlas.extract.syntax_verb import objects, subjects
from claimatlas.extract.told import Told
from claimatlas.extract.trigger import Trigger
from claimatlas.model.passage import Passage, Token

HELD = {"held", "controlled", "ruled", "run", "occupied", "dominated"}
PRO_PLACES = {"both": 2, "it": 1, "they": 2, "which": 1}
GRIP = {"control", "hands", "rule", "grip"}
GAIN = {"bring", "come", "take", "put", "place", "fall", "return"}
MOVE = {"bring", "put", "place"}
STRONGHOLD = {"stronghold", "strongholds", "bastion", "bastions"}


def control_claims(scene: Scene, before: list[PlaceMention]) -> list[Told]:
    """Control told by an adjective or a noun in one passage; `before` are the places named so far, newest last."""
    out = []
    for token in scene.passage.tokens:
        told = _held(scene, token) or _grip(scene, token, before) or _stronghold(scene, token)
        if told is not None and told.agents and told.places:
            out.append(told)
    return out


def _new(token: Token) -> Told:
    return Told("control", Trigger("control", token.index, token.index), token.index)


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
    told = _new(token)
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
    told = _new(token)
    for name in (obj for inner, obj in prepositions(p, token.index) if inner.lower == "of"):
        told.add("agents", actors_of(scene, name))
    _add_owners(scene, told, token)
    above = p.tokens[prep.head]
    _held_by(scene, told, p.tokens[above.head] if above.pos == "ADP" else above, before)
    told.stance = "denied" if _slipped(p, token, prep) else told.stance
    return told


def _add_owners(scene: Scene, told: Told, token: Token) -> None:
    """Actors that modify the noun: "ISIS control", "the army's hands"."""
    for child in kids(scene.passage, token.index, "poss", "compound", "amod", "nmod"):
        told.add("agents", [scene.owner[child.index]] if child.index in scene.owner else [])


def _held_by(scene: Scene, told: Told, above: Token, before: list[PlaceMention]) -> None:
    """What is held: the noun above, or the subject of the verb above, which may tell that it was taken."""
    things = [above]
    if above.pos in {"VERB", "AUX"}:
        moved = objects(scene.passage, above.index) if above.lemma in MOVE else []
        things, told.clause = moved or subjects(scene.passage, above.index), above.index
        told.type = "capture" if above.lemma in GAIN else told.type
    for thing in things:
        told.add_places(places_of(scene, thing) or _recent(scene, thing, before))


def _slipped(p: Passage, token: Token, prep: Token) -> bool:
    """ "Out of control of", "outside", "no longer under": not held."""
    if prep.lower == "outside" or (prep.lower == "of" and p.tokens[prep.head].lower == "out"):
        return True
    verb = verb_of(p, token.index)
    return verb is not None and (bool(kids(p, verb.index, "neg")) or any(t.lower == "longer" for t in kids(p, verb.index, "advmod")))


def _stronghold(scene: Scene, token: Token) -> Told | None:
    """ "The ISIS stronghold of Y", "Y, a stronghold of rebels"."""
    p = scene.passage
    if token.lower not in STRONGHOLD:
        return None
    told = _new(token)
    _add_owners(scene, told, token)
    for prep, obj in prepositions(p, token.index):
        if prep.lower == "of" and not told.places:
            told.add_places(places_of(scene, obj)[:1])
    if not told.places and token.dep == "appos":
        told.add_places(places_of(scene, p.tokens[token.head])[:1])
    return told
