"""Fill agent, target and place of a told event from the syntax round its trigger."""

from claimatlas.extract.argument_noun import fill_noun
from claimatlas.extract.frame import Frame, add_places, behind, default
from claimatlas.extract.frames_ground import GROUND
from claimatlas.extract.frames_people import PEOPLE
from claimatlas.extract.frames_words import WORDS
from claimatlas.extract.mention import ActorMention, Scene
from claimatlas.extract.phrases import PLACE_PREPS
from claimatlas.extract.rules import VerbRule
from claimatlas.extract.syntax import clause_of, kids
from claimatlas.extract.syntax_verb import is_passive, subjects
from claimatlas.extract.told import Told
from claimatlas.extract.trigger import Trigger

FRAMES: dict[str, Frame] = {"default": default, **GROUND, **PEOPLE, **WORDS}


def told_of(scene: Scene, trigger: Trigger) -> Told:
    """The event of a trigger with what its own clause says of its slots."""
    if trigger.rule is not None:
        return _told_of_verb(scene, trigger, trigger.rule)
    told = Told(trigger.type, trigger, clause_of(scene.passage, trigger.token))
    fill_noun(scene, told)
    return told


def _told_of_verb(scene: Scene, trigger: Trigger, rule: VerbRule) -> Told:
    told = Told(trigger.type, trigger, trigger.token)
    FRAMES[rule.frame](scene, told)
    if not told.agents and not told.targets:
        told.add("agents", _right_before(scene, trigger.token))
    _verb_places(scene, told)
    if not told.places:
        _subject_places(scene, told)
    return told


def _right_before(scene: Scene, verb: int) -> list[ActorMention]:
    """The actor right before an active verb whose subject the parse has lost."""
    p = scene.passage
    if is_passive(p, verb) or (p.tokens[verb].tag in {"VB", "VBG", "VBN"} and not kids(p, verb, "aux")):
        return []
    return [m for m in scene.actors if 0 < verb - m.last <= 3 and m.armed][-1:]


def _verb_places(scene: Scene, told: Told) -> None:
    """Places of the verb's own adjuncts."""
    p, verb = scene.passage, told.trigger.token
    add_places(scene, told, behind(p, verb, PLACE_PREPS - {"of", "for"}))
    for adverb in kids(p, verb, "advmod"):
        add_places(scene, told, behind(p, adverb.index, PLACE_PREPS))


def _subject_places(scene: Scene, told: Told) -> None:
    """Places of the subject's adjuncts: "fighters in southeastern Syria defected"."""
    for subj in subjects(scene.passage, told.trigger.token):
        if subj.index not in scene.where:
            add_places(scene, told, behind(scene.passage, subj.index, {"in", "at", "near"}))
