"""The page of a place: who held it when, by which accounts, and what is told to have happened there."""

from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from claimatlas.model.names import ARABIC
from claimatlas.publish.words import day, days
from claimatlas.resolve.gazetteer import Gazetteer
from claimatlas.serve.api_atlas import place_told
from claimatlas.serve.asked import Told, Working
from claimatlas.serve.page import page
from claimatlas.serve.snapshot import Snapshot
from claimatlas.serve.who import Reader

router = APIRouter()


@router.get("/places/{key:path}")
def place(request: Request, who: Reader, work: Working, told: Told, key: str) -> Response:
    """One place."""
    return page(request, "place.html", who, **place_page(told, work.gazetteer, key))


def place_page(told: Snapshot, gazetteer: Gazetteer, key: str) -> dict[str, Any]:
    """What place.html shows. Raises: HTTPException 404 where nothing is told of such a place."""
    row = place_told(told, key)
    for span in row["history"]:
        span["when"] = span_words(span["from"], span["until"])
    known = gazetteer.get(key)
    other = [n for n in known.names if n != row["name"] and ":" not in n] if known else []
    names = {"latin": [n for n in other if not ARABIC.search(n)][:12], "arabic": [n for n in other if ARABIC.search(n)][:6]}
    return {"p": row, "names": names, "people": known.population if known else 0}


def span_words(start: str | None, end: str | None) -> str:
    """«1–4 August 2017», «since 6 August 2017», «until 29 July 2017»."""
    first, last = (date.fromisoformat(d) if d else None for d in (start, end))
    if first and last:
        return days(first, last)
    if first:
        return f"since {day(first)}"
    return f"until {day(last)}" if last else "at all dates told of"
