"""Slots of an event told by a noun: "regime air strikes on Douma", "clashes between A and B", "the siege of Y"."""

from claimatlas.extract.argument_noun_verb import by_governor
from claimatlas.extract.frame import add_agents, add_places, add_targets, behind
from claimatlas.extract.mention import ActorMention, Scene
from claimatlas.extract.nouns import nouns
from claimatlas.extract.phrases import PLACE_PREPS, actors_of, places_of
from claimatlas.extract.syntax import kids, prepositions
from claimatlas.extract.syntax_verb import is_passive, objects
from claimatlas.extract.told import Told
from claimatlas.model.passage import Token

OF_IS_TARGET = nouns("argument_noun_of_is_target")
LOSS = {"loss", "losses"}
AT_TARGET = {"against", "on", "targeting", "at", "upon"}
MUTUAL = {"clash", "talks", "agreement", "ceasefire"}
# whom a noun of help or of leaving names behind a preposition
HELPED_BY = {"to": {"defect", "surrender", "arm", "air_support"}, "for": {"air_support", "arm", "ally"}}


def fill_noun(scene: Scene, told: Told) -> None:
    """Add to `told` what modifiers, prepositions, participles and the governing verb say."""
    p, i = scene.passage, told.trigger.token
    loss = p.tokens[i].lower in LOSS
    told.add("targets" if loss else "agents", _modifiers(scene, told))
    _prepositions(scene, told, i)
    for clause in kids(p, i, "acl", "relcl"):
        if clause.lemma not in {"blame", "attribute"}:
            _participle(scene, told, clause)
    by_governor(scene, told, p.tokens[i])
    if loss and not told.agents:
        told.add("agents", _taker(scene, i))
    if not told.places:
        told.add_places([scene.where[t.index] for t in kids(p, i, "compound", "nmod", "amod", "poss") if t.index in scene.where])


def _taker(scene: Scene, i: int) -> list[ActorMention]:
    """Who gained by a loss: the actor behind "to" further on in the sentence."""
    return [scene.owner[t.index + 1] for t in scene.passage.tokens[i + 1 : -1] if t.lower == "to" and t.index + 1 in scene.owner][:1]


def _modifiers(scene: Scene, told: Told) -> list[ActorMention]:
    """The actors that modify the event word or stand right before it: "regime air strikes"."""
    p, first = scene.passage, told.trigger.first
    near: list[int] = []
    for node in range(first, told.trigger.token + 1):
        for child in kids(p, node, "compound", "amod", "poss", "nmod", "npadvmod"):
            near += [child.index, *(t.index for t in kids(p, child.index, "compound", "conj", "npadvmod", "amod", "poss"))]
    near += [first - 1] if first else []
    return list(dict.fromkeys(scene.owner[i] for i in near if i in scene.owner))


def _prepositions(scene: Scene, told: Told, node: int) -> None:
    """What stands behind the event word: "by", "of", "between", "against", "to"; and where."""
    p = scene.passage
    for prep, obj in prepositions(p, node):
        word, actors = prep.lower, actors_of(scene, obj)
        slot = _slot(told.type, word, p.tokens[node].lower)
        if word == "between":
            told.add("agents", actors[:1])
            told.add("targets", actors[1:])
        elif slot is not None and not (word == "of" and places_of(scene, obj)):
            told.add(slot, actors)
        if word in PLACE_PREPS:
            told.add_places(places_of(scene, obj))


def _slot(type_: str, prep: str, noun: str) -> str | None:
    """The slot of an actor behind a preposition of an event word."""
    if prep == "of":
        return "targets" if noun in OF_IS_TARGET else "agents"
    if prep in AT_TARGET or (prep == "with" and type_ in MUTUAL):
        return "targets"
    if prep == "by" or (prep == "to" and noun in LOSS) or (prep == "from" and type_ in {"shelling", "assault"}):
        return "agents"
    return "targets" if type_ in HELPED_BY.get(prep, ()) else None


def _participle(scene: Scene, told: Told, clause: Token) -> None:
    """attack carried out by X on Y; raids targeting Y; rockets fired by X."""
    p = scene.passage
    passive = is_passive(p, clause.index) or clause.tag == "VBN"
    for prep, obj in prepositions(p, clause.index):
        if prep.lower == "by" and passive:
            add_agents(scene, told, [obj])
        elif prep.lower in {"on", "against", "at"}:
            add_targets(scene, told, [obj])
    add_places(scene, told, behind(p, clause.index, PLACE_PREPS - {"by"}))
    if not passive:
        _active_clause(scene, told, clause)


def _active_clause(scene: Scene, told: Told, clause: Token) -> None:
    """ "raids that G launched": its subject; "raids targeting Y": its objects, where it has none."""
    p = scene.passage
    own = [t for t in kids(p, clause.index, "nsubj") if t.tag not in {"WDT", "WP"}]
    add_agents(scene, told, own)
    hit = [] if own else [t for t in objects(p, clause.index) if t.index != told.trigger.token]
    add_targets(scene, told, hit)
    add_places(scene, told, hit)
