"""Put claims under events: which claims, from whichever reports, tell of one thing in the world.

Constrained agglomerative clustering. Pairs that blocking brings together are scored slot by slot (`near`); the best
pair is joined first, ties by claim ids; two groups join only where no pair across them contradicts and their mean score
reaches the bar. Nothing depends on the order in which claims come in.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

from claimatlas.ledger.block import pairs
from claimatlas.ledger.grouping import Grouping
from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.near import Slots, group_of
from claimatlas.ledger.voices import roots, sides_of
from claimatlas.model.claim import Claim
from claimatlas.model.names import fold_name
from claimatlas.model.report import Report

NO_EVENT = frozenset({"conditional", "predicted"})


def match(
    claims: Sequence[Claim],
    reports: Sequence[Report],
    sides: Sides,
    together: Iterable[Sequence[str]] = (),
    apart: Iterable[Sequence[str]] = (),
) -> list[list[Claim]]:
    """Groups of claims, one an event, each in the order of claim ids, the groups by their first id.

    `together` and `apart` are claim ids that a person judged to be of one event or not. Conditional and predicted
    claims tell of no event and are left out.
    """
    root = roots(reports)
    slots = {c.id: _slots(c, root, sides) for c in claims if c.stance not in NO_EVENT}
    grouping = Grouping(slots, sides, {frozenset(p) for ids in apart for p in combinations(ids, 2)})
    for ids in together:
        grouping.force([i for i in ids if i in slots])
    for _, a, b in sorted(grouping.scored(pairs(slots))):
        grouping.join(a, b)
    return [[slots[i].claim for i in ids] for ids in grouping.groups()]


def _slots(claim: Claim, root: dict[str, str], sides: Sides) -> Slots:
    return Slots(
        claim,
        group_of(claim.type),
        root.get(claim.report_id, claim.report_id),
        frozenset(a.id or fold_name(a.name) for a in claim.agent),
        frozenset(a.id or fold_name(a.name) for a in claim.target),
        sides_of(claim.agent, claim, sides),
        sides_of(claim.target, claim, sides),
    )
