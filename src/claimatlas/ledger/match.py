"""Put claims under events: which claims, from whichever reports, tell of one thing in the world.

Constrained agglomerative clustering. Pairs that blocking brings together are scored (`features`, `likeness`); the best pair
is joined first, ties by claim ids; two groups join only where no pair across them contradicts and their mean score
reaches the bar. Nothing depends on the order in which claims come in, and groups that no pair links do not touch each other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimatlas.ledger.block import pairs
from claimatlas.ledger.grouping import Grouping, Link
from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.likeness import Likeness, likeness
from claimatlas.ledger.slots import Slots, slots_of
from claimatlas.ledger.voices import roots
from claimatlas.model.claim import Claim
from claimatlas.model.report import Report

NO_EVENT = frozenset({"conditional", "predicted"})
Pairs = Iterable[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Matched:
    """Groups of claim ids, with what they follow from: the claims' slots and the links that reach the bar."""

    slots: Mapping[str, Slots]
    links: Sequence[Link]
    groups: Sequence[Sequence[str]]


def match(
    claims: Sequence[Claim],
    reports: Sequence[Report],
    sides: Sides,
    together: Iterable[Sequence[str]] = (),
    apart: Iterable[Sequence[str]] = (),
    like: Likeness | None = None,
) -> list[list[Claim]]:
    """Groups of claims, one an event, each in the order of claim ids, the groups by their first id.

    `together` and `apart` are claim ids that a person judged to be of one event or not. Conditional and predicted
    claims tell of no event and are left out. `like`: other weights than those that ship.
    """
    found = matched(claims, roots(reports, sides), sides, together, apart, like)
    return [[found.slots[i].claim for i in ids] for ids in found.groups]


def matched(
    claims: Iterable[Claim], root: Mapping[str, str], sides: Sides, together: Pairs = (), apart: Pairs = (), like: Likeness | None = None
) -> Matched:
    """As `match`, with the workings. `root`: report id to the id of the report that it copies."""
    slots = {c.id: slots_of(c, root, sides) for c in claims if c.stance not in NO_EVENT}
    grouping = Grouping(slots, sides, parted(apart), like or likeness())
    links = grouping.links(pairs(slots))
    return Matched(slots, links, grouping.grown(forced(together, slots), links))


def parted(apart: Pairs) -> set[frozenset[str]]:
    """The pairs of claims that a person keeps apart."""
    return {frozenset(p) for ids in apart for p in combinations(ids, 2)}


def forced(together: Pairs, slots: Iterable[str]) -> list[tuple[str, str]]:
    """The pairs of claims that a person joins, of those that are there, in order."""
    there = set(slots)
    return sorted((a, b) for ids in together for a, b in combinations(sorted(i for i in ids if i in there), 2))
