"""Put claims under events: which claims, from whichever reports, tell of one thing in the world.

Constrained agglomerative clustering. Pairs that blocking brings together are scored (`features`, `likeness`); the best pair
is joined first, ties by claim ids; two groups join only where no pair across them contradicts and their mean score
reaches the bar. Nothing depends on the order in which claims come in, and groups that no pair links do not touch each other.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

from claimatlas.ledger.block import pairs
from claimatlas.ledger.grouping import Grouping
from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.likeness import Likeness, likeness
from claimatlas.ledger.slots import slots_of
from claimatlas.ledger.voices import roots
from claimatlas.model.claim import Claim
from claimatlas.model.report import Report

NO_EVENT = frozenset({"conditional", "predicted"})


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
    root = roots(reports)
    slots = {c.id: slots_of(c, root, sides) for c in claims if c.stance not in NO_EVENT}
    grouping = Grouping(slots, sides, {frozenset(p) for ids in apart for p in combinations(ids, 2)}, like or likeness())
    for pair in sorted(p for ids in together for p in combinations(sorted(i for i in ids if i in slots), 2)):
        grouping.force(*pair)
    for _, a, b in grouping.links(pairs(slots)):
        grouping.join(a, b)
    return [[slots[i].claim for i in ids] for ids in grouping.groups()]
