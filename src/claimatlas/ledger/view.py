"""The view: events, corrections and flags as a pure function of the log."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from claimatlas.ledger.asked import Asked
from claimatlas.ledger.correct import corrections
from claimatlas.ledger.event import make_event
from claimatlas.ledger.heard import Heard
from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.match import Matched, matched
from claimatlas.ledger.numbers import mismatches
from claimatlas.ledger.revise import revisions
from claimatlas.ledger.rivals import Stand, contradicted, disputed, stand_of
from claimatlas.ledger.verdicts import Verdicts, judged_claims, judged_reports, verdicts
from claimatlas.ledger.voices import roots
from claimatlas.ledger.weigh import heard
from claimatlas.model.claim import Claim
from claimatlas.model.event import Event
from claimatlas.model.judgement import Judgement
from claimatlas.model.report import Report

Groups = Iterable[Sequence[Heard]]


@dataclass(frozen=True, slots=True)
class View:
    """What follows from the log: events by start and id, derived corrections and revised counts by id, and flags by claim id."""

    events: tuple[Event, ...] = ()
    corrections: tuple[Judgement, ...] = ()
    flags: dict[str, tuple[str, ...]] = field(default_factory=dict)
    revisions: tuple[Judgement, ...] = ()

    def event_of(self) -> dict[str, str]:
        """Claim id to the id of its event."""
        return {claim: event.id for event in self.events for claim in event.claims}


@dataclass(frozen=True, slots=True)
class Derived:
    """A view with its workings, from which a later one can be made.

    `reports`, `root`: those that stand, and the first of those that each copies; `alone`: events as their own claims tell
    them, before others contradict them; `stands`: those of them that can be contradicted; `rivals`: event id to the names
    of those who do.
    """

    view: View
    reports: Sequence[Report]
    root: Mapping[str, str]
    matched: Matched
    alone: Sequence[Event]
    stands: Sequence[Stand]
    rivals: Mapping[str, tuple[str, ...]]


def build_view(
    claims: Sequence[Claim], reports: Sequence[Report], judgements: Sequence[Judgement], sides: Sides, known: date | None = None
) -> View:
    """Build the view of a log; the order of claims and reports does not matter.

    `known`: only reports published on or before it count (an undated one does not), as if the later ones were not there.
    """
    return derive(claims, reports, judgements, sides, known).view


def derive(
    claims: Sequence[Claim], reports: Sequence[Report], judgements: Sequence[Judgement], sides: Sides, known: date | None = None
) -> Derived:
    """As `build_view`, with the workings."""
    said, asked = verdicts(judgements), Asked(sides)
    stand = {r.id: r for r in judged_reports(reports, said) if known is None or (r.published is not None and r.published <= known)}
    kept = sorted((c for c in judged_claims(claims, said) if c.report_id in stand), key=lambda c: c.id)
    unheard = {c.id for c in claims} - {c.id for c in kept}
    return _derived(kept, sorted(stand.values(), key=lambda r: r.id), said.without(unheard), asked)


def _derived(kept: Sequence[Claim], reports: Sequence[Report], said: Verdicts, sides: Sides) -> Derived:
    """What follows from claims and reports that stand, each in the order of ids."""
    root, by_id = roots(reports, sides), {r.id: r for r in reports}
    voices = {c.id: heard(c, by_id, root, sides, said.marks) for c in kept}
    found = matched(kept, root, sides, said.together, said.apart)
    groups = [[voices[i] for i in ids] for ids in found.groups]
    alone = told_alone(groups, said, sides)
    stands = [s for e in alone if (s := stand_of(e, voices, sides))]
    rival = contradicted(stands, sides)
    events = sorted((disputed(e, rival[e.id]) if e.id in rival else e for e in alone), key=_order)
    view = View(tuple(events), set_right(groups), flags_of(kept, voices, root), told_anew(groups))
    return Derived(view, reports, root, found, alone, stands, rival)


def told_alone(groups: Groups, said: Verdicts, sides: Sides) -> list[Event]:
    """The events of groups of claims, as their own claims tell them."""
    return [make_event(g, sides, said.corrected, said.accepted) for g in groups]


def set_right(groups: Groups) -> tuple[Judgement, ...]:
    """The corrections that follow from groups of claims, by id."""
    return tuple(sorted((j for g in groups for j in corrections(g)), key=lambda j: j.id))


def told_anew(groups: Groups) -> tuple[Judgement, ...]:
    """The revised counts that follow from groups of claims, by id."""
    return tuple(sorted((j for g in groups for j in revisions(g)), key=lambda j: j.id))


def _order(event: Event) -> tuple[str, str]:
    return event.time.start.isoformat() if event.time.start else "9999", event.id


def flags_of(claims: Sequence[Claim], voices: Mapping[str, Heard], root: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Flags by claim id, of all claims of some reports: numbers that do not follow, the speaker's gain, what it copies."""
    flags = {claim_id: set(found) for claim_id, found in mismatches(claims).items()}
    for claim_id, one in voices.items():
        told = {"interest_for"} if one.interest.for_it else {"interest_against"} if one.interest.against_it else set()
        first = root.get(one.claim.report_id, one.claim.report_id)
        copied = {f"duplicate_of:{first}"} if first != one.claim.report_id else set()
        flags[claim_id] = flags.get(claim_id, set()) | told | copied
    return {claim_id: tuple(sorted(found)) for claim_id, found in sorted(flags.items()) if found}
