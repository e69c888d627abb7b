"""From a ledger to the public atlas: the log as the public may see it, and all that follows from that alone."""

from datetime import date
from pathlib import Path

from claimatlas.api import Atlas
from claimatlas.control import Land
from claimatlas.ledger import build_view
from claimatlas.ledger.sources import records
from claimatlas.ledger.verdicts import in_force, judged_claims, judged_reports, verdicts
from claimatlas.model.errors import InputError
from claimatlas.publish.brief import STANCE, cited, short_id, told_sections
from claimatlas.publish.export.atom import write_atom
from claimatlas.publish.export.events_csv import write_csv
from claimatlas.publish.export.geojson import write_geojson
from claimatlas.publish.export.jsonl import write_jsonl
from claimatlas.publish.figure import write_figure
from claimatlas.publish.profile import public_log, told_rules
from claimatlas.serve.news import news
from claimatlas.serve.site.build import Site, build_site
from claimatlas.serve.site.links import file_of
from claimatlas.serve.snapshot import Snapshot
from claimatlas.shown import Told, atlas_view


def publish(atlas: Atlas, folder: Path, as_of: date | None = None, hours: int = 72) -> int:
    """Writes the public atlas into a folder, and returns the number of its pages.

    `as_of`: the date on which it is published, the last report's by default; `hours`: how long positions are held back.
    Raises: InputError for a folder that holds other files, or a ledger without a dated report.
    """
    judged = in_force(atlas.ledger.judgements())
    said = verdicts(judged)
    claims, reports = atlas.log()
    reports = [r for r in reports if r.id not in said.taken]
    dated = [r.published for r in reports if r.published]
    if not dated:
        raise InputError("The ledger holds no dated report; read some in first.")
    on = as_of or max(dated)
    stand = [r for r in judged_reports(reports, said) if r.published is not None and r.published <= on]
    ids = {r.id for r in stand}
    whole = [c for c in judged_claims(claims, said) if c.report_id in ids]
    kept, stand = public_log(whole, stand, atlas.theatre, atlas.gazetteer, on, hours)
    # what was edited is in the claims already, and an edit's words may name what the profile hides
    judged = [j for j in judged if j.kind not in ("edit", "takedown") and not said.taken & set(j.subjects)]
    view = build_view(kept, stand, judged, atlas.theatre)
    land = Land(kept, stand, atlas.theatre, judged)
    snapshot = Snapshot("public", None, None, atlas.theatre, {c.id: c for c in kept}, {r.id: r for r in stand}, view, land)
    tracks, forecasts = records(kept, stand, judged, view, atlas.theatre)
    shown = atlas_view(Told(kept, stand, view, land), atlas.theatre, atlas.gazetteer, on)
    sections = told_sections(shown)
    brief = {
        "on": on, "known": None, "without": "", "sections": sections, "claims": cited(shown, sections), "theatre": shown.theatre,
        "counts": {"claims": len(shown.claims), "reports": len(shown.reports)}, "query": "", "short": short_id, "stance": STANCE,
    }  # fmt: skip
    site = Site(snapshot, atlas.gazetteer, tracks, forecasts, brief, on, DOWNLOADS, told_rules(hours))
    pages = build_site(site, folder)
    _data(snapshot, folder)
    for ending in ("png", "pdf"):
        write_figure(shown, folder / "data" / f"map.{ending}", sheet="a4" if ending == "pdf" else "screen")
    return pages


DOWNLOADS = {
    "events.csv": "events, one a row, several names joined by semicolons",
    "events.geojson": "events with a point",
    "claims.jsonl": "claims with their words, one JSON object a line",
    "feed.atom": "a feed of places that changed hands, and of corrections",
    "map.png": "the map of the day",
    "map.pdf": "the map of the day on an A4 page",
}


def _data(snapshot: Snapshot, folder: Path) -> None:
    """The files to download, from the public log."""
    data, events = folder / "data", snapshot.view.events
    with (data / "events.csv").open("w", encoding="utf-8", newline="") as stream:
        write_csv(events, snapshot.claims, stream)
    with (data / "events.geojson").open("w", encoding="utf-8", newline="\n") as stream:
        write_geojson(events, snapshot.claims, stream)
    with (data / "claims.jsonl").open("w", encoding="utf-8", newline="\n") as stream:
        write_jsonl(list(snapshot.claims.values()), snapshot.reports, stream)
    with (data / "feed.atom").open("w", encoding="utf-8", newline="\n") as stream:
        write_atom(snapshot.theatre.name, news(snapshot, lambda path: f"../{file_of(path)}"), stream)
