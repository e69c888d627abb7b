"""The map's data: /api/atlas, areas, holds, a place's history, what changed."""

from datetime import date
from functools import lru_cache
from typing import Any

import msgspec
from fastapi import APIRouter, Depends, Query, Request, Response

from claimatlas.control.area import areas
from claimatlas.publish.areas import area_row, ground
from claimatlas.serve.asked import Day, Known, On, Told, Without, Working, found
from claimatlas.serve.columns import columns
from claimatlas.serve.describe import told_event, told_hold, told_span
from claimatlas.serve.history import places, spans, spot_key
from claimatlas.serve.snapshot import Snapshot
from claimatlas.serve.who import person

router = APIRouter(prefix="/api", tags=["atlas"], dependencies=[Depends(person)])
MOST = 500


def as_json(value: object) -> Response:
    """Plain data as a JSON answer; equal values give equal bytes."""
    return Response(msgspec.json.encode(value), media_type="application/json")


def tagged(request: Request, tag: str, body: bytes) -> Response:
    """A JSON answer that the browser may keep and ask after by its tag."""
    headers = {"ETag": f'"{tag}"', "Cache-Control": "private, no-cache"}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)


@lru_cache(8)
def _columns(work: Working, stamp: str, known: date | None, without: str | None) -> bytes:
    return msgspec.json.encode(columns(work.snapshot(known, without), work.gazetteer))


@router.get("/atlas", response_model=None)
def atlas(request: Request, work: Working, told: Told) -> Response:
    """All events and holds in columns, for a map that filters them itself."""
    tag = "-".join(str(x or "") for x in (told.stamp, told.known, told.without and msgspec.json.encode(told.without).hex()))
    return tagged(request, tag, _columns(work, told.stamp, told.known, told.without))


@lru_cache(256)
def _areas(work: Working, stamp: str, known: date | None, without: str | None, on: date) -> bytes:
    snapshot = work.snapshot(known, without)
    view = snapshot.shown(on)
    return msgspec.json.encode([area_row(view, a) for a in areas(snapshot.land.placed(on), ground())])


@router.get("/areas", response_model=None)
def land(work: Working, told: Told, on: On) -> Response:
    """The land that holds are drawn over on a date: polygons with status, sides and strength by the age of the evidence."""
    return Response(_areas(work, told.stamp, told.known, told.without, on), media_type="application/json")


@router.get("/holds", response_model=None)
def holds(told: Told, on: On) -> Response:
    """Who held each place that evidence tells of on a date."""
    return as_json([told_hold(told, h) for h in told.land.all_holds(on)])


@router.get("/hold", response_model=None)
def hold(work: Working, place: str, on: On, known: Known = None, without: Without = None) -> Response:
    """Who held one place, named in any spelling, on a date; `why` says why that is not known."""
    from claimatlas.queries import Query as Question

    snapshot = work.snapshot(known, without)
    with work.atlas() as atlas:
        atlas.__dict__["gazetteer"] = work.gazetteer
        return as_json(told_hold(snapshot, atlas.answer([Question(place, on, known)], without)[0]))


@router.get("/places/{key:path}", response_model=None)
def place(told: Told, key: str, limit: int = Query(200, ge=1, le=MOST)) -> Response:
    """A place: who held it from when until when because of which claims, and the newest events there, claims with their words."""
    return as_json(place_told(told, key, limit))


def place_told(told: Snapshot, key: str, limit: int = MOST) -> dict[str, Any]:
    """What `place` answers."""
    known = places(told).get(key)
    here = [e for e in told.view.events if e.place and spot_key(e.place) == key]
    ref = known or (here[0].place if here else None)
    found(ref, "place", key)
    assert ref is not None
    here.sort(key=lambda e: (e.time.start or date.min, e.id), reverse=True)
    return {
        "key": key,
        "name": ref.name,
        "level": ref.level,
        "lat": ref.lat,
        "lon": ref.lon,
        "province": next((a for a in ref.admin[1:2] if a), None),
        "history": [told_span(told, s) for s in spans(told, ref)],
        "events": [told_event(told, e, claims=True) for e in here[:limit]],
        "more": max(0, len(here) - limit),
    }


@router.get("/diff", response_model=None)
def diff(work: Working, since: Day, until: Day, known: Known = None, without: Without = None) -> Response:
    """What changed between two dates, each as known on its own date."""
    return as_json(diff_told(work, since, until, known, without))


def diff_told(work: Working, since: date, until: date, known: date | None, without: str | None) -> dict[str, Any]:
    """What `diff` answers."""
    with work.atlas() as atlas:
        made = atlas.diff(since, until, known, without)
    later = work.snapshot(known or until, without)
    return {
        "since": since.isoformat(),
        "until": until.isoformat(),
        "hands": [
            {
                "place": msgspec.to_builtins(h.place),
                "before": told_hold(later, h.before) if h.before else None,
                "after": told_hold(later, h.after) if h.after else None,
            }
            for h in made.hands
        ],
        "new": [told_event(later, e) for e in made.new],
        "moved": [{"before": m.before, "event": told_event(later, m.event)} for m in made.moved],
        "corrected": msgspec.to_builtins(made.corrected),
        "revised": msgspec.to_builtins(made.revised),
    }
