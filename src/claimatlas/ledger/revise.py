"""Revised counts: a later figure of the same voice for the same thing takes the place of its earlier one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimatlas.ledger.heard import UNDATED, Heard
from claimatlas.model.claim import content_id
from claimatlas.model.judgement import Judgement

AUTHOR = "claimatlas"


def revised(group: Sequence[Heard]) -> dict[str, frozenset[str]]:
    """Slot (`quantities.killed`) to the ids of the claims whose count a later report of the same voice replaced."""
    gone: dict[str, set[str]] = defaultdict(set)
    for what, _, earlier in _revisions(group):
        gone[f"quantities.{what}"] |= {h.claim.id for h in earlier}
    return {slot: frozenset(ids) for slot, ids in sorted(gone.items())}


def revisions(group: Sequence[Heard]) -> list[Judgement]:
    """A judgement for every last count that replaces earlier ones: `subjects` as in a correction, `value` the kind of count."""
    found = []
    for what, last, earlier in _revisions(group):
        subjects = (last.claim.id, *sorted(h.claim.id for h in earlier))
        reason = f"{what} told anew by {last.voice.name}"
        judged = Judgement(
            content_id("j", ["revises", what, subjects]), "revises", subjects, AUTHOR, f"{last.published}T00:00:00Z", reason, what
        )
        found.append(judged)
    return found


def _revisions(group: Sequence[Heard]) -> Iterator[tuple[str, Heard, list[Heard]]]:
    """Kind of count, the claim that tells it last, and the earlier ones of that voice that told another one."""
    told: dict[tuple[str, str], list[Heard]] = defaultdict(list)
    for one in group:
        if not one.denies and one.published != UNDATED:
            for what in {q.what for q in one.claim.quantities}:
                told[one.voice.key, what].append(one)
    for (_, what), claims in sorted(told.items(), key=lambda row: row[0]):
        claims.sort(key=lambda h: (h.published, h.claim.id))
        last = claims[-1]
        earlier = [h for h in claims if h.published < last.published and _counts(h, what) != _counts(last, what)]
        if earlier:
            yield what, last, earlier


def _counts(one: Heard, what: str) -> set[tuple[float | None, float | None]]:
    return {(q.low, q.high) for q in one.claim.quantities if q.what == what}
