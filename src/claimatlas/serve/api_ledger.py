"""The ledger's records over HTTP: events, claims, reports, sources, search."""

from datetime import date
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Query

from claimatlas.ledger.takedown import told as reason_of
from claimatlas.model.event import Event
from claimatlas.pick import during
from claimatlas.serve.api_atlas import MOST, as_json
from claimatlas.serve.asked import Known, Maybe, Told, Working, found
from claimatlas.serve.describe import told_claim, told_event, told_report
from claimatlas.serve.who import person

router = APIRouter(prefix="/api", tags=["ledger"], dependencies=[Depends(person)])
Limit = Annotated[int, Query(ge=1, le=MOST)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]
Word = Annotated[str | None, Query(max_length=200)]


@router.get("/events")
def events(
    told: Told, on: Maybe = None, since: Maybe = None, until: Maybe = None, type: Word = None, status: Word = None,
    place: Word = None, limit: Limit = 100, offset: Offset = 0,
) -> Any:  # fmt: skip
    """Events by start: of a day, of a span, of a type, status or place (its key)."""
    fits = [e for e in told.view.events if _fits(e, on, since, until) and type in (None, e.type) and status in (None, e.status)]
    fits = [e for e in fits if place is None or (e.place and place in (e.place.id, e.place.name))]
    return as_json({"total": len(fits), "events": [told_event(told, e) for e in fits[offset : offset + limit]]})


def _fits(event: Event, on: date | None, since: date | None, until: date | None) -> bool:
    first, last = event.time.start or event.time.end, event.time.end or event.time.start
    if on is not None and not during(event, on):
        return False
    if since is not None and (last is None or last < since):
        return False
    return until is None or (first is not None and first <= until)


@router.get("/events/{event_id}")
def event(told: Told, event_id: str) -> Any:
    """One event with its claims, voices, rival values and corrections."""
    one = told.events.get(event_id)
    found(one, "event", event_id)
    assert one is not None
    return as_json(told_event(told, one, claims=True))


@router.get("/claims")
def claims(
    work: Working, told: Told, report: Word = None, type: Word = None, stance: Word = None, place: Word = None, actor: Word = None,
    since: Maybe = None, until: Maybe = None, limit: Limit = 100, offset: Offset = 0,
) -> Any:  # fmt: skip
    """Claims by report and place in the text; `place` and `actor` in any spelling or as an id."""
    with work.atlas() as atlas:
        found_ids = [c.id for c in atlas.claims(report, type, stance, place, actor, since, until, told.known)]
    kept = [told.claims[i] for i in found_ids if i in told.claims]
    return as_json({"total": len(kept), "claims": [told_claim(told, c) for c in kept[offset : offset + limit]]})


@router.get("/claims/{claim_id}")
def claim(told: Told, claim_id: str) -> Any:
    """One claim with its words, slots, report and event; of one that was taken down, who did it, when and why."""
    if claim_id in told.taken:
        return as_json({"id": claim_id, "taken_down": reason_of(told.taken[claim_id])})
    one = told.claims.get(claim_id)
    found(one, "claim", claim_id)
    assert one is not None
    return as_json(told_claim(told, one))


@router.get("/reports")
def reports(told: Told, limit: Limit = 100, offset: Offset = 0) -> Any:
    """Reports, the newest first, without their texts."""
    newest = sorted(told.reports.values(), key=lambda r: (r.published or date.min, r.id), reverse=True)
    return as_json({"total": len(newest), "reports": [told_report(told, r.id) for r in newest[offset : offset + limit]]})


@router.get("/reports/{report_id}")
def report(told: Told, report_id: str) -> Any:
    """One report with its text and claims; offsets count Unicode code points of the text."""
    one = told.reports.get(report_id)
    found(one, "report", report_id)
    assert one is not None
    own = sorted((c for c in told.claims.values() if c.report_id == report_id), key=lambda c: (c.quote.start, c.id))
    return as_json({**told_report(told, one.id), "text": one.text, "claims": [told_claim(told, c) for c in own]})


@router.get("/sources")
def sources(work: Working, known: Known = None) -> Any:
    """What became of what each source told, and the Brier score of its forecasts."""
    with work.atlas() as atlas:
        return as_json(msgspec.to_builtins(atlas.sources(known)))


@router.get("/search")
def search(work: Working, told: Told, q: Annotated[str, Query(max_length=200)], limit: Limit = 50) -> Any:
    """Claims, then reports, in which all the words stand, in any script."""
    with work.atlas() as atlas:
        hits = atlas.ledger.search(q, limit)
    up = [h for h in hits if h.report_id in told.reports and not {h.report_id, h.claim_id} & told.taken.keys()]
    rows = [{"claim": h.claim_id, "report": told_report(told, h.report_id), "excerpt": h.excerpt} for h in up]
    return as_json({"hits": rows})
