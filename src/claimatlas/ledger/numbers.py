"""Arithmetic that a report does on its own numbers, checked against the bounds that it gives."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimatlas.model.claim import Claim
from claimatlas.model.names import fold_name
from claimatlas.model.quantity import Quantity

MISMATCH = "derived_number_mismatch"
NOT_COUNTS = frozenset({"other", "percent_of_place", "km", "places", "fighters"})
NEAR_CHARACTERS = 600


@dataclass(frozen=True, slots=True)
class _Number:
    claim: Claim
    quantity: Quantity

    def concerns(self, other: "_Number") -> bool:
        """Whether the two numbers are of one actor and told close together."""
        mine, its = ({a.id or fold_name(a.name) for a in x.claim.agent} for x in (self, other))
        return bool(mine & its) and abs(self.claim.quote.start - other.claim.quote.start) <= NEAR_CHARACTERS


def mismatches(claims: Iterable[Claim]) -> dict[str, tuple[str, ...]]:
    """Claim id to the flag of those whose percentage does not follow from the count and the total told of the same actor.

    A percentage follows where one count and one total near it in the report bear it out. With only upper bounds
    ("up to 30" of "up to 300") a lower bound ("at least 10 percent") never follows.
    """
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report_id].append(claim)
    wrong = {c.id for own in by_report.values() for c in _wrong(own)}
    return dict.fromkeys(sorted(wrong), (MISMATCH,))


def _wrong(claims: Sequence[Claim]) -> Iterator[Claim]:
    numbers = [_Number(c, q) for c in claims for q in c.quantities]
    percents = [n for n in numbers if _is_percent(n.quantity)]
    counts = [n for n in numbers if n.quantity.what not in NOT_COUNTS and not _is_percent(n.quantity)]
    totals = [n for n in numbers if n.quantity.what == "fighters" and not _is_percent(n.quantity)]
    for percent in percents:
        pairs = [
            (c.quantity, t.quantity)
            for c in counts
            for t in totals
            if c.claim.id != t.claim.id and percent.concerns(c) and percent.concerns(t)
        ]
        if pairs and not any(follows(percent.quantity, count, total) for count, total in pairs):
            yield percent.claim


def _is_percent(quantity: Quantity) -> bool:
    words = f"{quantity.who or ''} {quantity.text}".lower()
    return quantity.what == "other" and ("percent" in words or "per cent" in words or "%" in words)


def follows(percent: Quantity, count: Quantity, total: Quantity) -> bool:
    """Whether the bounds of a percentage follow from those of a count and of the total that it is counted from.

    An exact percentage may be off by half a point (rounding), one told with "about" by two points.
    """
    slack = 2.0 if percent.approx or count.approx or total.approx else 0.5
    least = 100 * count.low / total.high if count.low is not None and total.high else None
    most = 100 * count.high / total.low if count.high is not None and total.low else None
    low_follows = percent.low is None or (least is not None and least >= percent.low - slack)
    high_follows = percent.high is None or (most is not None and most <= percent.high + slack)
    return low_follows and high_follows
