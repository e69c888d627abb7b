"""Reports: the list, and one with the words of its claims marked."""

from datetime import date
from itertools import pairwise
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from claimatlas.serve.asked import Told, found
from claimatlas.serve.describe import told_claim, told_report
from claimatlas.serve.page import page
from claimatlas.serve.snapshot import Snapshot
from claimatlas.serve.who import Reader

router = APIRouter()
PAGE = 100


@router.get("/reports")
def reports(request: Request, who: Reader, told: Told, start: Annotated[int, Query(ge=0, le=10**9)] = 0) -> Response:
    """All reports, the newest first."""
    newest = sorted(told.reports.values(), key=lambda r: (r.published or date.min, r.id), reverse=True)
    rows = [told_report(told, r.id) for r in newest[start : start + PAGE]]
    return page(request, "reports.html", who, rows=rows, start=start, total=len(newest), step=PAGE)


def pieces(text: str, spans: list[tuple[int, int, str]]) -> list[dict[str, Any]]:
    """The text cut at the bounds of all spans; each piece with the ids of the spans that cover it."""
    cuts = sorted({0, len(text), *(p for start, end, _ in spans for p in (start, end) if 0 <= p <= len(text))})
    parts = []
    for low, high in pairwise(cuts):
        ids = [i for start, end, i in spans if start <= low and high <= end]
        parts.append({"text": text[low:high], "ids": ids, "first": [i for start, _, i in spans if start == low and i in ids]})
    return parts


@router.get("/reports/{report_id}")
def report(request: Request, who: Reader, told: Told, report_id: str, claim: Annotated[str, Query(max_length=40)] = "") -> Response:
    """One report; the words of `claim` stand out among those of the others."""
    return page(request, "report.html", who, **report_page(told, report_id), chosen=claim)


def report_page(told: Snapshot, report_id: str) -> dict[str, Any]:
    """What report.html shows. Raises: HTTPException 404 where there is no such report."""
    one = told.reports.get(report_id)
    found(one, "report", report_id)
    assert one is not None
    own = sorted((c for c in told.claims.values() if c.report_id == report_id), key=lambda c: (c.quote.start, c.id))
    spans = [(c.quote.start, c.quote.end, c.id) for c in own]
    rows = [told_claim(told, c) for c in own]
    return {"r": told_report(told, report_id), "parts_of": pieces(one.text, spans), "claims": rows}
