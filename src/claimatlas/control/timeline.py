"""The states of one place over time, from the evidence on it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

from claimatlas.control.evidence import Evidence, order
from claimatlas.control.state import State, with_rival
from claimatlas.control.steps import STEPS
from claimatlas.control.telling import Party
from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.weigh import corrects

# a denial sets right what was told of the two weeks before it
DENIAL_DAYS = 14
FOLLOWED_DAYS = 10
# how long before the first evidence a holder told in passing may be taken to have held
BEFORE_DAYS = {"named": 60, "besieged": 60, "holds": 60, "denies": 60}
LATER = "told only by later claims"
GROUND = ("takes", "part", "inside")


def timeline(evidence: Sequence[Evidence], sides: Sides, corrected: frozenset[str] = frozenset()) -> list[State]:
    """The states of a place, oldest first; each stands from its `at` until the next. [] without evidence.

    The first may reach back before all evidence: who is told to have lost the place held it before. `corrected`: ids of
    claims that a person judged to be corrected.
    """
    ordered = _followed(sorted(evidence, key=order))
    standing, struck = _struck(ordered, corrected)
    before = _before(standing)
    state = replace(before, at=standing[0].on, why=None) if before else State(date.min)
    states = [before] if before else []
    for on, group in groupby(standing, key=lambda e: e.on):
        for one in group:
            state = STEPS[one.kind](state, one, sides)
        states.append(replace(state, at=on))
    return [_with_struck(s, struck, sides) for s in states]


def _followed(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence, with those who left marked where the place is told as taken from them within days: that dates their end."""
    takes = [e for e in evidence if e.kind == "takes"]

    def taken_after(left: Evidence) -> bool:
        return any(0 < (t.on - left.on).days <= FOLLOWED_DAYS and t.party != left.party for t in takes)

    return [replace(e, followed=True) if e.kind == "leaves" and taken_after(e) else e for e in evidence]


def _struck(evidence: Sequence[Evidence], corrected: frozenset[str]) -> tuple[list[Evidence], list[Evidence]]:
    """The evidence that stands (marked where it is disputed), and what corrections strike out."""
    denials = [e for e in evidence if e.kind == "denies"]
    standing, struck = [], []
    for one in evidence:
        against = [d for d in denials if _concerns(d, one)]
        if one.claim_id in corrected or any(corrects(d.heard, [one.heard]) for d in against):
            struck.append(one)
        else:
            standing.append(replace(one, disputed=True) if any(d.heard.published >= one.heard.published for d in against) else one)
    return [e for e in standing if not _falls_with(e, standing)], struck


def _falls_with(left: Evidence, standing: Sequence[Evidence]) -> bool:
    """Whether a withdrawal is told in one sentence with a capture that is disputed."""
    return left.kind == "leaves" and any(
        e.disputed and e.heard.claim.report_id == left.heard.claim.report_id and e.heard.claim.quote == left.heard.claim.quote
        for e in standing
    )


def _concerns(denial: Evidence, told: Evidence) -> bool:
    early = denial.start - timedelta(days=DENIAL_DAYS)
    return told.kind in ("takes", "part") and told.party == denial.party and early <= told.on <= denial.on


def _with_struck(state: State, struck: Sequence[Evidence], sides: Sides) -> State:
    """The state with what was struck out by then named as rival."""
    for one in struck:
        if one.on <= state.at and one.party not in state.parties and one.kind in GROUND:
            state = with_rival(state, one.party, one.claim_id)
    return state


def _before(evidence: Sequence[Evidence]) -> State | None:
    """The state before all evidence, as the first day's evidence, or else the first outright word, lets it be told."""
    outright = [e for n, e in enumerate(evidence) if not _weak(e) and not _taken_before(e, evidence[:n])]
    first = [e for e in evidence if e.on == evidence[0].on]
    for one in [*outright[:1], *first]:
        if party := _earlier_holder(one):
            reach = BEFORE_DAYS.get(one.kind)
            at = one.start - timedelta(days=reach) if reach else date.min
            if at <= evidence[0].on:
                told: dict[str, tuple[str, ...]] = {party.key: (one.claim_id,)}
                return State(at, "held", (party,), None, one.on, (one.claim_id,), why=LATER, told=told, weak=_weak(one), loose=one.loose)
    return None


def _taken_before(one: Evidence, earlier: Sequence[Evidence]) -> bool:
    """Whether who held the place by then had taken it only after the first evidence."""
    party = _earlier_holder(one)
    return any(e.kind in ("takes", "part") and e.party == party for e in earlier)


def _weak(evidence: Evidence) -> bool:
    """Whether it tells who held before only by a guess or by an attack."""
    if evidence.kind == "named":
        return evidence.loose
    return evidence.guessed and evidence.kind not in ("holds", "leaves")


def _earlier_holder(evidence: Evidence) -> Party | None:
    if evidence.kind in ("holds", "named", "besieged", "leaves"):
        return evidence.party
    return evidence.against
