"""What of the log changed since the saved view was made: which claims have to be read anew."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from claimatlas.ledger.connection import Db
from claimatlas.ledger.copied import Row, regrouped, roots_of
from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.rows import AMONG, to_json
from claimatlas.ledger.saved import Reach
from claimatlas.ledger.verdicts import Verdicts, verdicts
from claimatlas.model.judgement import Judgement

CURRENT = f"SELECT id FROM current_claims WHERE id {AMONG}"


@dataclass(frozen=True, slots=True)
class Changed:
    """`said`: judgements in force now. `claims`: ids of those new, gone, or judged or heard otherwise. `copied`: reports whose groups of
    copies may have changed, with their new rows. `everything`: more than can be told apart, as when a person marked a source.
    """

    said: Verdicts
    claims: frozenset[str] = frozenset()
    copied: tuple[frozenset[str], tuple[Row, ...]] = (frozenset(), ())
    everything: bool = False


def changed(db: Db, since: Reach, sides: Sides) -> Changed:
    """What changed since a view that reached so far into the log."""
    told = db.execute("SELECT seq, body FROM judgements ORDER BY seq").fetchall()
    judged = [(row["seq"], msgspec.json.decode(row["body"], type=Judgement)) for row in told]
    before, now = verdicts([j for seq, j in judged if seq <= since.judgements]), verdicts([j for _, j in judged])
    if before.marks != now.marks:
        return Changed(now, everything=True)
    fresh = {row["report_id"] for row in db.execute("SELECT report_id FROM readings WHERE seq > ?", (since.readings,))}
    ids, rows = regrouped(db, fresh | set(_other(before.copies, now.copies)), now, sides)
    was, will = roots_of(db, ids), {i: i for i in ids} | {report: root for report, _, root in rows}
    reports = fresh | (before.taken ^ now.taken) | {i for i in ids if was[i] != will[i]}
    claims = {row["id"] for row in db.execute(f"SELECT id FROM claims WHERE report_id {AMONG}", (to_json(sorted(reports)),))}
    claims |= _judged_otherwise(before, now)
    claims |= {c for said in (before, now) for by, of in said.corrections if by in claims for c in of}
    return Changed(heard(db, now), frozenset(claims), (frozenset(ids), tuple(rows)))


def heard(db: Db, said: Verdicts) -> Verdicts:
    """The verdicts, less corrections by claims that are rejected."""
    by = sorted({by for by, _ in said.corrections} & said.rejected)
    return said.without({row["id"] for row in db.execute(CURRENT, (to_json(by),))})


def _judged_otherwise(before: Verdicts, now: Verdicts) -> set[str]:
    claims = set((before.rejected ^ now.rejected) | (before.accepted ^ now.accepted) | (before.corrected ^ now.corrected))
    claims |= _other(before.edits, now.edits)
    pairs: Iterable[Sequence[str]] = (set(before.together) ^ set(now.together)) | (set(before.apart) ^ set(now.apart))
    return claims | {c for pair in pairs for c in pair}


def _other(before: dict[str, str], now: dict[str, str]) -> set[str]:
    """The keys whose values differ."""
    return {k for k in before.keys() | now.keys() if before.get(k) != now.get(k)}
