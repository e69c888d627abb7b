"""Fill agent, target and place of a told event from the syntax round its trigger."""

from collections.abc import Callable

from claimatlas.extract.argument_noun import fill_noun
from claimatlas.extract.mention import ActorMention, Scene
from claimatlas.extract.phrases import PLACE_PREPS, actors_of, places_of
from claimatlas.extract.syntax import clause_of, is_passive, kids, objects, prepositions, subjects, subtree
from claimatlas.extract.told import Told
from claimatlas.extract.trigger import Trigger
from claimatlas.model.passage import Token

AGAINST = {"against", "on", "at", "upon"}
WITH_ALLIES = True


def told_of(scene: Scene, trigger: Trigger) -> Told:
    """The event of a trigger with what its own clause says of its slots."""
    told = Told(trigger.type, trigger, clause_of(scene.passage, trigger.token))
    if trigger.rule is None:
        fill_noun(scene, told)
    else:
        told.clause = trigger.token
        FRAMES.get(trigger.rule.frame, _default)(scene, told)
        if not told.agents and not told.targets:
            told.add("agents", _right_before(scene, trigger.token))
        _adjunct_places(scene, told)
    return told


def _active_participle(scene: Scene, verb: int) -> bool:
    """ "Terrorists targeted with rockets the cities": a past tense that the parse took for a participle."""
    p = scene.passage
    if p.tokens[verb].dep != "acl" or kids(p, verb, "auxpass"):
        return False
    armed = [t for t in subjects(p, verb) if t.index in scene.owner and scene.owner[t.index].armed]
    return bool(armed) and (bool(kids(p, verb, "dobj")) or any(prep.lower == "with" for prep in kids(p, verb, "prep")))


def _right_before(scene: Scene, verb: int) -> list[ActorMention]:
    """The actor right before an active verb whose subject the parse has lost."""
    p = scene.passage
    if is_passive(p, verb) or (p.tokens[verb].tag in {"VB", "VBG", "VBN"} and not kids(p, verb, "aux")):
        return []
    return [m for m in scene.actors if 0 < verb - m.last <= 3 and m.armed][-1:]


def _logical(scene: Scene, verb: int) -> tuple[list[Token], list[Token]]:
    """(logical subjects, logical objects) of a verb, voice undone."""
    p = scene.passage
    by = [obj for prep, obj in prepositions(p, verb) if prep.lower == "by"]
    if is_passive(p, verb) and not by and _active_participle(scene, verb):
        return subjects(p, verb), objects(p, verb)
    if is_passive(p, verb):
        return by, subjects(p, verb)
    return subjects(p, verb), objects(p, verb)


def _default(scene: Scene, told: Told) -> None:
    p, verb = scene.passage, told.trigger.token
    subj, obj = _logical(scene, verb)
    for token in subj:
        told.add("agents", actors_of(scene, token, allies=WITH_ALLIES))
    for token in obj:
        told.add("targets", actors_of(scene, token))
        told.add_places(places_of(scene, token))
        told.land = told.land or token.text
    for prep, token in prepositions(p, verb):
        _by_preposition(scene, told, prep.lower, token)


def _by_preposition(scene: Scene, told: Told, prep: str, token: Token) -> None:
    actors = actors_of(scene, token)
    if (
        prep in AGAINST
        or (prep == "with" and told.type in {"clash", "talks", "agreement", "ally", "merge", "ceasefire", "prisoner_exchange"})
        or (
            prep in {"to", "from"}
            and told.type in {"defect", "surrender", "capture", "release", "split"}
            and not (told.type == "defect" and prep == "from")
        )
    ):
        told.add("targets", actors)
    elif prep in {"with", "alongside"} and token.lower in {"cooperation", "coordination", "support", "help"}:
        told.add(
            "agents",
            [m for p2, t2 in prepositions(scene.passage, token.index) if p2.lower in {"with", "from", "of"} for m in actors_of(scene, t2)],
        )


def _adjunct_places(scene: Scene, told: Told) -> None:
    """Places of the verb's own adjuncts, else of its subject ("fighters in southeastern Syria defected")."""
    _verb_places(scene, told)
    if not told.places:
        for subj in subjects(scene.passage, told.trigger.token):
            if subj.index not in scene.where:
                told.add_places(
                    [
                        m
                        for prep, o in prepositions(scene.passage, subj.index)
                        if prep.lower in {"in", "at", "near"}
                        for m in places_of(scene, o)
                    ]
                )


def _verb_places(scene: Scene, told: Told) -> None:
    p = scene.passage
    for prep, token in prepositions(p, told.trigger.token):
        if prep.lower in PLACE_PREPS and prep.lower not in {"of", "for"}:
            told.add_places(places_of(scene, token))
    for child in kids(p, told.trigger.token, "advmod"):
        for prep, token in prepositions(p, child.index):
            if prep.lower in PLACE_PREPS:
                told.add_places(places_of(scene, token))


