"""Every source's record, and every forecast, as a function of the log."""

from collections.abc import Sequence
from datetime import date

from claimatlas.ledger.asked import Asked
from claimatlas.ledger.forecast import Forecast, forecasts
from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.track import Track, tracks
from claimatlas.ledger.verdicts import judged_claims, judged_reports, verdicts
from claimatlas.ledger.view import View
from claimatlas.ledger.weigh import hear
from claimatlas.model.claim import Claim
from claimatlas.model.judgement import Judgement
from claimatlas.model.report import Report


def records(
    claims: Sequence[Claim],
    reports: Sequence[Report],
    judgements: Sequence[Judgement],
    view: View,
    sides: Sides,
    known: date | None = None,
) -> tuple[list[Track], list[Forecast]]:
    """The record of each source and the forecasts by claim id. `view`: that of the same log at `known`."""
    said, asked = verdicts(judgements), Asked(sides)
    stand = {r.id: r for r in judged_reports(reports, said) if known is None or (r.published is not None and r.published <= known)}
    kept = sorted((c for c in judged_claims(claims, said) if c.report_id in stand), key=lambda c: c.id)
    voices = hear(kept, sorted(stand.values(), key=lambda r: r.id), asked, said.marks)
    today = known or max((r.published for r in stand.values() if r.published), default=None)
    foretold = forecasts(voices, view.events, asked, today)
    return tracks(voices, view.events, foretold), foretold
