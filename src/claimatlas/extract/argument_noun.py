"""Slots of an event told by a noun: "regime air strikes on Douma", "clashes between A and B", "the siege of Y"."""

from claimatlas.extract.mention import ActorMention, Scene
from claimatlas.extract.metonym import TERRITORIAL
from claimatlas.extract.nouns import nouns
from claimatlas.extract.phrases import PLACE_PREPS, actors_of, places_of
from claimatlas.extract.syntax import is_passive, kids, objects, prepositions, subjects, verb_of
from claimatlas.extract.told import Told
from claimatlas.extract.trigger import is_land
from claimatlas.model.passage import Token

LIGHT = nouns("argument_noun_light")
OF_IS_AGENT = nouns("argument_noun_of_is_agent")
OF_IS_TARGET = nouns("argument_noun_of_is_target")
LOSS = {"loss", "losses"}
# whom a noun of help or of leaving names behind a preposition
HELPED_BY = {"to": {"defect", "surrender", "arm", "air_support"}, "for": {"air_support", "arm", "ally"}}
HELP = {"air_support", "arm"}
HELPED = {"exploit", "receive", "enjoy", "get", "obtain"}
VICTIM = {"suffer", "face", "sustain"}


def fill_noun(scene: Scene, told: Told) -> None:
    """Add to `told` what modifiers, prepositions, participles and the governing verb say."""
    p, i = scene.passage, told.trigger.token
    token = p.tokens[i]
    told.add("agents", _modifiers(scene, told))
    _prepositions(scene, told, i)
    _participles(scene, told, i)
    _governor(scene, told, token)
    if token.lower in LOSS and not told.agents:
        told.add("agents", _taker(scene, i))
    if not told.places:
        told.add_places([scene.where[t.index] for t in kids(p, i, "compound", "nmod", "amod", "poss") if t.index in scene.where])


def _taker(scene: Scene, i: int) -> list[ActorMention]:
    """Who gained by a loss: the actor behind "to" further on in the sentence."""
    return [scene.owner[t.index + 1] for t in scene.passage.tokens[i + 1 : -1] if t.lower == "to" and t.index + 1 in scene.owner][:1]


def _modifiers(scene: Scene, told: Told) -> list[ActorMention]:
    p = scene.passage
    out: list[ActorMention] = []
    nodes = range(told.trigger.first, told.trigger.token + 1)
    for node in nodes:
        for child in kids(p, node, "compound", "amod", "poss", "nmod", "npadvmod"):
            for j in (child.index, *(t.index for t in kids(p, child.index, "compound", "conj", "npadvmod", "amod", "poss"))):
                if j in scene.owner and scene.owner[j] not in out:
                    out.append(scene.owner[j])
    if told.trigger.first and told.trigger.first - 1 in scene.owner:
        before = scene.owner[told.trigger.first - 1]
        if before not in out:
            out.append(before)
    if p.tokens[told.trigger.token].lower in LOSS:
        told.add("targets", out)
        return []
    return out


def _prepositions(scene: Scene, told: Told, node: int) -> None:
    p = scene.passage
    lower = p.tokens[node].lower
    for prep, obj in prepositions(p, node):
        word, actors = prep.lower, actors_of(scene, obj)
        if word == "by":
            told.add("agents", actors)
        elif word == "of" and actors and not places_of(scene, obj):
            told.add("targets" if lower in OF_IS_TARGET else "agents", actors)
        elif word == "between":
            told.add("agents", actors[:1])
            told.add("targets", actors[1:])
        elif word in {"against", "on", "targeting", "at", "upon"} or (
            word == "with" and told.type in {"clash", "talks", "agreement", "ceasefire"}
        ):
            told.add("targets", actors)
        elif (word == "to" and lower in LOSS) or (word == "from" and told.type in {"shelling", "assault"}):
            told.add("agents", actors)
        elif told.type in HELPED_BY.get(word, ()):
            told.add("targets", actors)
        if word in PLACE_PREPS:
            told.add_places(places_of(scene, obj))


