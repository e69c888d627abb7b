"""How each kind of evidence changes the state of a place."""

from collections.abc import Callable
from dataclasses import replace

from claimatlas.control.evidence import Evidence
from claimatlas.control.state import State, added, held_by, hostile, independent, supported, told_with, with_rival
from claimatlas.ledger.knowledge import Sides

# a passing word ("X-held") overturns what was told before only once that is older than this
LOOSE_DAYS = 7


def takes(state: State, evidence: Evidence, sides: Sides) -> State:
    """A place taken whole: held, or only claimed where none but the taker's side tells it against a known holder."""
    free = independent(evidence, sides) and evidence.heard.claim.stance == "fact"
    sure = (free or evidence.settled) and not evidence.disputed
    if evidence.disputed and not free and any(hostile(p, evidence.party, sides) for p in state.parties):
        return with_rival(state, evidence.party, evidence.claim_id)
    if state.holder == evidence.party:
        state = supported(state, evidence)
        return replace(state, status="held", rivals=()) if sure and state.status == "claimed" else state
    known = [p for p in (*state.parties, evidence.against) if p and hostile(p, evidence.party, sides)]
    new = held_by(state, evidence, sides, "claimed" if known and not sure else "held")
    if evidence.against and new.status == "claimed" and not new.rivals:
        new = replace(new, rivals=((evidence.against, ()),))
    return new


def holds(state: State, evidence: Evidence, sides: Sides) -> State:
    """A party is told to hold the place."""
    if state.holder == evidence.party:
        state = supported(state, evidence)
        return replace(state, status="held") if independent(evidence, sides) and evidence.heard.claim.stance == "fact" else state
    stale = state.last is None or (evidence.on - state.last).days >= LOOSE_DAYS
    if state.parties and evidence.loose and not stale:
        return _aside(state, evidence, sides)
    if state.status == "contested" and evidence.loose and evidence.party in state.parties:
        return supported(state, evidence)
    sure = independent(evidence, sides) and evidence.heard.claim.stance == "fact"
    rivals = [p for p in state.parties if hostile(p, evidence.party, sides)]
    return held_by(state, evidence, sides, "held" if sure or not rivals else "claimed")


def named(state: State, evidence: Evidence, sides: Sides) -> State:
    """A party is told in passing to be there: enough where no more is known, never enough to overturn what is told outright."""
    if not state.parties or (state.weak and state.holder != evidence.party and not evidence.guessed):
        return held_by(state, evidence, sides, "held")
    if state.holder == evidence.party and independent(evidence, sides) and evidence.heard.claim.stance == "fact":
        return replace(supported(state, evidence), status="held")
    return _aside(state, evidence, sides)


def besieged(state: State, evidence: Evidence, sides: Sides) -> State:
    """A party is besieged in the place: it is there, and who lays the siege is not inside, whatever was told before."""
    if evidence.against is not None and state.holder == evidence.against:
        told = told_with(state, evidence)
        because = added(state.because, evidence.claim_id)
        return State(evidence.on, "contested", (evidence.against, evidence.party), evidence.on, evidence.on, because, told=told)
    return named(state, evidence, sides)


def _aside(state: State, evidence: Evidence, sides: Sides) -> State:
    if evidence.party in state.parties:
        return supported(state, evidence)
    against = any(hostile(p, evidence.party, sides) for p in state.parties)
    return with_rival(state, evidence.party, evidence.claim_id) if against else state


def leaves(state: State, evidence: Evidence, sides: Sides) -> State:
    """A party left: who fought it for the place has it; else nobody is known to."""
    if state.status == "contested" and evidence.followed:
        return state
    if evidence.party not in state.parties:
        lone = replace(state, at=evidence.on, why=f"{evidence.party.name} left and no taker is told")
        return supported(lone, evidence) if not state.parties else state
    if evidence.heard.claim.stance == "alleged":
        return replace(state, at=evidence.on)
    others = tuple(p for p in state.parties if p != evidence.party)
    if len(others) == 1:
        because = (*state.told.get(others[0].key, ()), evidence.claim_id)
        return replace(
            state,
            at=evidence.on,
            status="held",
            parties=others,
            since=evidence.on,
            last=evidence.on,
            because=because,
            rivals=(),
            share=None,
        )
    return State(at=evidence.on, last=evidence.on, because=(evidence.claim_id,), why=f"{evidence.party.name} left and no taker is told")


def fights(state: State, evidence: Evidence, sides: Sides) -> State:
    """A party fights inside the place or has taken a part of it."""
    others = tuple(p for p in (*state.parties, evidence.against) if p and hostile(p, evidence.party, sides))
    others = tuple(dict.fromkeys(others))
    if state.status == "contested" and evidence.party in state.parties:
        return replace(supported(state, evidence), share=evidence.share or state.share)
    part_of_own = evidence.kind == "part" and (evidence.heard.claim.type != "control" or not evidence.against)
    if state.holder == evidence.party and (part_of_own or not evidence.against):
        return supported(state, evidence)
    told = {**told_with(state, evidence)}
    because = tuple(dict.fromkeys(i for p in (evidence.party, *others) for i in told.get(p.key, ())))
    why = None if others else "whom the place is fought against is not told"
    return State(
        evidence.on, "contested", (evidence.party, *others), evidence.on, evidence.on, because, (), evidence.share, why, told
    )  # fmt: skip


def denies(state: State, evidence: Evidence, sides: Sides) -> State:
    """A capture is denied: who held the place holds it still, and who was said to take it stays named as a rival."""
    if state.holder == evidence.party:
        return with_rival(state, evidence.against, evidence.claim_id) if evidence.against else state
    if not state.parties and evidence.against:
        state = held_by(state, replace(evidence, party=evidence.against), sides, "held")
    elif state.parties:
        state = replace(state, at=evidence.on, last=evidence.on, because=added(state.because, evidence.claim_id))
    return with_rival(state, evidence.party, evidence.claim_id) if evidence.party not in state.parties else state


STEPS: dict[str, Callable[[State, Evidence, Sides], State]] = {
    "takes": takes,
    "holds": holds,
    "named": named,
    "besieged": besieged,
    "leaves": leaves,
    "inside": fights,
    "part": fights,
    "denies": denies,
}
