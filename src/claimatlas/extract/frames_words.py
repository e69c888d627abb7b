"""Frames of verbs of help and of words: give, receive; blame, ask, threaten."""

from claimatlas.extract.frame import Frame, add_agents, add_targets, behind, logical
from claimatlas.extract.mention import Scene
from claimatlas.extract.syntax import kids, prepositions, subtree
from claimatlas.extract.syntax_verb import objects
from claimatlas.extract.told import Told
from claimatlas.model.passage import Token


def _give(scene: Scene, told: Told) -> None:
    """Help given by the subject: the target is who is helped."""
    p, verb = scene.passage, told.trigger.token
    subj, obj = logical(scene, told)
    add_agents(scene, told, subj)
    for node in (verb, *(t.index for t in obj)):
        add_targets(scene, told, behind(p, node, {"to", "for"}))
    add_targets(scene, told, kids(p, verb, "dative"))


def _receive(scene: Scene, told: Told) -> None:
    """Help got by the subject from the agent."""
    add_agents(scene, told, behind(scene.passage, told.trigger.token, {"from"}))
    add_targets(scene, told, logical(scene, told)[0])


def _speech(scene: Scene, told: Told) -> None:
    """Who blames, asks or threatens whom."""
    subj, obj = logical(scene, told)
    add_agents(scene, told, subj)
    add_targets(scene, told, obj)
    _addressed(scene, told)
    for clause in _deeds(scene, told, obj):
        if not told.places:
            told.add_places([scene.where[i] for i in sorted(subtree(scene.passage, clause.index)) if i in scene.where][:1])
        if not told.targets:
            add_targets(scene, told, _doers(scene, told, clause))
    if told.type == "accuse" and not told.targets:
        _armed_inside(scene, told, obj)


def _addressed(scene: Scene, told: Told) -> None:
    """To whom or against whom it is said; whom somebody is blamed "for" counts where no one else is named."""
    for prep, token in prepositions(scene.passage, told.trigger.token):
        if prep.lower in {"on", "upon", "to", "against"} or (prep.lower == "for" and told.type == "accuse" and not told.targets):
            add_targets(scene, told, [token])


def _deeds(scene: Scene, told: Told, obj: list[Token]) -> list[Token]:
    """The clauses and nouns that say what somebody is blamed for or asked to do."""
    p, verb = scene.passage, told.trigger.token
    named = [o for node in (verb, *(t.index for t in obj)) for o in behind(p, node, {"of", "for"})]
    return [*kids(p, verb, "ccomp", "xcomp"), *named]


def _doers(scene: Scene, told: Told, clause: Token) -> list[Token]:
    """Whom the deed's clause names: who is to do it in a demand, whom it befalls else."""
    p = scene.passage
    if told.type == "demand":
        return kids(p, clause.index, "nsubj", "nsubjpass")
    return [*objects(p, clause.index), *(o for _, o in prepositions(p, clause.index))]


def _armed_inside(scene: Scene, told: Told, obj: list[Token]) -> None:
    inside = [scene.owner[i] for t in obj for i in sorted(subtree(scene.passage, t.index)) if i in scene.owner]
    told.add("targets", [m for m in inside if m.armed][:1])


WORDS: dict[str, Frame] = {"give": _give, "receive": _receive, "speech": _speech}
"""Frames by the name that events.yaml gives them."""
