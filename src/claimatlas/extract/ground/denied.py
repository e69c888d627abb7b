"""Denials of a capture told just before: "denied these reports", "the claim was fabricated"."""

from claimatlas.extract.ground.words import words
from claimatlas.extract.mention import Scene
from claimatlas.extract.phrases import actors_of
from claimatlas.extract.source_speaker import speaker_of
from claimatlas.extract.syntax import kids
from claimatlas.extract.syntax_verb import objects, subjects
from claimatlas.extract.told import Told
from claimatlas.extract.trigger import Trigger
from claimatlas.model.passage import Passage, Token


def denials(scene: Scene, last: Told) -> list[Told]:
    """The capture told last as denied, for each word of the passage that denies a report of it."""
    return [denied for t in scene.passage.tokens if (denied := _denial(scene, t, last)) is not None]


def _denial(scene: Scene, token: Token, last: Told) -> Told | None:
    p = scene.passage
    if token.lower in words("wrong") and any(_report(p, t) for t in _said_of(p, token)):
        return _of(last, token)
    if token.lemma not in words("deny") or token.pos != "VERB" or not any(_report(p, t) for t in objects(p, token.index)):
        return None
    denied = _of(last, token)
    denied.speakers = tuple(speaker_of(m) for t in subjects(p, token.index) for m in actors_of(scene, t))
    return denied


def _report(p: Passage, token: Token) -> bool:
    """ "These reports", "the claim", "this"."""
    definite = any(t.lower in {"the", "these", "this", "that", "those", "such"} for t in kids(p, token.index, "det"))
    bare = token.lower in {"this", "it"}
    behind = any(t.dep in {"prep", "acl", "relcl"} for t in kids(p, token.index))
    return bare or (token.lower in words("reports") and definite and not behind)


def _said_of(p: Passage, token: Token) -> list[Token]:
    """What a word for "wrong" is said of: the subject of its verb."""
    verb = token.index if token.pos == "VERB" else token.head
    return subjects(p, verb)


def _of(last: Told, token: Token) -> Told:
    denied = Told("capture", Trigger("capture", token.index, token.index), token.index, agents=last.agents, targets=last.targets)
    denied.places, denied.chosen = last.places, list(last.chosen)
    denied.time, denied.tense, denied.role, denied.stance = last.time, last.tense, last.role, "denied"
    return denied
