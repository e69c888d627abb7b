"""The log as the public may see it on a date, with the events that follow from that alone."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from claimatlas.ledger import View, build_view
from claimatlas.ledger.verdicts import in_force, judged_claims, judged_reports, verdicts
from claimatlas.model.claim import Claim
from claimatlas.model.errors import InputError
from claimatlas.model.judgement import Judgement
from claimatlas.model.report import Report
from claimatlas.publish.profile import public_log

if TYPE_CHECKING:
    from claimatlas.api import Atlas

DELAY_HOURS = 72


@dataclass(frozen=True, slots=True)
class Shown:
    """What the public may see as of the date `on`."""

    on: date
    claims: list[Claim]
    reports: list[Report]
    judgements: list[Judgement]
    view: View


def shown_to_all(atlas: "Atlas", as_of: date | None = None, hours: int = DELAY_HOURS) -> Shown:
    """The public part of a ledger. `as_of`: the date of publication, the last report's by default; `hours`: how long positions
    are held back. Raises: InputError for a ledger without a dated report.
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
    return Shown(on, kept, stand, judged, build_view(kept, stand, judged, atlas.theatre))
