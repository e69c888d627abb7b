"""Frames of verbs that take, lose, hold, reach or leave ground."""

from claimatlas.extract.frame import Frame, add_agents, add_places, add_targets, behind, default, logical
from claimatlas.extract.mention import Scene
from claimatlas.extract.phrases import actors_of
from claimatlas.extract.syntax import kids
from claimatlas.extract.syntax_verb import is_passive, objects, subjects
from claimatlas.extract.told import Told

ATTACKED = {"on", "in", "at", "against", "near", "toward"}


def _lose(scene: Scene, told: Told) -> None:
    """X lost Y to Z: Z took Y from X."""
    subj, obj = logical(scene, told)
    add_targets(scene, told, subj)
    add_places(scene, told, obj)
    add_agents(scene, told, behind(scene.passage, told.trigger.token, {"to", "by"}))


def _fall(scene: Scene, told: Told) -> None:
    """Y fell to Z."""
    p, verb = scene.passage, told.trigger.token
    add_places(scene, told, subjects(p, verb))
    add_agents(scene, told, behind(p, verb, {"to", "into", "under"}))


def _passive_place(scene: Scene, told: Told) -> None:
    """Y was taken by G from H."""
    subj, obj = logical(scene, told)
    add_agents(scene, told, subj, allies=True)
    add_places(scene, told, obj)
    add_targets(scene, told, behind(scene.passage, told.trigger.token, {"from"}))


def _control_of(scene: Scene, told: Told) -> None:
    """G took control of Y."""
    p, verb = scene.passage, told.trigger.token
    default(scene, told)
    told.targets = []
    for token in objects(p, verb) or kids(p, verb, "dobj", "nsubjpass"):
        add_places(scene, told, behind(p, token.index, {"of", "over", "in", "on"}))
        add_targets(scene, told, behind(p, token.index, {"from"}))
    add_places(scene, told, behind(p, verb, {"of", "over"}))
    add_targets(scene, told, behind(p, verb, {"from"}))


def _of_object(scene: Scene, told: Told) -> None:
    """G broke the siege of Y."""
    subj, obj = logical(scene, told)
    add_agents(scene, told, subj)
    for token in obj:
        add_places(scene, told, behind(scene.passage, token.index, {"of", "on", "around"}))


def _repel(scene: Scene, told: Told) -> None:
    """G repelled an attack by H on Y."""
    subj, obj = logical(scene, told)
    add_agents(scene, told, subj, allies=True)
    for token in obj:
        add_targets(scene, told, [token])
        add_targets(scene, told, behind(scene.passage, token.index, {"by", "of", "from"}))
        add_places(scene, told, behind(scene.passage, token.index, ATTACKED))


def _into(scene: Scene, told: Told) -> None:
    """Movement by force: who moves, against whom, into where."""
    subj, obj = logical(scene, told)
    add_agents(scene, told, subj, allies=True)
    add_places(scene, told, obj)
    add_targets(scene, told, obj)
    add_targets(scene, told, behind(scene.passage, told.trigger.token, {"against", "on"}))


def _leave(scene: Scene, told: Told) -> None:
    """G left Y; or G was withdrawn from Y, where no one is said to have done it."""
    subj, obj = logical(scene, told)
    if is_passive(scene.passage, told.trigger.token):
        subj, obj = obj, subj
    add_agents(scene, told, subj)
    for token in obj:
        told.add("agents", [] if told.agents else actors_of(scene, token))
    add_places(scene, told, obj)


def _hold(scene: Scene, told: Told) -> None:
    """G holds Y."""
    subj, obj = logical(scene, told)
    add_agents(scene, told, subj)
    add_places(scene, told, obj)


GROUND: dict[str, Frame] = {
    "lose": _lose,
    "fall": _fall,
    "passive_place": _passive_place,
    "expel": default,
    "control_of": _control_of,
    "of_object": _of_object,
    "repel": _repel,
    "into": _into,
    "leave": _leave,
    "hold": _hold,
}
"""Frames by the name that events.yaml gives them."""
