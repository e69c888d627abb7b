"""Writes the public atlas: the map, every page that it or another page links to, and the data to download."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from claimatlas.ledger.forecast import Forecast
from claimatlas.ledger.track import Track
from claimatlas.model.errors import InputError
from claimatlas.publish.basemap import asset
from claimatlas.resolve.gazetteer import Gazetteer
from claimatlas.serve.api_atlas import place_told
from claimatlas.serve.page import rendered
from claimatlas.serve.pages.actors import actor_page
from claimatlas.serve.pages.events import event_page
from claimatlas.serve.pages.places import place_page
from claimatlas.serve.pages.reports import report_page
from claimatlas.serve.pages.sources import source_page, sources_page
from claimatlas.serve.site.data import atlas_script, called, library_script
from claimatlas.serve.site.links import Links, file_of, slug
from claimatlas.serve.snapshot import Snapshot

NAV = (("/", "Map"), ("/brief", "Brief"), ("/sources", "Sources"), ("/about", "About and data"))
STAMP = "claimatlas-site.txt"
PARTS = ("base.js", "marks.js", "style.js", "panel.js", "page.css")
SCRIPTS = ("state", "select", "draw", "place", "controls", "atlas", "site")


@dataclass(slots=True)
class Site:
    """What a site is made from. `downloads`: file name -> what it holds, written under data/ by the caller."""

    snapshot: Snapshot
    gazetteer: Gazetteer
    tracks: Sequence[Track]
    forecasts: Sequence[Forecast]
    brief: dict[str, Any]
    as_of: date
    downloads: dict[str, str] = field(default_factory=dict)
    rules: Sequence[str] = ()


def build_site(site: Site, folder: Path) -> int:
    """Writes a site into a folder that is empty, absent or holds an earlier one, and returns the number of pages.

    Raises: InputError for a folder with other files in it.
    """
    _make_room(folder)
    links = Links()
    _files(folder)
    (folder / "data" / "places").mkdir(parents=True)
    (folder / "data" / "atlas.js").write_text(atlas_script(site.snapshot, site.gazetteer), encoding="utf-8")
    for event in site.snapshot.view.events:
        links.wanted.setdefault(file_of(f"/events/{event.id}"), f"/events/{event.id}")
    written: set[str] = set()
    todo = ["/", *(path for path, _ in NAV)]
    while todo:
        for path in todo:
            _write(site, folder, links, path, written)
        todo = [path for file, path in links.wanted.items() if file not in written]
    return sum(name.endswith(".html") for name in written)


def _make_room(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / STAMP).is_file())):
        raise InputError(f"'{folder}' holds other files than an earlier atlas; name a new or empty folder.")
    if not folder.absolute().parent.is_dir():
        raise InputError(f"'{folder}': its folder does not exist; make it first.")
    if folder.exists():
        for path in folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    folder.mkdir(exist_ok=True)
    (folder / STAMP).write_text("This folder was written by claimatlas publish; a later run replaces all of it.\n", encoding="utf-8")


def _files(folder: Path) -> None:
    """Scripts, style sheets and the library."""
    for name in ("page", "static/atlas", "vendor"):
        (folder / name).mkdir(parents=True)
    for name in PARTS:
        (folder / "page" / name).write_bytes((files("claimatlas.publish") / "page" / name).read_bytes())
    own = files("claimatlas.serve") / "static"
    for name in ("app.css", "atlas.css", *(f"atlas/{s}.js" for s in SCRIPTS)):
        (folder / "static" / name).write_bytes(own.joinpath(name).read_bytes())
    for name in ("maplibre-gl.css", "LICENSES.txt"):
        (folder / "vendor" / name).write_bytes(asset(name))
    (folder / "vendor" / "library.js").write_text(library_script(), encoding="utf-8")


def _write(site: Site, folder: Path, links: Links, path: str, written: set[str]) -> None:
    file = file_of(path)
    if file in written:
        return
    written.add(file)
    made = _page_of(site, file, path)
    if made is None:
        return
    template, values = made
    own = {"static": True, "nav": NAV, "as_of": site.as_of, "here": "/" if file == "index.html" else f"/{file.removesuffix('.html')}"}
    target = folder / file
    target.parent.mkdir(exist_ok=True)
    target.write_text(rendered(template, **own, link=links.from_(file), **values), encoding="utf-8", newline="\n")
    if file.startswith("places/"):
        _place_data(site, folder, values["p"]["key"])


def _place_data(site: Site, folder: Path, key: str) -> None:
    """What the map's panel tells of a place."""
    name = slug(key)
    script = called("told", name, place_told(site.snapshot, key))
    (folder / "data" / "places" / f"{name}.js").write_text(script, encoding="utf-8")


def _page_of(site: Site, file: str, path: str) -> tuple[str, dict[str, Any]] | None:
    """Template and values of a page; None for a file that is no page of ours (a script, a download)."""
    kind, _, _ = file.partition("/")
    if "/" in file and file.endswith(".html"):
        key = unquote(urlsplit(path).path).split("/", 2)[2]
        return MAKERS[kind](site, key)
    whole: dict[str, Callable[[], tuple[str, dict[str, Any]]]] = {
        "index.html": lambda: ("atlas.html", {}),
        "brief.html": lambda: ("brief.html", site.brief),
        "sources.html": lambda: ("sources.html", sources_page(site.snapshot, site.tracks)),
        "about.html": lambda: ("about.html", {"downloads": site.downloads, "rules": site.rules, "theatre": site.snapshot.theatre.name}),
    }
    return whole[file]() if file in whole else None


MAKERS: dict[str, Callable[[Site, str], tuple[str, dict[str, Any]]]] = {
    "events": lambda s, key: ("event.html", event_page(s.snapshot, key)),
    "places": lambda s, key: ("place.html", place_page(s.snapshot, s.gazetteer, key)),
    "actors": lambda s, key: ("actor.html", actor_page(s.snapshot, key)),
    "reports": lambda s, key: ("report.html", {**report_page(s.snapshot, key), "chosen": ""}),
    "sources": lambda s, key: ("source.html", source_page(s.snapshot, s.tracks, s.forecasts, key)),
}
