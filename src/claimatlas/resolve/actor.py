"""Actors of a claim: the register's entry valid at the report's date, its candidates, and the sides of speakers."""

from dataclasses import replace
from datetime import date

from claimatlas.model.actor import ActorRef, Candidate
from claimatlas.model.claim import Claim, SourceRef
from claimatlas.model.report import Report
from claimatlas.theatres import Theatre


def resolve_actor(ref: ActorRef, theatre: Theatre, on: date | None) -> ActorRef:
    """The reference with the register's id and name at the date, and its candidates, the valid one first."""
    found = theatre.named(ref.text, on) or theatre.named(ref.name, on)
    if ref.id is not None and ref.id in theatre.actors:
        found = [theatre.actors[ref.id], *(a for a in found if a.id != ref.id)]
    if not found:
        return ref
    candidates = tuple(Candidate(a.id, a.name, round(1.0 / (n + 1), 3)) for n, a in enumerate(found[:5]))
    return replace(ref, id=found[0].id, name=found[0].name, candidates=candidates)


def resolve_source(ref: SourceRef, theatre: Theatre, on: date | None) -> SourceRef:
    """The speaker with id, name and side at the date where the register knows it."""
    if ref.id is None and ref.kind == "anonymous":
        return ref
    actor = theatre.actors.get(ref.id or "")
    if actor is None:
        named = theatre.named(ref.text, on) or theatre.named(ref.name, on)
        actor = named[0] if named else None
    if actor is None:
        return ref
    name = ref.name if ref.kind == "anonymous" else actor.name  # somebody of the body: "a source at the ministry"
    return replace(ref, id=actor.id, name=name, side=ref.side or theatre.side_of(actor.id, actor.name, on))


def resolve_actors(claim: Claim, report: Report, theatre: Theatre) -> Claim:
    """The claim with agents, targets and speakers resolved at the report's date."""
    on = report.published
    return replace(
        claim,
        agent=tuple(resolve_actor(a, theatre, on) for a in claim.agent),
        target=tuple(resolve_actor(a, theatre, on) for a in claim.target),
        source=tuple(resolve_source(s, theatre, on) for s in claim.source),
    )
