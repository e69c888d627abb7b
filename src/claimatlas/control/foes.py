"""Who fights whom in a report: the enemy that its sentences leave out."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from claimatlas.control.telling import Party, in_quote, party_of
from claimatlas.ledger.knowledge import Sides
from claimatlas.model.claim import Claim

FIGHTING = frozenset({"clash", "assault", "repel", "capture", "besiege", "shelling", "airstrike", "suicide_attack"})
# of all that a report tells of a side's fights, so much must be against one enemy
SHARE, LEAST = 0.5, 2
# and of all that is taken in it, so much by one side, for it to be the taker of what is told without one
MOST, SEVERAL = 0.7, 5


@dataclass(frozen=True, slots=True)
class Foes:
    """The chief enemy of each party in each report."""

    chief: dict[tuple[str, str], Party] = field(default_factory=dict)
    takers: dict[str, Party] = field(default_factory=dict)

    def of(self, party: Party | None, report_id: str) -> Party | None:
        """The enemy that the report chiefly tells the party to fight; of None the party that takes most of what is taken in it.

        None where the report tells of none, or of several alike.
        """
        return self.chief.get((report_id, party.key)) if party is not None else self.takers.get(report_id)


def foes_in(claims: Iterable[Claim], sides: Sides) -> Foes:
    """The enemies that the words of each report tell: a guessed target does not count."""
    told: dict[tuple[str, str], Counter[Party]] = defaultdict(Counter)
    taking: dict[str, Counter[Party]] = defaultdict(Counter)
    for claim in claims:
        for one, other in _fight(claim, sides):
            told[claim.report_id, one.key][other] += 1
        taker = party_of(claim.agent, claim.time.end, sides) if claim.type == "capture" and claim.stance == "fact" else None
        if taker is not None and taker.side:
            taking[claim.report_id][taker] += 1
    chief = {key: foe for key, counts in told.items() if (foe := _chief(counts))}
    return Foes(chief, {key: taker for key, counts in taking.items() if (taker := _chief(counts, MOST, SEVERAL))})


def _fight(claim: Claim, sides: Sides) -> list[tuple[Party, Party]]:
    if claim.type not in FIGHTING:
        return []
    agent, target = (party_of(actors, claim.time.end, sides) for actors in (claim.agent, in_quote(claim)))
    if agent is None or target is None or not agent.side or not target.side or sides.friendly(agent.side, target.side):
        return []
    return [(agent, target), (target, agent)]


def _chief(counts: Counter[Party], share: float = SHARE, least: int = LEAST) -> Party | None:
    (first, number), *rest = sorted(counts.items(), key=lambda item: (-item[1], item[0].key))
    tied = bool(rest) and rest[0][1] == number
    return first if number >= least and number >= share * counts.total() and not tied else None
