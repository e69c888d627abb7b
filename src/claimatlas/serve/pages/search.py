"""Search over reports and claims, in Latin and Arabic script."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from claimatlas.model.claim import Claim
from claimatlas.model.names import fold_name
from claimatlas.serve.asked import Told, Working
from claimatlas.serve.describe import told_claim, told_report
from claimatlas.serve.history import told_places
from claimatlas.serve.page import page
from claimatlas.serve.who import Reader

router = APIRouter()
MOST, FEW = 60, 8


@router.get("/search")
def search(request: Request, who: Reader, work: Working, told: Told, q: Annotated[str, Query(max_length=200)] = "") -> Response:
    """The page; without words it is the form alone."""
    values: dict[str, Any] = {"q": q, "claims": [], "reports": [], "places": [], "actors": []}
    if q.strip():
        with work.atlas() as atlas:
            hits = atlas.ledger.search(q, MOST)
        named = _places(q, work, told)
        actors = list({a.id: a for a in work.theatre.named(q)}.values())[:FEW]
        claims = [told.claims[h.claim_id] for h in hits if h.claim_id and h.claim_id in told.claims]
        claims += _about({p["key"] for p in named}, {a.id for a in actors}, claims, told)
        texts = [h for h in hits if not h.claim_id and h.report_id in told.reports and h.report_id not in told.taken]
        values |= {
            "claims": [told_claim(told, c) for c in claims[:MOST]],
            "reports": [{**told_report(told, h.report_id), "excerpt": h.excerpt} for h in texts],
            "places": named,
            "actors": [{"id": a.id, "name": a.name} for a in actors],
        }
    return page(request, "search.html", who, **values)


def _places(q: str, work: Working, told: Told) -> list[dict[str, str]]:
    meant = {p.id for p in work.gazetteer.lookup(q)[:FEW]}
    folded = fold_name(q)
    keys = {k: p for k, p in told_places(told).items() if p.id in meant or (folded and folded in fold_name(p.name))}
    return [{"key": k, "name": p.name} for k, p in sorted(keys.items(), key=lambda item: item[1].name)][:FEW]


def _about(places: set[str], actors: set[str], found: list[Claim], told: Told) -> list[Claim]:
    """Claims about what the words name in any spelling or script, beside those in which the words stand."""
    seen = {c.id for c in found}

    def about(claim: Claim) -> bool:
        here = claim.place is not None and claim.place.id in places
        return here or any(a.id in actors for a in (*claim.agent, *claim.target))

    return [c for c in told.claims.values() if c.id not in seen and about(c)]
