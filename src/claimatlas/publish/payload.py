"""The view as plain data for the web map and the figure: one spot per place, with its hold, its events and its claims."""

from typing import Any

from claimatlas.model.names import fold_name
from claimatlas.publish.areas import area_row
from claimatlas.publish.atlas import AtlasView
from claimatlas.publish.kinds import KINDS
from claimatlas.publish.rows import claim_row, event_row, report_row, spot_row
from claimatlas.publish.spots import evidence_bounds, spots


def payload(view: AtlasView) -> dict[str, Any]:
    """All that the page needs, in a stated order."""
    found, unplaced = spots(view)
    shown = {c for e in view.events for c in e.claims} | {c for h in view.holds for c in h.because}
    shown |= {c for h in view.holds for r in h.rivals for c in r.because} | {x for k in view.corrections for x in (k.by, *k.of)}
    claims = {i: claim_row(view, view.claims[i]) for i in sorted(shown) if i in view.claims}
    used = sorted({row["report"] for row in claims.values()})
    return {
        "meta": meta(view),
        "bounds": evidence_bounds(found, view),
        "sides": [{"id": s.id, "name": s.name, "color": s.color} for s in view.sides.values()],
        "kinds": [{"id": k.id, "label": k.label, "shape": k.shape, "color": k.color} for k in KINDS],
        "areas": [area_row(view, a) for a in view.areas],
        "spots": [spot_row(view, s) for s in found],
        "unplaced": [event_row(view, e) for e in unplaced],
        "claims": claims,
        "reports": {i: report_row(view, i) for i in used if i in view.reports},
        "towns": towns(view, {s.key for s in found}),
        "corrections": [{"by": c.by, "of": list(c.of), "note": c.note} for c in view.corrections],
    }


def towns(view: AtlasView, told: set[str]) -> list[dict[str, Any]]:
    """Towns for orientation that are not told of themselves, the largest first."""
    names = {fold_name(h.place.name) for h in view.holds} | {fold_name(e.place.name) for e in view.events if e.place}
    rest = sorted((p for p in view.towns if p.id not in told and fold_name(p.name) not in names), key=lambda p: (-p.population, p.id))
    return [{"name": p.name, "at": [round(p.lon, 4), round(p.lat, 4)], "size": p.population} for p in rest]


def title_of(view: AtlasView) -> str:
    """The view's own title, or one made of theatre and date."""
    return view.title or f"{view.theatre}: who holds what, by their own accounts"


def standfirst_of(view: AtlasView) -> str:
    """The view's own standfirst, or one made of its counts."""
    if view.standfirst:
        return view.standfirst
    placed = sum(h.status != "unknown" for h in view.holds)
    contested = sum(h.status == "contested" for h in view.holds)
    n = len(view.reports)
    told = f"{len(view.claims)} claims in {n} partisan report{'s' * (n != 1)}, {len(view.events)} events, {placed} places with a holder"
    return f"{told}{f', {contested} of them contested' if contested else ''}. Everything here is reported, nothing is verified."


def meta(view: AtlasView) -> dict[str, Any]:
    """Title, dates and provenance."""
    return {
        "title": title_of(view),
        "standfirst": standfirst_of(view),
        "theatre": view.theatre,
        "on": view.on.isoformat(),
        "known": view.known.isoformat() if view.known else None,
        "generated": view.generated,
    }
