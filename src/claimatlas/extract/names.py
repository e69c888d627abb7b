"""Mentions into references: what a claim keeps of an actor, a place, a number and a speaker."""

from functools import lru_cache

from claimatlas.extract.mention import ActorMention, PlaceMention
from claimatlas.extract.quantity import NumberMention
from claimatlas.extract.source_speaker import Speaker
from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import SourceRef
from claimatlas.model.names import fold_name
from claimatlas.model.place import PlaceRef
from claimatlas.model.quantity import Quantity
from claimatlas.theatres import Descriptor, Theatre


def actor_ref(m: ActorMention) -> ActorRef:
    """The reference of an actor mention; its name is the register's, or the words where the actor is not known."""
    return ActorRef(m.text, m.name, m.id, m.start, m.end)


def actor_refs(mentions: list[ActorMention]) -> tuple[ActorRef, ...]:
    """References without doubles, in order of the text."""
    seen: dict[str, ActorRef] = {}
    for m in mentions:
        seen.setdefault(m.id or fold_name(m.name), actor_ref(m))
    return tuple(seen.values())


def place_ref(m: PlaceMention | None) -> PlaceRef | None:
    """The reference of a place mention, not yet placed; a province named beside it stands in `admin`."""
    if m is None:
        return None
    admin: tuple[str | None, ...] = (None, m.province, m.town) if m.town else (None, m.province) if m.province else ()
    return PlaceRef(m.text, m.name, relation=m.relation, part=m.part, level=m.hint, admin=admin, start=m.start, end=m.end)


def quantity(n: NumberMention) -> Quantity:
    """The quantity of a number mention."""
    return Quantity(n.what, n.low, n.high, n.approx, n.who, n.text, n.start, n.end)


@lru_cache(maxsize=8)
def _descriptors(rows: tuple[Descriptor, ...]) -> dict[str, Descriptor]:
    return {fold_name(d.text): d for d in reversed(rows)}


def source_ref(s: Speaker, theatre: Theatre) -> SourceRef:
    """The reference of a speaker: a named actor, a descriptor of the theatre, or the words themselves."""
    if s.actor is not None and s.actor.kind not in {"collective"}:
        kind = "person" if s.actor.kind == "person" else "organisation"
        return SourceRef(s.text, s.actor.name, s.actor.id, kind, None, s.start, s.end)
    described = _descriptors(theatre.descriptors).get(fold_name(s.text))
    if described is not None:
        return SourceRef(s.text, described.name, None, described.kind, described.side, s.start, s.end)
    return SourceRef(s.text, s.text, None, "anonymous", None, s.start, s.end)
