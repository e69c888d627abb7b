"""What the verb above an event word says: "launched raids", "raids hit Y", "clashes broke out between A and B"."""

from claimatlas.extract.frame import add_agents, add_places, add_targets, behind
from claimatlas.extract.mention import Scene
from claimatlas.extract.metonym import TERRITORIAL
from claimatlas.extract.nouns import nouns
from claimatlas.extract.phrases import PLACE_PREPS, actors_of
from claimatlas.extract.syntax import kids, prepositions, verb_of
from claimatlas.extract.syntax_verb import is_passive, objects, subjects
from claimatlas.extract.told import Told
from claimatlas.extract.trigger_fit import is_land
from claimatlas.model.passage import Passage, Token

LIGHT = nouns("argument_noun_light")
HITS = nouns("argument_noun_verb_hits")
HITS_PLACE = {"hit", "strike", "target", "pound", "rock", "shake"}
HELP = {"air_support", "arm"}
HELPED = {"exploit", "receive", "enjoy", "get", "obtain"}
VICTIM = {"suffer", "face", "sustain"}
TWO_SIDED = {"clash", "talks", "agreement", "ceasefire"}


def by_governor(scene: Scene, told: Told, token: Token) -> None:
    """Add what the verb above says: its subject for a light verb ("launched raids"), its object when the event is the subject."""
    p = scene.passage
    top = _top(p, token)
    verb = verb_of(p, top.index)
    if verb is None:
        return
    if verb.lemma in LIGHT and _is_object(p, top):
        _light(scene, told, verb)
    elif top.dep == "nsubj" and verb.lemma in HITS:
        _as_subject(scene, told, verb)
    if told.type in TWO_SIDED and top.dep in {"nsubj", "nsubjpass", "dobj"}:
        _parties(scene, told, verb)
    if top.dep == "pobj" and p.tokens[p.tokens[top.head].head].lower == "responsibility" and verb.lemma in {"claim", "take", "accept"}:
        add_agents(scene, told, subjects(p, verb.index))
    add_places(scene, told, behind(p, verb.index, PLACE_PREPS - {"of", "for", "from"}))


def _top(p: Passage, token: Token) -> Token:
    """The noun by which the event word hangs on a verb: "a series of air strikes" by "series"."""
    top = token
    while top.dep in {"conj", "compound", "amod", "nmod"} and p.tokens[top.head].pos in {"NOUN", "PROPN"} and top.head != top.index:
        top = p.tokens[top.head]
    outer = p.tokens[p.tokens[top.head].head]
    return outer if top.dep == "pobj" and outer.pos in {"NOUN", "PROPN"} and p.tokens[top.head].lower == "of" else top


def _is_object(p: Passage, top: Token) -> bool:
    if top.dep == "pobj":
        return p.tokens[top.head].lower in {"with", "out", "on", "to"}
    return top.dep in {"dobj", "nsubjpass"}


def _light(scene: Scene, told: Told, verb: Token) -> None:
    """ "G launched raids on H", "H suffered losses", "raids were carried out by G"."""
    p = scene.passage
    doers = behind(p, verb.index, {"by"}) if is_passive(p, verb.index) else subjects(p, verb.index)
    befallen = verb.lemma in VICTIM or (told.type in HELP and verb.lemma in HELPED)
    for subj in doers:
        if subj.index != told.trigger.token:
            told.add("targets" if befallen else "agents", actors_of(scene, subj, allies=True))
    words = {"against", "on", "at", "to"} if told.type == "air_support" else {"against", "on", "at"}
    add_targets(scene, told, [*behind(p, verb.index, words), *kids(p, verb.index, "dative")])


def _as_subject(scene: Scene, told: Told, verb: Token) -> None:
    """ "The raids hit Y", "the blast killed N"."""
    for obj in objects(scene.passage, verb.index):
        land = is_land(scene, obj)
        told.add("targets", [m for m in actors_of(scene, obj) if not (land and m.kind in TERRITORIAL)])
        if verb.lemma in HITS_PLACE:
            add_places(scene, told, [obj])


def _parties(scene: Scene, told: Told, verb: Token) -> None:
    """ "Clashes broke out between A and B"."""
    for prep, obj in prepositions(scene.passage, verb.index):
        if prep.lower == "between":
            found = actors_of(scene, obj)
            told.add("agents", found[:1])
            told.add("targets", found[1:])
        elif prep.lower == "with":
            add_targets(scene, told, [obj])
