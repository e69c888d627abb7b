"""The view: events, corrections and flags as a pure function of the log."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from claimatlas.ledger.asked import Asked
from claimatlas.ledger.correct import corrections
from claimatlas.ledger.event import make_event
from claimatlas.ledger.heard import Heard
from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.match import match
from claimatlas.ledger.numbers import mismatches
from claimatlas.ledger.revise import revisions
from claimatlas.ledger.rivals import with_rivals
from claimatlas.ledger.verdicts import Verdicts, judged_claims, judged_reports, verdicts
from claimatlas.ledger.weigh import hear
from claimatlas.model.claim import Claim
from claimatlas.model.event import Event
from claimatlas.model.judgement import Judgement
from claimatlas.model.report import Report


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


def build_view(
    claims: Sequence[Claim], reports: Sequence[Report], judgements: Sequence[Judgement], sides: Sides, known: date | None = None
) -> View:
    """Build the view of a log; the order of claims and reports does not matter.

    `known`: only reports published on or before it count (an undated one does not), as if the later ones were not there.
    """
    said, asked = verdicts(judgements), Asked(sides)
    stand = {r.id: r for r in judged_reports(reports, said) if known is None or (r.published is not None and r.published <= known)}
    kept = sorted((c for c in judged_claims(claims, said) if c.report_id in stand), key=lambda c: c.id)
    unheard = {c.id for c in claims} - {c.id for c in kept}
    return view_of(kept, sorted(stand.values(), key=lambda r: r.id), said.without(unheard), asked)


def view_of(kept: Sequence[Claim], reports: Sequence[Report], said: Verdicts, sides: Sides) -> View:
    """The view of claims and reports that stand, each in the order of ids."""
    voices = hear(kept, reports, sides, said.marks)
    groups = [[voices[c.id] for c in group] for group in match(kept, reports, sides, said.together, said.apart)]
    events = with_rivals([make_event(g, sides, said.corrected, said.accepted) for g in groups], voices, sides)
    derived = sorted((j for g in groups for j in corrections(g)), key=lambda j: j.id)
    again = sorted((j for g in groups for j in revisions(g)), key=lambda j: j.id)
    return View(tuple(sorted(events, key=_order)), tuple(derived), _flags(kept, voices), tuple(again))


def _order(event: Event) -> tuple[str, str]:
    return event.time.start.isoformat() if event.time.start else "9999", event.id


def _flags(claims: Sequence[Claim], voices: dict[str, Heard]) -> dict[str, tuple[str, ...]]:
    flags = {claim_id: set(found) for claim_id, found in mismatches(claims).items()}
    for claim_id, one in voices.items():
        told = {"interest_for"} if one.interest.for_it else {"interest_against"} if one.interest.against_it else set()
        flags[claim_id] = flags.get(claim_id, set()) | told
    return {claim_id: tuple(sorted(found)) for claim_id, found in sorted(flags.items()) if found}
