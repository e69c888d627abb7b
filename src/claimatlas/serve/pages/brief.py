"""The daily brief as a page, to be printed or taken along as a file, with the map of the day."""

from datetime import date
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from claimatlas.publish.brief import STANCE, cited, short_id, told_sections
from claimatlas.serve.asked import Day, Known, Maybe, Told, Without, Working
from claimatlas.serve.page import page
from claimatlas.serve.snapshot import Work
from claimatlas.serve.who import Reader

router = APIRouter()
BRIEFS = {"md": "text/markdown; charset=utf-8", "html": "text/html; charset=utf-8", "pdf": "application/pdf"}
MAPS = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}


@router.get("/brief")
def brief(
    request: Request, who: Reader, work: Working, told: Told, on: Maybe = None, known: Known = None, without: Without = None
) -> Response:
    """The brief of a date, the last one told of by default."""
    day = on or (told.days[1] if told.days else date.today())
    with work.atlas() as atlas:
        atlas.__dict__["gazetteer"] = work.gazetteer
        view = atlas.shown(day, known, without)
    sections = told_sections(view)
    query = "&".join([f"on={day}", *([f"known={known}"] if known else [])])
    return page(
        request, "brief.html", who, on=day, known=known, without=without or "", sections=sections, claims=cited(view, sections),
        counts={"claims": len(view.claims), "reports": len(view.reports)}, theatre=view.theatre, query=query, short=short_id, stance=STANCE,
    )  # fmt: skip


@lru_cache(64)
def _file(work: Work, stamp: str, what: str, ending: str, on: date, known: date | None, without: str | None) -> bytes:
    with work.atlas() as atlas, TemporaryDirectory() as folder:
        atlas.__dict__["gazetteer"] = work.gazetteer
        path = Path(folder) / f"made.{ending}"
        (atlas.map if what == "map" else atlas.brief)(path, on, known, without)
        return path.read_bytes()


def _sent(work: Work, told: Told, what: str, ending: str, on: Day, without: str | None) -> Response:
    kinds = MAPS if what == "map" else BRIEFS
    if ending not in kinds:
        raise HTTPException(404, f"A {what} is made as {', '.join(kinds)}.")
    body = _file(work, told.stamp, what, ending, on, told.known, without)
    name = f'attachment; filename="{what}-{on}.{ending}"'
    shown = {} if ending in ("png", "svg") else {"Content-Disposition": name}
    return Response(
        body,
        media_type=kinds[ending],
        headers={**shown, "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox"},
    )


@router.get("/brief.{ending}")
def brief_file(who: Reader, work: Working, told: Told, ending: str, on: Day, without: Without = None) -> Response:
    """The brief as a file."""
    return _sent(work, told, "brief", ending, on, without)


@router.get("/map.{ending}")
def map_file(who: Reader, work: Working, told: Told, ending: str, on: Day, without: Without = None) -> Response:
    """The map of a date as a picture."""
    return _sent(work, told, "map", ending, on, without)
