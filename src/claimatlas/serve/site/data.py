"""The data of a static site, as scripts that call the page: they load from disk, where a page may fetch nothing."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from claimatlas.control.area import areas
from claimatlas.publish.areas import area_row, ground
from claimatlas.publish.basemap import asset, basemap
from claimatlas.publish.webmap import safe_json
from claimatlas.resolve.gazetteer import Gazetteer
from claimatlas.serve.columns import columns
from claimatlas.serve.site.links import slug
from claimatlas.serve.snapshot import Snapshot

DAYS = 180
"""So many days up to the last have their areas drawn; earlier ones show marks alone."""


def called(name: str, *values: Any) -> str:
    """A script that hands values to the page."""
    return f"CLAIMATLAS.{name}({', '.join(safe_json(v) for v in values)});\n"


def atlas_script(snapshot: Snapshot, gazetteer: Gazetteer) -> str:
    """The map's columns, with the file names of places."""
    made = columns(snapshot, gazetteer)
    paths = {"places": {p["key"]: slug(p["key"]) for p in made["places"]}}
    return called("atlas", {**made, "paths": paths}) + called("areas", areas_by_day(snapshot))


def areas_by_day(snapshot: Snapshot) -> dict[str, Any]:
    """The areas of each day of the last DAYS: `shapes`, each once, and `days`, by date rows of shape, status, side, other, strength."""
    shapes: dict[str, int] = {}
    days: dict[str, list[list[Any]]] = {}
    for day in _days(snapshot):
        rows = days[str(day)] = []
        for area in _areas(snapshot, day):
            number = shapes.setdefault(safe_json(area["shape"]), len(shapes))
            rows.append([number, area["status"], area["side"], area["other"], area["strength"]])
    return {"shapes": [json.loads(shape) for shape in shapes], "days": days}


def _days(snapshot: Snapshot) -> Iterator[date]:
    if snapshot.days:
        first, last = snapshot.days
        start = max(first - timedelta(days=30), last - timedelta(days=DAYS))
        yield from (start + timedelta(days=n) for n in range((last - start).days + 1))


def _areas(snapshot: Snapshot, on: date) -> list[dict[str, Any]]:
    view = snapshot.shown(on)
    return [area_row(view, a) for a in areas(snapshot.land.placed(on), ground())]


def library_script() -> str:
    """The map library and the base map."""
    parts = {"main": asset("maplibre-gl.mjs").decode(), "worker": asset("maplibre-gl-worker.mjs").decode(), "base": basemap()}
    return called("libraryParts", parts)
