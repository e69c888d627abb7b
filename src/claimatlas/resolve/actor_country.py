"""Actors without a name of their own ("government forces", "the police"): whose they are by the country of the place."""

from dataclasses import replace
from datetime import date

from claimatlas.model.actor import Actor, ActorRef
from claimatlas.model.claim import Claim
from claimatlas.model.names import fold_name
from claimatlas.resolve.actor import resolve_actor
from claimatlas.theatres import Theatre


def of_their_country(claim: Claim, theatre: Theatre, on: date | None = None) -> Claim:
    """The claim with such agents and targets as those of the country that its place lies in.

    A reader takes them for those of the country that the report is chiefly about; a report on two countries tells of both.
    `on` is the report's date. Unchanged where the place is not found, or lies in a country for which the theatre has no such words.
    """
    country = claim.place.admin[0] if claim.place and claim.place.id and claim.place.admin else None
    if country not in theatre.generic:
        return claim
    agent, target = (tuple(_local(a, country, theatre, on) for a in actors) for actors in (claim.agent, claim.target))
    return replace(claim, agent=agent, target=target)


def _local(ref: ActorRef, country: str, theatre: Theatre, on: date | None) -> ActorRef:
    words = fold_name(ref.text).removeprefix("the ")
    chosen = theatre.actors.get(ref.id or "")
    bare = any(words in table for table in theatre.generic.values())
    if not bare or chosen is None or chosen.country in (None, country):
        return ref
    own = _own(words, country, theatre, on)
    return resolve_actor(replace(ref, id=own.id, candidates=()), theatre, on) if own is not None else ref


def _own(words: str, country: str, theatre: Theatre, on: date | None) -> Actor | None:
    """The country's own actor for the words: by the theatre's table, else by a name in its register."""
    told = theatre.actors.get(theatre.generic[country].get(words, ""))
    return told or next((a for a in theatre.named(words, on) if a.country == country), None)
