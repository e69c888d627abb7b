"""Whose words tell an event: the attribution that governs it, the accuser, or a quotation carried over a full stop."""

from claimatlas.extract.mention import Scene
from claimatlas.extract.source_speaker import Speaker, speaker_of
from claimatlas.extract.source_speech import Attribution
from claimatlas.extract.syntax import climb, subtree
from claimatlas.extract.syntax_verb import subjects
from claimatlas.extract.told import Told
from claimatlas.model.passage import Passage

SPEECH_ACTS = {"accuse", "demand", "threaten"}


def speakers_of(scene: Scene, event: Told, said: list[Attribution], carried: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """Who tells an event, nearest first; () for the report itself. `carried`: whose words an unattributed sentence continues."""
    if event.own_voice or (event.type in SPEECH_ACTS and not said):
        return ()
    blamer = _accuser(scene, event.trigger.token) if event.type != "accuse" else None
    if blamer is not None:
        return (blamer,)
    if event.denier:
        return tuple(speaker_of(m) for m in event.agents[:1])
    found = _governing(scene, said, event.trigger.token)
    if found is not None and not _speaks_of_itself(event, found):
        return tuple(found.chain)
    return () if said else carried


def _governing(scene: Scene, found: list[Attribution], at: int) -> Attribution | None:
    """The attribution whose speech holds token `at`: the innermost that covers it, else one that takes the whole sentence."""
    inside = [a for a in found if at in a.scope and a.at != at]
    if inside:
        return min(inside, key=lambda a: (len(a.scope), a.at))
    own_subject = {i for a in found for t in subjects(scene.passage, a.at) for i in subtree(scene.passage, t.index)}
    return next((a for a in found if a.whole and at not in own_subject), None)


def _accuser(scene: Scene, at: int) -> Speaker | None:
    """Who accuses, where the event at token `at` is the deed that somebody is accused of."""
    p = scene.passage
    for token in climb(p, at):
        if token.lemma in {"accuse", "blame"} and token.pos == "VERB":
            return next((speaker_of(scene.owner[t.index]) for t in subjects(p, token.index) if t.index in scene.owner), None)
    return None


def _speaks_of_itself(event: Told, said: Attribution) -> bool:
    """A speech act told by its own speaker has no source."""
    first = said.chain[0].actor
    return event.type in SPEECH_ACTS and first is not None and any((m.id or m.name) == (first.id or first.name) for m in event.agents)


def spoken_quote(p: Passage) -> bool:
    """Whether a passage is (part of) a quotation."""
    return p.text[:1] in {'"', "“", "'", "‘"} or p.text.count('"') % 2 == 1
