"""The page of a place: who held it when, by which accounts, and what is told to have happened there."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from claimatlas.model.names import ARABIC
from claimatlas.serve.api_atlas import place_told
from claimatlas.serve.asked import Told, Working
from claimatlas.serve.page import page
from claimatlas.serve.who import Reader

router = APIRouter()


@router.get("/places/{key:path}")
def place(request: Request, who: Reader, work: Working, told: Told, key: str) -> Response:
    """One place."""
    row = place_told(told, key)
    known = work.gazetteer.get(key)
    other = [n for n in known.names if n != row["name"]] if known else []
    names = {"latin": [n for n in other if not ARABIC.search(n)][:12], "arabic": [n for n in other if ARABIC.search(n)][:6]}
    return page(request, "place.html", who, p=row, names=names, people=known.population if known else 0)
