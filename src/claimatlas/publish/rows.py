"""Claims, events, holds and reports as rows of plain data, with their words made ready to print."""

from typing import Any

from claimatlas.model.claim import Claim
from claimatlas.model.event import Event
from claimatlas.model.hold import Hold
from claimatlas.publish.atlas import AtlasView
from claimatlas.publish.holdings import hold_words
from claimatlas.publish.kinds import kind_of, label_of
from claimatlas.publish.sentences import sentence, source_words
from claimatlas.publish.spots import Spot
from claimatlas.publish.words import place_in, quantity, when

CONTEXT = 220


def context(claim: Claim, text: str) -> tuple[str, str, str]:
    """The words before, of and after a quote: up to CONTEXT code points each way, cut at a space, «…» where cut."""
    start, end = claim.quote.start, claim.quote.end
    if text[start:end] != claim.quote.exact:
        return "", claim.quote.exact, ""
    low, high = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    before, after = text[low:start], text[end:high]
    if low:
        before = "…" + before[before.find(" ") :]
    if high < len(text):
        after = after[: after.rfind(" ") + 1] + "…"
    return before, claim.quote.exact, after


def claim_row(view: AtlasView, claim: Claim) -> dict[str, Any]:
    """One claim as the panel shows it."""
    report = view.reports.get(claim.report_id)
    before, exact, after = context(claim, report.text if report else "")
    told = sentence(claim, report)
    row: dict[str, Any] = {
        "type": label_of(claim.type),
        "stance": claim.stance,
        "said": source_words(claim, report),
        "sentence": told,
        "before": before,
        "exact": exact,
        "after": after,
        "report": claim.report_id,
        "when": when(claim.time) + (" (date of the report)" if claim.time.default else ""),
        "numbers": [quantity(q) for q in claim.quantities],
    }
    if claim.place and (claim.place.relation or claim.place.part):
        row["where"] = place_in(claim.place)
    return row


def hold_row(view: AtlasView, hold: Hold) -> dict[str, Any]:
    """One hold: its status, holder, rivals and evidence."""
    words = hold_words(hold)
    parties = [*([hold.holder] if hold.holder else []), *(r.holder for r in hold.rivals)]
    sides = list(dict.fromkeys(view.side_id(h) for h in parties))
    side = sides[0] if sides and (hold.holder or hold.status == "contested") else None
    return {
        "status": hold.status,
        "holder": hold.holder.name if hold.holder else None,
        "side": side,
        "other": sides[1] if len(sides) > 1 else None,
        "words": words[0].upper() + words[1:],
        "because": list(hold.because),
        "rivals": [{"name": r.holder.name, "side": view.side_id(r.holder), "because": list(r.because)} for r in hold.rivals],
    }


def event_row(view: AtlasView, event: Event) -> dict[str, Any]:
    """One event; `stances` lets the page say that all its claims are forecasts or denials."""
    kind = kind_of(event.type)
    claims = [view.claims[c] for c in event.claims if c in view.claims]
    return {
        "id": event.id,
        "type": label_of(event.type),
        "kind": kind.id if kind else "state",
        "status": event.status,
        "when": when(event.time),
        "belief": round(event.belief.value, 2),
        "stances": sorted({c.stance for c in claims}),
        "where": place_in(event.place) if event.place else "",
        "claims": list(event.claims),
    }


def spot_row(view: AtlasView, spot: Spot) -> dict[str, Any]:
    """One place with its hold and events; states of affairs are in the hold and the claims, not among the symbols."""
    return {
        "key": spot.key,
        "name": spot.name,
        "at": [round(spot.lon, 5), round(spot.lat, 5)],
        "radius": spot.radius_km,
        "wide": spot.wide,
        "level": spot.level,
        "province": spot.province,
        "hold": hold_row(view, spot.hold) if spot.hold else None,
        "events": [event_row(view, e) for e in spot.events],
    }


def report_row(view: AtlasView, report_id: str) -> dict[str, Any]:
    """What the panel says of a report."""
    r = view.reports[report_id]
    return {
        "title": r.title or r.key,
        "publisher": r.publisher,
        "author": r.author,
        "date": r.published.isoformat() if r.published else None,
        "url": r.url,
        "key": r.key,
    }
