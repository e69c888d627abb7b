"""Sources: what became of what each told, forecasts scored, and the page of one."""

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from claimatlas.ledger.forecast import Forecast
from claimatlas.ledger.track import Track
from claimatlas.serve.asked import Told, Working
from claimatlas.serve.describe import told_claim, told_event
from claimatlas.serve.page import page
from claimatlas.serve.snapshot import Snapshot
from claimatlas.serve.who import Reader

router = APIRouter()
SHOWN = 200


@router.get("/sources")
def sources(request: Request, who: Reader, work: Working, told: Told) -> Response:
    """All sources, those that told most first."""
    with work.atlas() as atlas:
        return page(request, "sources.html", who, **sources_page(told, atlas.sources(told.known)))


@router.get("/sources/{name:path}")
def source(request: Request, who: Reader, work: Working, told: Told, name: str) -> Response:
    """One source: its record, its forecasts, and the events that it tells or denies."""
    with work.atlas() as atlas:
        return page(request, "source.html", who, **source_page(told, atlas.sources(told.known), atlas.forecasts(told.known), name))


def sources_page(told: Snapshot, tracks: Sequence[Track]) -> dict[str, Any]:
    """What sources.html shows."""
    return {"rows": tracks, "side": told.theatre.side_name}


def source_page(told: Snapshot, tracks: Sequence[Track], forecasts: Sequence[Forecast], name: str) -> dict[str, Any]:
    """What source.html shows. Raises: HTTPException 404 for a name that no claim is from."""
    track = next((t for t in tracks if t.name == name), None)
    mine = [(e, v) for e in told.view.events for v in e.voices if v.name == name]
    if track is None and not mine:
        raise HTTPException(404, f"'{name}' is no source in the ledger.")
    own = [f for f in forecasts if f.voice == name and f.claim in told.claims]
    return {
        "name": name,
        "track": track,
        **_interest(told, name),
        "rows": [{**told_event(told, e), "denies": v.denies, "factors": [f for f, _ in v.factors]} for e, v in reversed(mine)][:SHOWN],
        "forecasts": [{"f": f, "claim": told_claim(told, told.claims[f.claim])} for f in own],
        "side": told.theatre.side_name,
    }


def _interest(told: Snapshot, name: str) -> dict[str, int]:
    """How many of a voice's claims are told for its own side, how many against it."""
    ids = {c for e in told.view.events for v in e.voices if v.name == name for c in v.claims}
    flags = [told.view.flags.get(c, ()) for c in ids]
    return {"for_it": sum("interest_for" in f for f in flags), "against_it": sum("interest_against" in f for f in flags)}
