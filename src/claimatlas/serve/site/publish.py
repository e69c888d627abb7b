"""From a ledger to the public atlas: the log as the public may see it, and all that follows from that alone."""

from datetime import date
from pathlib import Path

from claimatlas.api import Atlas
from claimatlas.control import Land
from claimatlas.ledger import build_view
from claimatlas.ledger.sources import records
from claimatlas.ledger.verdicts import judged_claims, judged_reports, verdicts
from claimatlas.model.errors import InputError
from claimatlas.publish.brief import STANCE, cited, short_id, told_sections
from claimatlas.publish.figure import write_figure
from claimatlas.serve.site.build import Site, build_site
from claimatlas.serve.snapshot import Snapshot
from claimatlas.shown import Told, atlas_view


def publish(atlas: Atlas, folder: Path, as_of: date | None = None, hours: int = 72) -> int:
    """Writes the public atlas into a folder, and returns the number of its pages.

    `as_of`: the date on which it is published, the last report's by default; `hours`: how long positions are held back.
    Raises: InputError for a folder that holds other files, or a ledger without a dated report.
    """
    claims, reports = atlas.log()
    said = verdicts(atlas.ledger.judgements())
    dated = [r.published for r in reports if r.published]
    if not dated:
        raise InputError("The ledger holds no dated report; read some in first.")
    on = as_of or max(dated)
    stand = [r for r in judged_reports(reports, said) if r.published is not None and r.published <= on]
    ids = {r.id for r in stand}
    kept = [c for c in judged_claims(claims, said) if c.report_id in ids]
    view = build_view(kept, stand, atlas.ledger.judgements(), atlas.theatre)
    land = Land(kept, stand, atlas.theatre, atlas.ledger.judgements())
    snapshot = Snapshot("public", None, None, atlas.theatre, {c.id: c for c in kept}, {r.id: r for r in stand}, view, land)
    tracks, forecasts = records(kept, stand, atlas.ledger.judgements(), view, atlas.theatre)
    shown = atlas_view(Told(kept, stand, view, land), atlas.theatre, atlas.gazetteer, on)
    sections = told_sections(shown)
    brief = {
        "on": on, "known": None, "without": "", "sections": sections, "claims": cited(shown, sections), "theatre": shown.theatre,
        "counts": {"claims": len(shown.claims), "reports": len(shown.reports)}, "query": "", "short": short_id, "stance": STANCE,
    }  # fmt: skip
    pages = build_site(Site(snapshot, atlas.gazetteer, tracks, forecasts, brief, on), folder)
    for ending in ("png", "pdf"):
        write_figure(shown, folder / "data" / f"map.{ending}", sheet="a4" if ending == "pdf" else "screen")
    return pages