def _lose(scene: Scene, told: Told) -> None:
    """X lost Y to Z: Z took Y from X."""
    subj, obj = _logical(scene, told.trigger.token)
    for token in subj:
        told.add("targets", actors_of(scene, token))
    for token in obj:
        told.add_places(places_of(scene, token))
    for prep, token in prepositions(scene.passage, told.trigger.token):
        if prep.lower in {"to", "by"}:
            told.add("agents", actors_of(scene, token))


def _fall(scene: Scene, told: Told) -> None:
    """Y fell to Z."""
    for token in subjects(scene.passage, told.trigger.token):
        told.add_places(places_of(scene, token))
    for prep, token in prepositions(scene.passage, told.trigger.token):
        if prep.lower in {"to", "into", "under"}:
            told.add("agents", actors_of(scene, token))


def _passive_place(scene: Scene, told: Told) -> None:
    subj, obj = _logical(scene, told.trigger.token)
    for token in subj:
        told.add("agents", actors_of(scene, token, allies=WITH_ALLIES))
    for token in obj:
        told.add_places(places_of(scene, token))
    for prep, token in prepositions(scene.passage, told.trigger.token):
        if prep.lower == "from":
            told.add("targets", actors_of(scene, token))


def _expel(scene: Scene, told: Told) -> None:
    """G drove H from Y: G took Y from H."""
    _default(scene, told)


def _control_of(scene: Scene, told: Told) -> None:
    """G took control of Y."""
    p, verb = scene.passage, told.trigger.token
    _default(scene, told)
    told.targets = []
    for token in objects(p, verb) or kids(p, verb, "dobj", "nsubjpass"):
        for prep, inner in prepositions(p, token.index):
            if prep.lower in {"of", "over", "in", "on"}:
                told.add_places(places_of(scene, inner))
                told.land = inner.text
            elif prep.lower == "from":
                told.add("targets", actors_of(scene, inner))
    for prep, token in prepositions(p, verb):
        if prep.lower in {"of", "over"}:
            told.add_places(places_of(scene, token))
        elif prep.lower == "from":
            told.add("targets", actors_of(scene, token))


def _of_object(scene: Scene, told: Told) -> None:
    p, verb = scene.passage, told.trigger.token
    subj, obj = _logical(scene, verb)
    for token in subj:
        told.add("agents", actors_of(scene, token))
    for token in obj:
        for prep, inner in prepositions(p, token.index):
            if prep.lower in {"of", "on", "around"}:
                told.add_places(places_of(scene, inner))


def _repel(scene: Scene, told: Told) -> None:
    """G repelled an attack by H on Y."""
    p, verb = scene.passage, told.trigger.token
    subj, obj = _logical(scene, verb)
    for token in subj:
        told.add("agents", actors_of(scene, token, allies=WITH_ALLIES))
    for token in obj:
        told.add("targets", [m for m in actors_of(scene, token) if m not in told.agents])
        for prep, inner in prepositions(p, token.index):
            if prep.lower in {"by", "of", "from"}:
                told.add("targets", actors_of(scene, inner))
            if prep.lower in {"on", "in", "at", "against", "near", "toward"}:
                told.add_places(places_of(scene, inner))


def _device(scene: Scene, told: Told) -> None:
    """A device or a weapon is the subject: who is hit and where; the owner of the weapon is the agent."""
    p, verb = scene.passage, told.trigger.token
    subj, obj = _logical(scene, verb)
    for token in subj:
        told.add("agents", actors_of(scene, token))
        for clause in kids(p, token.index, "acl"):
            for prep, inner in prepositions(p, clause.index):
                if prep.lower in {"by", "from"}:
                    told.add("agents", actors_of(scene, inner))
    for token in obj:
        told.add("targets", actors_of(scene, token))
        told.add_places(places_of(scene, token))


def _into(scene: Scene, told: Told) -> None:
    """Movement by force: who moves, against whom, into where."""
    p, verb = scene.passage, told.trigger.token
    subj, obj = _logical(scene, verb)
    for token in subj:
        told.add("agents", actors_of(scene, token, allies=WITH_ALLIES))
    for token in obj:
        told.add_places(places_of(scene, token))
        told.add("targets", actors_of(scene, token))
    for prep, token in prepositions(p, verb):
        if prep.lower in {"against", "on"}:
            told.add("targets", actors_of(scene, token))


def _leave(scene: Scene, told: Told) -> None:
    subj, obj = _logical(scene, told.trigger.token)
    passive = is_passive(scene.passage, told.trigger.token)
    for token in obj if passive else subj:
        told.add("agents", actors_of(scene, token))
    for token in subj if passive else obj:
        told.add("agents", [m for m in actors_of(scene, token) if told.trigger.rule and not told.agents])
        told.add_places(places_of(scene, token))


def _moved(scene: Scene, told: Told) -> None:
    """Persons who leave, flee or are moved stand under target; who moves them under agent."""
    subj, obj = _logical(scene, told.trigger.token)
    moved = [m for token in obj for m in actors_of(scene, token)]
    for token in subj:
        told.add("agents" if moved else "targets", actors_of(scene, token))
    told.add("targets", moved)
    for token in obj:
        told.add_places(places_of(scene, token))


