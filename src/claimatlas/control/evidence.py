"""The evidence on who holds a place: what claims tell of it, with day, share and voice."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import claimatlas.control.wording as wording
from claimatlas.control.chronicle import chronicles, in_order
from claimatlas.control.foes import Foes, foes_in
from claimatlas.control.telling import Party, in_quote, tell
from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.weigh import Heard, hear
from claimatlas.model.claim import Claim
from claimatlas.model.hold import Share
from claimatlas.model.place import PlaceRef
from claimatlas.model.report import Report

# what a piece of evidence says, in the order in which those of one day are applied
KINDS = ("named", "besieged", "holds", "denies", "leaves", "inside", "part", "takes")
LONG_DAYS, TOO_LONG_DAYS = 3, 62


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one claim says of a place. `on`: the day from which it stands; `against`: who held it before.

    `kind`: named (told in passing to hold it), besieged (`party` in it, by `against`), holds, denies (`party` did not take
    it), leaves, inside (`party` fights in it), part (`party` took a part), takes. `disputed`: another voice denies it.
    `loose`: rests on a passing word or on an attack told as against `party`. `guessed`: no words of the claim tell
    `against`. `settled`: a history tells it, long after, as having happened. `followed`: the place was taken from those who
    left within days.
    """

    kind: str
    place: PlaceRef
    party: Party
    against: Party | None
    on: date
    start: date
    heard: Heard
    share: Share | None = None
    loose: bool = False
    disputed: bool = False
    guessed: bool = False
    settled: bool = False
    followed: bool = False

    @property
    def claim_id(self) -> str:
        """Id of the claim."""
        return self.heard.claim.id


def evidence_of(claims: Iterable[Claim], reports: Sequence[Report], sides: Sides) -> list[Evidence]:
    """The evidence in claims, by day, kind and claim id. Predicted claims never count, of planned captures only whom they are against."""
    by_id = {r.id: r for r in reports}
    told = [_as_told(c) for c in in_order(claims, reports)]
    foes = foes_in(told, sides)
    old = chronicles(told, reports)
    found = [e for h in hear(told, reports, sides).values() for e in _evidence(h, by_id.get(h.claim.report_id), sides, foes, old)]
    return sorted(found, key=order)


def _as_told(claim: Claim) -> Claim:
    return replace(claim, stance="alleged") if claim.stance == "fact" and wording.hearsay(claim) else claim


def order(evidence: Evidence) -> tuple[date, int, str, str]:
    """The order in which evidence is applied: by day, kind, report's date and claim id."""
    return evidence.on, KINDS.index(evidence.kind), evidence.heard.published, evidence.claim_id


def _evidence(heard: Heard, report: Report | None, sides: Sides, foes: Foes, old: frozenset[str]) -> Iterator[Evidence]:
    claim = heard.claim
    told = tell(claim, sides, lambda party: foes.of(party, claim.report_id))
    days = _days(claim, report)
    if told is None or days is None or claim.place is None:
        return
    kind, party, against = told
    loose = (kind == "holds" and wording.loose_hold(claim)) or (kind == "named" and claim.type == "assault")
    share = wording.share_of(claim) if kind in ("part", "takes") else None
    one = Evidence(
        kind,
        claim.place,
        party,
        against,
        days[1],
        days[0],
        heard,
        share,
        loose,
        guessed=not in_quote(claim),
        settled=claim.report_id in old and claim.stance == "fact",
    )
    if kind in ("takes", "part") and LONG_DAYS < (days[1] - days[0]).days < TOO_LONG_DAYS and against:
        yield replace(one, kind="inside", on=days[0])
    yield one


def _days(claim: Claim, report: Report | None) -> tuple[date, date] | None:
    """First and last day of the claim; the report's date where it has none; None where neither is known."""
    published = report.published if report else None
    start, end = claim.time.start or published, claim.time.end or published
    return (start, end) if start and end else None