def _participles(scene: Scene, told: Told, node: int) -> None:
    """attack carried out by X on Y; raids targeting Y; rockets fired by X."""
    p = scene.passage
    for clause in kids(p, node, "acl", "relcl"):
        if clause.lemma in {"blame", "attribute"}:
            continue
        passive = is_passive(p, clause.index) or clause.tag == "VBN"
        for prep, obj in prepositions(p, clause.index):
            if prep.lower == "by" and passive:
                told.add("agents", actors_of(scene, obj))
            elif prep.lower in {"on", "against", "at"}:
                told.add("targets", actors_of(scene, obj))
            if prep.lower in PLACE_PREPS and prep.lower != "by":
                told.add_places(places_of(scene, obj))
        if not passive:
            own = [t for t in kids(p, clause.index, "nsubj") if t.tag not in {"WDT", "WP"}]
            for token in own:
                told.add("agents", actors_of(scene, token))
            if not own:
                for token in objects(p, clause.index):
                    if token.index != node:
                        told.add("targets", actors_of(scene, token))
                        told.add_places(places_of(scene, token))


def _governor(scene: Scene, told: Told, token: Token) -> None:
    """What the verb above says: its subject for a light verb ("launched raids"), its object when the event is the subject."""
    p = scene.passage
    top = token
    while top.dep in {"conj", "compound", "amod", "nmod"} and p.tokens[top.head].pos in {"NOUN", "PROPN"} and top.head != top.index:
        top = p.tokens[top.head]
    if top.dep == "pobj" and p.tokens[p.tokens[top.head].head].pos in {"NOUN", "PROPN"} and p.tokens[top.head].lower == "of":
        top = p.tokens[p.tokens[top.head].head]
    verb = verb_of(p, top.index)
    if verb is None:
        return
    if top.dep in {"dobj", "nsubjpass"} or (
        top.dep == "pobj" and verb.lemma in LIGHT and p.tokens[top.head].lower in {"with", "out", "on", "to"}
    ):
        _light(scene, told, verb)
    elif top.dep == "nsubj":
        _as_subject(scene, told, verb)
    if told.type in {"clash", "talks", "agreement", "ceasefire"} and top.dep in {"nsubj", "nsubjpass", "dobj"}:
        _parties(scene, told, verb)
    if top.dep == "pobj" and p.tokens[p.tokens[top.head].head].lower == "responsibility" and verb.lemma in {"claim", "take", "accept"}:
        told.add("agents", [m for subj in subjects(p, verb.index) for m in actors_of(scene, subj)])
    _surroundings(scene, told, verb)


def _light(scene: Scene, told: Told, verb: Token) -> None:
    p = scene.passage
    if verb.lemma in LIGHT:
        passive = is_passive(p, verb.index)
        by = [obj for prep, obj in prepositions(p, verb.index) if prep.lower == "by"]
        for subj in by if passive else subjects(p, verb.index):
            if subj.index != told.trigger.token:
                told.add(
                    "targets" if verb.lemma in VICTIM or (told.type in HELP and verb.lemma in HELPED) else "agents",
                    actors_of(scene, subj, allies=True),
                )
        for prep, obj in prepositions(p, verb.index):
            if prep.lower in {"against", "on", "at"} or (prep.lower == "to" and told.type == "air_support"):
                told.add("targets", actors_of(scene, obj))
        for dative in kids(p, verb.index, "dative"):
            told.add("targets", actors_of(scene, dative))


def _as_subject(scene: Scene, told: Told, verb: Token) -> None:
    p = scene.passage
    if verb.lemma in {
        "hit",
        "strike",
        "target",
        "pound",
        "kill",
        "wound",
        "injure",
        "destroy",
        "rock",
        "shake",
        "leave",
        "hurt",
        "cause",
        "claim",
    }:
        for obj in objects(p, verb.index):
            land = is_land(scene, obj)
            told.add("targets", [m for m in actors_of(scene, obj) if not (land and m.kind in TERRITORIAL)])
            if verb.lemma in {"hit", "strike", "target", "pound", "rock", "shake"}:
                told.add_places(places_of(scene, obj))


def _parties(scene: Scene, told: Told, verb: Token) -> None:
    """ "Clashes broke out between A and B"."""
    for prep, obj in prepositions(scene.passage, verb.index):
        if prep.lower == "between":
            found = actors_of(scene, obj)
            told.add("agents", found[:1])
            told.add("targets", found[1:])
        elif prep.lower == "with":
            told.add("targets", actors_of(scene, obj))


def _surroundings(scene: Scene, told: Told, verb: Token) -> None:
    for prep, obj in prepositions(scene.passage, verb.index):
        if prep.lower in PLACE_PREPS and prep.lower not in {"of", "for", "from"}:
            told.add_places(places_of(scene, obj))
