"""Actor mentions built from tokens, widened over the force words that follow a name."""

from claimatlas.extract.mention import COLLECTIVE, NAMED, PERSON, ActorMention
from claimatlas.extract.nouns import nouns
from claimatlas.extract.syntax import root_of_span
from claimatlas.model.actor import Actor
from claimatlas.model.passage import Passage

UNARMED = nouns("actor_mention_unarmed")
UNARMED_COLLECTIVES = {"civilians", "journalists", "protesters", "rescue workers", "medical staff", "activists", "prisoners"}


def registered(p: Passage, first: int, last: int, actor: Actor) -> ActorMention:
    """A register mention, widened over the force words that follow it ("ISIS terrorist fighters")."""
    last = _widened(p, last)
    if actor.kind == "collective":
        return mention(p, first, last, COLLECTIVE, actor.name, actor.kind, actor.id, actor.name not in UNARMED_COLLECTIVES)
    sort = PERSON if actor.kind == "person" else NAMED
    return mention(p, first, last, sort, actor.name, actor.kind, actor.id, actor.kind not in UNARMED)


def _widened(p: Passage, last: int) -> int:
    at = last
    while at + 1 < len(p.tokens):
        lower = p.tokens[at + 1].lower
        if lower in nouns("force_heads"):
            last = at = at + 1
        elif lower in nouns("force_modifiers") or (lower == "-" and at + 2 < len(p.tokens)):
            at += 1
        else:
            break
    return last


def mention(
    p: Passage, first: int, last: int, sort: str, name: str | None, kind: str, actor_id: str | None = None, armed: bool = True
) -> ActorMention:
    """The mention at tokens first..last; its words are the name where none is given."""
    start, end = p.tokens[first].start, p.tokens[last].end
    text = p.text[start - p.start : end - p.start]
    return ActorMention(first, last, root_of_span(p, first, last), sort, name or text, start, end, text, actor_id, kind, armed)
