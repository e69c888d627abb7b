"""Joint choice: the options of all names of one report, ranked with regard to each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claimatlas.model.names import fold_name
from claimatlas.resolve.place_score import Option, Wanted, nearness, shares
from claimatlas.resolve.place_ties import WEIGHTS, Tie, agreement_of, by_name

ROUNDS, WEIGHED, TIED_LIMIT = 3, 12, 2.5
# countries, regions and provinces say too little of where their neighbours in a text lie
VAGUE = frozenset({"country", "region", "province"})
Point = tuple[float, float]


@dataclass(slots=True)
class Mention:
    """A place as a report names it, its options with their scores as they stand, and the compass word set aside.

    `around`: of each option what its nearness to the report's other places and the words between names are worth.
    """

    want: Wanted
    options: list[Option]
    scores: list[float]
    way: str | None = None
    around: list[tuple[float, float]] = field(default_factory=list)

    @property
    def best(self) -> Option | None:
        """The option that leads, None where there is none."""
        return self.options[0] if self.options else None

    @property
    def support(self) -> float:
        """What the report's other places are worth to the option that leads."""
        return self.scores[0] - self.options[0].base if self.options else 0.0


def rank(mentions: Sequence[Mention], tied: Sequence[Tie], fixed: Sequence[Point]) -> None:
    """Order the options of all mentions, best first; `tied` has ties between their numbers, `fixed` points held for certain."""
    links = by_name(tied)
    names = [fold_name(m.want.core) for m in mentions]
    for _ in range(ROUNDS):
        points = [_point(m) for m in mentions]
        weights = {n: _weighed(mentions[n]) for n in links}
        for number, mention in enumerate(mentions):
            others = [p for n, p in enumerate(points) if p and names[n] != names[number]]
            _order(number, mention, [*others, *fixed], links.get(number, ()), weights)


def _point(mention: Mention) -> Point | None:
    best = mention.best
    return None if best is None or best.place.level in VAGUE else (best.place.lat, best.place.lon)


def _weighed(mention: Mention) -> list[tuple[Option, float]]:
    """The leading options with their shares."""
    return list(zip(mention.options[:WEIGHED], shares(mention.scores[:WEIGHED]), strict=True))


def _order(
    number: int,
    mention: Mention,
    others: Sequence[Point],
    links: Sequence[Tie],
    weights: Mapping[int, list[tuple[Option, float]]],
) -> None:
    worth = [(o, nearness(o.place, others), _tied(number, o, links, weights)) for o in mention.options]
    rows = sorted(((o.base + near + tied, o, (near, tied)) for o, near, tied in worth), key=lambda r: (-r[0], r[1].place.id))
    mention.scores, mention.options, mention.around = [r[0] for r in rows], [r[1] for r in rows], [r[2] for r in rows]


def _tied(number: int, option: Option, links: Sequence[Tie], weights: Mapping[int, list[tuple[Option, float]]]) -> float:
    """What the ties to other names are worth to an option, -2.5 to 2.5."""
    worth = 0.0
    for tie in links:
        partner = weights[tie.other if tie.one == number else tie.one]
        fit = sum(
            share * (agreement_of(tie, option.place, o.place) if tie.one == number else agreement_of(tie, o.place, option.place))
            for o, share in partner
        )
        worth += WEIGHTS[tie.sort] * fit
    return max(-TIED_LIMIT, min(TIED_LIMIT, worth))
