"""Antecedents of pronouns and descriptions of actors: "they", "the group", "its allies"."""

from collections.abc import Collection
from dataclasses import replace

from claimatlas.extract.memory_body import body_back, speaks
from claimatlas.extract.memory_past import DEFINITE, OWN_NAMES, Past
from claimatlas.extract.mention import COLLECTIVE, DESCRIPTION, PRONOUN, ActorMention, Scene
from claimatlas.extract.nouns import nouns
from claimatlas.extract.syntax import kids
from claimatlas.model.passage import Passage, Token

GROUP_HEADS = nouns("memory_actor_group_heads")
SPEAKING = nouns("memory_actor_speaking")
PERSON_PRONOUNS = {"he", "she", "his", "her", "him"}
GROUP_PRONOUNS = {"they", "it", "its", "their", "them"}
OWNERS = {"its", "their"}
ALLIES = {"allies", "partners"}
# verbs whose "it" is the event told before, not an actor
OF_EVENTS = nouns("memory_actor_of_events")


def actor_back(past: Past, scene: Scene, token: Token) -> ActorMention | None:
    """The mention that a pronoun or a description makes of an actor named before, or None."""
    if token.index in scene.owner:
        return None
    if token.lower in PERSON_PRONOUNS:
        return copy_of(scene.passage, token, token, _last(past, scene, token, {"person"}), PRONOUN)
    if token.lower in GROUP_PRONOUNS:
        return _group_pronoun(past, scene, token)
    body = body_back(past, scene, token)
    if body is not None:
        return copy_of(scene.passage, *body, DESCRIPTION)
    if token.lower in GROUP_HEADS and token.pos == "NOUN":
        return _the_group(past, scene, token)
    return _its_allies(past, scene, token) if token.lower in ALLIES else None


def _group_pronoun(past: Past, scene: Scene, token: Token) -> ActorMention | None:
    p = scene.passage
    head = p.tokens[token.head]
    if token.lower in OWNERS and head.lower in ALLIES:
        return None
    speaker = _who_said(scene, token) if token.lower in {"it", "they"} else None
    if speaker is not None:
        return copy_of(p, token, token, speaker, PRONOUN)
    if (token.lower == "it" and head.lemma in OF_EVENTS) or token.dep not in {"nsubj", "nsubjpass", "poss", "dobj", "pobj"}:
        return None
    return copy_of(p, token, token, _last(past, scene, token, set()), PRONOUN)


def _the_group(past: Past, scene: Scene, token: Token) -> ActorMention | None:
    """ "The group", "this alliance"; where it speaks, rather a body that speaks than one that fights."""
    definite = [t for t in kids(scene.passage, token.index, "det") if t.lower in DEFINITE]
    if not definite:
        return None
    first = {"coalition"} if token.lower == "alliance" else {"armed_group"}
    back = _last(past, scene, token, SPEAKING) if speaks(scene.passage, token) else None
    back = back or _last(past, scene, token, first) or _last(past, scene, token, {"coalition", "military"})
    return copy_of(scene.passage, definite[0], token, back, DESCRIPTION)


def _its_allies(past: Past, scene: Scene, token: Token) -> ActorMention | None:
    """ "Its allies": not the side itself."""
    owner = kids(scene.passage, token.index, "poss")
    if not owner or owner[0].lower not in OWNERS:
        return None
    copy = copy_of(scene.passage, owner[0], token, _last(past, scene, token, set()), COLLECTIVE)
    return replace(copy, id=None, name=f"allies of the {copy.name}", kind="collective") if copy else None


def _who_said(scene: Scene, token: Token) -> ActorMention | None:
    """ "The army said it had killed": the one who says it of himself."""
    p = scene.passage
    verb = p.tokens[token.head]
    if token.dep != "nsubj" or verb.dep != "ccomp" or p.tokens[verb.head].lemma not in nouns("source_say"):
        return None
    return next((m for s in kids(p, verb.head, "nsubj") if (m := scene.owner.get(s.index)) is not None and m.armed), None)


def _last(past: Past, scene: Scene, token: Token, kinds: Collection[str]) -> ActorMention | None:
    """The nearest earlier mention of one of the kinds (any that fights when none is named), same sentence first."""
    here = [m for m in scene.actors if m.last < token.index and m.sort in OWN_NAMES and _fits(m, kinds)]
    subjects = [m for m in here if scene.passage.tokens[m.root].dep in {"nsubj", "nsubjpass"}] if not kinds else []
    if here:
        return (subjects or here)[-1]
    return next((m for m in reversed(past.actors_since(scene.passage.number)) if _fits(m, kinds)), None)


def _fits(m: ActorMention, kinds: Collection[str]) -> bool:
    return m.kind in kinds if kinds else m.armed


def copy_of(p: Passage, first: Token, last: Token, back: ActorMention | None, sort: str) -> ActorMention | None:
    """The antecedent as a mention of its own at tokens first..last; None where there is no antecedent."""
    if back is None:
        return None
    text = p.text[first.start - p.start : last.end - p.start]
    return replace(back, first=first.index, last=last.index, root=last.index, sort=sort, start=first.start, end=last.end, text=text)