def _give(scene: Scene, told: Told) -> None:
    """Help given by the subject: the target is who is helped."""
    p, verb = scene.passage, told.trigger.token
    subj, obj = _logical(scene, verb)
    for token in subj:
        told.add("agents", actors_of(scene, token))
    nodes = [verb, *(t.index for t in obj)]
    for node in nodes:
        for prep, inner in prepositions(p, node):
            if prep.lower in {"to", "for"}:
                told.add("targets", actors_of(scene, inner))
    for token in kids(p, verb, "dative"):
        told.add("targets", actors_of(scene, token))


def _receive(scene: Scene, told: Told) -> None:
    p, verb = scene.passage, told.trigger.token
    subj, obj = _logical(scene, verb)
    for prep, inner in prepositions(p, verb):
        if prep.lower == "from":
            told.add("agents", actors_of(scene, inner))
    for token in subj:
        told.add("targets", actors_of(scene, token))
    del obj


def _victims(scene: Scene, told: Told) -> None:
    """Killing and wounding: the object is the victim; a passive's by-phrase or subject the killer or the weapon."""
    subj, obj = _logical(scene, told.trigger.token)
    for token in subj:
        told.add("agents", actors_of(scene, token))
    for token in obj:
        told.add("targets", actors_of(scene, token))


def _die(scene: Scene, told: Told) -> None:
    for token in subjects(scene.passage, told.trigger.token):
        told.add("targets", actors_of(scene, token))


def _hold(scene: Scene, told: Told) -> None:
    subj, obj = _logical(scene, told.trigger.token)
    for token in subj:
        told.add("agents", actors_of(scene, token))
    for token in obj:
        told.add_places(places_of(scene, token))
        told.land = token.text


def _lead(scene: Scene, told: Told) -> None:
    """N has replaced O as the leader of G: agent G, targets N and O."""
    p, verb = scene.passage, told.trigger.token
    subj, obj = _logical(scene, verb)
    for token in [*subj, *obj]:
        told.add("targets", [m for m in actors_of(scene, token) if m.kind == "person"])
    for prep, token in prepositions(p, verb):
        if prep.lower == "as":
            told.add("agents", [m for m in actors_of(scene, token) if m.kind != "person"])


def _appoint(scene: Scene, told: Told) -> None:
    subj, obj = _logical(scene, told.trigger.token)
    for token in subj:
        told.add("agents", actors_of(scene, token))
    for token in obj:
        told.add("targets", actors_of(scene, token))
    for prep, token in prepositions(scene.passage, told.trigger.token):
        if token.lower == "place" and prep.lower == "in":
            told.add(
                "targets", [m for p2, t2 in prepositions(scene.passage, token.index) if p2.lower == "of" for m in actors_of(scene, t2)]
            )


def _exclude(scene: Scene, told: Told) -> None:
    """G is excluded from H: agent H, target G."""
    p, verb = scene.passage, told.trigger.token
    subj, obj = _logical(scene, verb)
    for token in subj:
        told.add("agents", actors_of(scene, token))
    for token in obj:
        told.add("targets", actors_of(scene, token))
    if not told.agents:
        for prep, token in prepositions(p, verb):
            if prep.lower == "from":
                told.add("agents", actors_of(scene, token))


def _speech(scene: Scene, told: Told) -> None:
    """Who blames, asks or threatens whom."""
    p, verb = scene.passage, told.trigger.token
    subj, obj = _logical(scene, verb)
    for token in subj:
        told.add("agents", actors_of(scene, token))
    for token in obj:
        told.add("targets", actors_of(scene, token))
    for prep, token in prepositions(p, verb):
        if prep.lower in {"on", "upon", "to", "against"} or (prep.lower == "for" and told.type == "accuse" and not told.targets):
            told.add("targets", actors_of(scene, token))
    deeds = [o for node in (verb, *(t.index for t in obj)) for prep, o in prepositions(p, node) if prep.lower in {"of", "for"}]
    for clause in [*kids(p, verb, "ccomp", "xcomp"), *deeds]:
        if not told.places:
            told.add_places([scene.where[i] for i in sorted(subtree(p, clause.index)) if i in scene.where][:1])
        if told.targets:
            continue
        deed = (
            kids(p, clause.index, "nsubj", "nsubjpass")
            if told.type == "demand"
            else [*objects(p, clause.index), *(o for _, o in prepositions(p, clause.index))]
        )
        told.add("targets", [m for t in deed for m in actors_of(scene, t)])
    if told.type == "accuse" and not told.targets:
        told.add(
            "targets", [scene.owner[i] for t in obj for i in sorted(subtree(p, t.index)) if i in scene.owner and scene.owner[i].armed][:1]
        )


FRAMES: dict[str, Callable[[Scene, Told], None]] = {
    "lose": _lose,
    "fall": _fall,
    "passive_place": _passive_place,
    "expel": _expel,
    "control_of": _control_of,
    "of_object": _of_object,
    "repel": _repel,
    "device": _device,
    "into": _into,
    "leave": _leave,
    "moved": _moved,
    "give": _give,
    "receive": _receive,
    "victims": _victims,
    "die": _die,
    "hold": _hold,
    "lead": _lead,
    "appoint": _appoint,
    "exclude": _exclude,
    "speech": _speech,
}
