"""Bodies told by their kind: "the monitor", "a monitoring group", "the ministry", named in another place of the report."""

from claimatlas.extract.memory_past import DEFINITE, Past
from claimatlas.extract.mention import ActorMention, Scene
from claimatlas.extract.nouns import grouped, nouns
from claimatlas.extract.syntax import kids
from claimatlas.model.passage import Passage, Token

ALIKE = {"agency": {"agency", "media"}, "media": {"agency", "media"}}
GROUPS = {"group", "network", "organisation", "organization"}
MODIFIER = {"amod", "compound", "nmod"}


def body_back(past: Past, scene: Scene, token: Token) -> tuple[Token, Token, ActorMention] | None:
    """First and last token of a description of a body, and who is meant; None where it describes none, or it is open whom."""
    p = scene.passage
    kind = _kind(p, token)
    if kind is None or token.dep in MODIFIER or _another(p, token):
        return None
    first = next((t for t in kids(p, token.index, "det") if t.lower in DEFINITE), None)
    if first is None and not speaks(p, token):
        return None
    back = _meant(past, scene, token, ALIKE.get(kind, {kind}), first is not None)
    return None if back is None or _foreign(p, token, back) else (first or _begin(p, token), token, back)


def speaks(p: Passage, token: Token) -> bool:
    """Whether a noun is the subject of a verb of saying, or stands behind "according to"."""
    head = p.tokens[token.head]
    said = token.dep == "nsubj" and head.lemma in nouns("source_say")
    return said or (token.dep == "pobj" and head.lower == "to" and p.lower_at(head.index - 1) == "according")


def _kind(p: Passage, token: Token) -> str | None:
    if token.lower in GROUPS and p.lower_at(token.index - 1) in nouns("memory_actor_monitoring"):
        return "monitor"
    return grouped("memory_actor_bodies").get(token.lower) if token.pos in {"NOUN", "PROPN"} else None


def _another(p: Passage, token: Token) -> bool:
    """ "Another monitor", "other agencies": not the one named."""
    return any(t.lower in nouns("memory_actor_not_the_same") for t in kids(p, token.index, "det", "amod"))


def _begin(p: Passage, token: Token) -> Token:
    """The first word of "monitoring group"."""
    return p.tokens[token.index - 1] if token.lower in GROUPS else token


def _meant(past: Past, scene: Scene, token: Token, kinds: set[str], definite: bool) -> ActorMention | None:
    """The only body of its kind in the report; of several the last one named before, where an article points back."""
    cast = [m for m in past.cast if m.kind in kinds]
    if len({m.id for m in cast}) == 1:
        return cast[0]
    before = [m for _, m in past.actors if m.kind in kinds] + [m for m in scene.actors if m.last < token.index and m.kind in kinds]
    return before[-1] if before and definite else None


def _foreign(p: Passage, token: Token, back: ActorMention) -> bool:
    """ "The Turkish ministry", after the Russian one was named."""
    nations = {t.lower for t in kids(p, token.index, "amod", "compound")} & nouns("demonyms")
    return bool(nations - set(back.name.lower().split()))
