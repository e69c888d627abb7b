"""Sources: what became of what each told, forecasts scored, and the page of one."""

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from claimatlas.serve.asked import Told, Working
from claimatlas.serve.describe import told_claim, told_event
from claimatlas.serve.page import page
from claimatlas.serve.who import Reader

router = APIRouter()
SHOWN = 200


@router.get("/sources")
def sources(request: Request, who: Reader, work: Working, told: Told) -> Response:
    """All sources, those that told most first."""
    with work.atlas() as atlas:
        rows = atlas.sources(told.known)
    return page(request, "sources.html", who, rows=rows, side=work.theatre.side_name)


@router.get("/sources/{name:path}")
def source(request: Request, who: Reader, work: Working, told: Told, name: str) -> Response:
    """One source: its record, its forecasts, and the events that it tells or denies."""
    with work.atlas() as atlas:
        track = next((t for t in atlas.sources(told.known) if t.name == name), None)
        foretold = [f for f in atlas.forecasts(told.known) if f.voice == name]
    mine = [(e, v) for e in told.view.events for v in e.voices if v.name == name]
    if track is None and not mine:
        raise HTTPException(404, f"'{name}' is no source in the ledger.")
    rows = [{**told_event(told, e), "denies": v.denies, "factors": [f for f, _ in v.factors]} for e, v in reversed(mine)][:SHOWN]
    forecasts = [{"f": f, "claim": told_claim(told, told.claims[f.claim])} for f in foretold if f.claim in told.claims]
    return page(request, "source.html", who, name=name, track=track, rows=rows, forecasts=forecasts, side=work.theatre.side_name)
