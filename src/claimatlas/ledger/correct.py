"""Corrections: what later denials set right, as judgements that the ledger derives itself."""

from collections.abc import Sequence

from claimatlas.ledger.weigh import UNDATED, Heard, corrects
from claimatlas.model.claim import content_id
from claimatlas.model.judgement import Judgement

AUTHOR = "claimatlas"


def corrections(group: Sequence[Heard]) -> list[Judgement]:
    """One judgement for every denial in an event that sets right what was told on or before its own day.

    `subjects`: the denying claim, then the claims that it corrects, by id. `at` is the day on which the correction was
    published, so the same log always gives the same judgements.
    """
    told = [h for h in group if not h.denies]
    return [j for denial in group if denial.denies and (j := _judgement(denial, told))]


def _judgement(denial: Heard, told: Sequence[Heard]) -> Judgement | None:
    before = [h for h in told if h.published <= denial.published]
    if not before or not corrects(denial, before):
        return None
    subjects = (denial.claim.id, *sorted(h.claim.id for h in before))
    at = "" if denial.published == UNDATED else f"{denial.published}T00:00:00Z"
    return Judgement(content_id("j", ["corrects", subjects]), "corrects", subjects, AUTHOR, at, f"denied by {denial.voice.name}")
