"""Claims grouped anew after some of them changed, looking at no more of the ledger than may come out otherwise.

Links are taken best first, so what a change does is found as if all were done again: the events of the claims that changed are
taken apart, and grown again together with all events that a link leads to. Those come out as they were, or are taken apart
too, and what they are linked to is looked at next. An event that comes out as it was joined nothing on the way, so that beyond
it all goes as before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from claimatlas.ledger.connection import Db
from claimatlas.ledger.grouping import Grouping
from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.likeness import likeness
from claimatlas.ledger.match import forced, parted
from claimatlas.ledger.rows import AMONG, to_json
from claimatlas.ledger.verdicts import Verdicts
from claimatlas.ledger.workings import links_of, slots_of_ids


@dataclass(frozen=True, slots=True)
class Regrouped:
    """Ids of events that are no more as they were, and the groups of claims in their place."""

    gone: frozenset[str]
    groups: tuple[tuple[str, ...], ...]


def regroup(db: Db, changed: Iterable[str], there: Iterable[str], said: Verdicts, sides: Sides) -> Regrouped:
    """`changed`: claims that are new, gone or read anew; `there`: those of them that now tell of an event, their links saved."""
    touched, new = set(changed), set(there)
    gone = set(_events(db, touched).values())
    while True:
        own = new | {c for c in chain(*_members(db, gone).values()) if c not in touched}
        around = _members(db, set(_events(db, _beside(db, own, said)).values()) - gone)
        scene = own.union(*around.values())
        groups = _grown(db, scene, said, sides)
        whole = {tuple(g) for g in groups}
        broken = {event for event, claims in around.items() if tuple(sorted(claims)) not in whole}
        if not broken:
            return Regrouped(frozenset(gone), tuple(tuple(g) for g in groups if not own.isdisjoint(g)))
        gone |= broken


def _grown(db: Db, scene: set[str], said: Verdicts, sides: Sides) -> list[list[str]]:
    slots = slots_of_ids(db, scene)
    links = [link for link in links_of(db, scene) if link[1] < link[2] and link[2] in slots]
    grouping = Grouping(slots, sides, parted(said.apart), likeness())
    grouping.know(links)
    return grouping.grown(forced(said.together, slots), links)


def _beside(db: Db, claims: set[str], said: Verdicts) -> set[str]:
    """Claims that a link, or a person, may join to some of these."""
    judged = {c for pair in said.together if not claims.isdisjoint(pair) for c in pair}
    return (judged | {other for _, _, other in links_of(db, claims)}) - claims


def _events(db: Db, claims: Iterable[str]) -> Mapping[str, str]:
    """Claim id to the id of its event, as saved."""
    rows = db.execute(f"SELECT claim_id, event_id FROM event_claims WHERE claim_id {AMONG}", (to_json(sorted(claims)),))
    return {row["claim_id"]: row["event_id"] for row in rows}


def _members(db: Db, events: Iterable[str]) -> Mapping[str, list[str]]:
    """Event id to the ids of its claims, as saved."""
    found: dict[str, list[str]] = {}
    for row in db.execute(f"SELECT event_id, claim_id FROM event_claims WHERE event_id {AMONG}", (to_json(sorted(events)),)):
        found.setdefault(row["event_id"], []).append(row["claim_id"])
    return found
