"""Frames of verbs that befall people: killed, hit, moved, appointed, thrown out."""

from claimatlas.extract.frame import Frame, add_agents, add_places, add_targets, behind, logical
from claimatlas.extract.mention import Scene
from claimatlas.extract.phrases import actors_of
from claimatlas.extract.syntax import kids
from claimatlas.extract.syntax_verb import subjects
from claimatlas.extract.told import Told


def _device(scene: Scene, told: Told) -> None:
    """A device or a weapon is the subject: who is hit and where; the owner of the weapon is the agent."""
    p = scene.passage
    subj, obj = logical(scene, told)
    for token in subj:
        add_agents(scene, told, [token])
        for clause in kids(p, token.index, "acl"):
            add_agents(scene, told, behind(p, clause.index, {"by", "from"}))
    add_targets(scene, told, obj)
    add_places(scene, told, obj)


def _victims(scene: Scene, told: Told) -> None:
    """Killing and wounding: the object is the victim; a passive's by-phrase or subject the killer or the weapon."""
    subj, obj = logical(scene, told)
    add_agents(scene, told, subj)
    add_targets(scene, told, obj)


def _die(scene: Scene, told: Told) -> None:
    """Who dies is the victim."""
    add_targets(scene, told, subjects(scene.passage, told.trigger.token))


def _moved(scene: Scene, told: Told) -> None:
    """Persons who leave, flee or are moved stand under target; who moves them under agent."""
    subj, obj = logical(scene, told)
    moved = [m for token in obj for m in actors_of(scene, token)]
    add = add_agents if moved else add_targets
    add(scene, told, subj)
    told.add("targets", moved)
    add_places(scene, told, obj)


def _lead(scene: Scene, told: Told) -> None:
    """N has replaced O as the leader of G: agent G, targets N and O."""
    subj, obj = logical(scene, told)
    for token in [*subj, *obj]:
        told.add("targets", [m for m in actors_of(scene, token) if m.kind == "person"])
    for token in behind(scene.passage, told.trigger.token, {"as"}):
        told.add("agents", [m for m in actors_of(scene, token) if m.kind != "person"])


def _appoint(scene: Scene, told: Told) -> None:
    """G appointed N, "in place of" O."""
    p = scene.passage
    subj, obj = logical(scene, told)
    add_agents(scene, told, subj)
    add_targets(scene, told, obj)
    for token in behind(p, told.trigger.token, {"in"}):
        if token.lower == "place":
            add_targets(scene, told, behind(p, token.index, {"of"}))


def _exclude(scene: Scene, told: Told) -> None:
    """G is excluded from H: agent H, target G."""
    subj, obj = logical(scene, told)
    add_agents(scene, told, subj)
    add_targets(scene, told, obj)
    if not told.agents:
        add_agents(scene, told, behind(scene.passage, told.trigger.token, {"from"}))


PEOPLE: dict[str, Frame] = {
    "device": _device,
    "victims": _victims,
    "die": _die,
    "moved": _moved,
    "lead": _lead,
    "appoint": _appoint,
    "exclude": _exclude,
}
"""Frames by the name that events.yaml gives them."""
