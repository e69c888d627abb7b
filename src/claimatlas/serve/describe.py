"""Events, claims, holds and reports as the JSON of the API: plain data with the words that pages print."""

from typing import Any

import msgspec

from claimatlas.ledger.takedown import told
from claimatlas.model.claim import Claim
from claimatlas.model.event import Event
from claimatlas.model.hold import Hold
from claimatlas.model.place import PlaceRef
from claimatlas.publish.rows import claim_row, event_row, hold_row, report_row
from claimatlas.serve.history import Span, spot_key
from claimatlas.serve.snapshot import Snapshot


def told_claim(snapshot: Snapshot, claim: Claim) -> dict[str, Any]:
    """A claim with its sentence, its words in their surroundings, its report, its event and its slots."""
    row = claim_row(snapshot.shown(), claim)
    slots = msgspec.to_builtins(claim)
    return {
        "id": claim.id,
        "type_id": claim.type,
        **row,
        "event": snapshot.event_of.get(claim.id),
        "confidence": round(claim.confidence, 3),
        "flags": sorted({*claim.flags, *snapshot.view.flags.get(claim.id, ())}),
        "report": told_report(snapshot, claim.report_id),
        "slots": {name: slots[name] for name in ("type", "stance", "agent", "target", "place", "time", "quantities", "source")},
    }


def told_report(snapshot: Snapshot, report_id: str) -> dict[str, Any]:
    """What is known of a report, without its text."""
    taken = snapshot.taken.get(report_id)
    return {"id": report_id, **report_row(snapshot.shown(), report_id), **({"taken_down": told(taken)} if taken else {})}


def told_event(snapshot: Snapshot, event: Event, claims: bool = False) -> dict[str, Any]:
    """An event; with `claims`, its claims, voices and rival values."""
    row = {**event_row(snapshot.shown(), event), "type_id": event.type, "place": told_place(event.place)}
    if claims:
        row |= {
            "claims": [told_claim(snapshot, snapshot.claims[c]) for c in event.claims if c in snapshot.claims],
            "voices": msgspec.to_builtins(event.voices),
            "slots": msgspec.to_builtins(event.slots),
            "values": msgspec.to_builtins(event.values),
            "belief_parts": list(event.belief.parts),
            "credibility": event.credibility,
            "corrections": [msgspec.to_builtins(c) for c in snapshot.view.corrections if set(c.subjects) & set(event.claims)],
            "revisions": [msgspec.to_builtins(c) for c in snapshot.view.revisions if set(c.subjects) & set(event.claims)],
        }
    return row


def told_place(place: PlaceRef | None) -> dict[str, Any] | None:
    """A place: key, name, point."""
    if place is None:
        return None
    return {
        "key": spot_key(place),
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "level": place.level,
        "admin": list(place.admin),
    }


def told_hold(snapshot: Snapshot, hold: Hold) -> dict[str, Any]:
    """A hold with its words, its place and how old its evidence is."""
    return {
        "place": msgspec.to_builtins(hold.place),
        "on": hold.on.isoformat(),
        "since": hold.since.isoformat() if hold.since else None,
        "age_days": hold.evidence_age_days,
        "why": hold.why,
        **hold_row(snapshot.shown(), hold),
    }


def told_span(snapshot: Snapshot, span: Span) -> dict[str, Any]:
    """One state of a place over time, with the claims that it rests on."""
    row = told_hold(snapshot, span.hold)
    ids = dict.fromkeys([*span.hold.because, *(c for r in span.hold.rivals for c in r.because)])
    return {
        **row,
        "from": span.start.isoformat() if span.start else None,
        "until": span.end.isoformat() if span.end else None,
        "last": span.last.isoformat() if span.last else None,
        "claims": [told_claim(snapshot, snapshot.claims[c]) for c in ids if c in snapshot.claims],
    }
