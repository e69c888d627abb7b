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


@dataclass(frozen=True, slots=True)
class Foes:
    """The chief enemy of each party in each report."""

    chief: dict[tuple[str, str], Party] = field(default_factory=dict)

    def of(self, party: Party, report_id: str) -> Party | None:
        """The enemy that the report chiefly tells the party to fight; None where it tells of none, or of several alike."""
        return self.chief.get((report_id, party.key))


def foes_in(claims: Iterable[Claim], sides: Sides) -> Foes:
    """The enemies that the words of each report tell: a guessed target does not count."""
    told: dict[tuple[str, str], Counter[Party]] = defaultdict(Counter)
    for claim in claims:
        for one, other in _fight(claim, sides):
            told[claim.report_id, one.key][other] += 1
    return Foes({key: chief for key, counts in told.items() if (chief := _chief(counts))})


def _fight(claim: Claim, sides: Sides) -> list[tuple[Party, Party]]:
    if claim.type not in FIGHTING:
        return []
    agent, target = (party_of(actors, claim.time.end, sides) for actors in (claim.agent, in_quote(claim)))
    if agent is None or target is None or not agent.side or not target.side or sides.friendly(agent.side, target.side):
        return []
    return [(agent, target), (target, agent)]


def _chief(counts: Counter[Party]) -> Party | None:
    (first, number), *rest = sorted(counts.items(), key=lambda item: (-item[1], item[0].key))
    tied = bool(rest) and rest[0][1] == number
    return first if number >= LEAST and number >= SHARE * counts.total() and not tied else None
