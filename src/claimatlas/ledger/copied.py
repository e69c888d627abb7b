"""Groups of reports that copy one another, as rows: found again report by report when the log grows."""

from collections.abc import Iterable, Mapping, Sequence

import claimatlas.ledger.likes as likes
from claimatlas.ledger.connection import Db
from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.rows import AMONG, insert, report_of, to_json
from claimatlas.ledger.verdicts import Verdicts, judged_reports
from claimatlas.ledger.voices import roots
from claimatlas.model.report import Report

Row = tuple[str, str | None, str]
BESIDE = "SELECT report_id, copy_of FROM copied WHERE report_id {0} UNION SELECT report_id, copy_of FROM copied WHERE copy_of {0}"


def copied_rows(reports: Iterable[Report], root: Mapping[str, str]) -> list[Row]:
    """A row for each report that copies or is copied: what it copies, and the first of them all. `reports`: as people judged them."""
    given = list(reports)
    copied = {root[r.id] for r in given if root[r.id] != r.id}
    return sorted((r.id, r.copy_of, root[r.id]) for r in given if r.copy_of is not None or r.id in copied or root[r.id] != r.id)


def roots_of(db: Db, report_ids: Iterable[str]) -> dict[str, str]:
    """Report id to the id of the first report of all that copy one another, as saved."""
    ids = sorted(report_ids)
    rows = db.execute(f"SELECT report_id, root FROM copied WHERE report_id {AMONG}", (to_json(ids),))
    return {i: i for i in ids} | {row["report_id"]: row["root"] for row in rows}


def regrouped(db: Db, changed: Iterable[str], said: Verdicts, sides: Sides) -> tuple[set[str], list[Row]]:
    """All reports that copy one another with one of those changed, before or now, and their rows."""
    found: dict[str, Report] = {}
    seen: set[str] = set()
    wanted = set(changed)
    while wanted:
        seen |= wanted
        loaded = judged_reports(likes.with_copies(db, _reports(db, wanted)), said)
        found |= {r.id: r for r in loaded}
        beside = {str(i) for row in db.execute(BESIDE.format(AMONG), (to_json(sorted(wanted)),) * 2) for i in row if i}
        beside |= likes.beside(db, wanted) | {r.copy_of for r in loaded if r.copy_of} | {i for i, of in said.copies.items() if of in wanted}
        wanted = beside - seen
    reports = [found[i] for i in sorted(found)]
    return set(found), copied_rows(reports, roots(reports, sides))


def replace_rows(db: Db, ids: Iterable[str], rows: Sequence[Row]) -> None:
    """Puts the rows of these reports in place of those before."""
    db.execute(f"DELETE FROM copied WHERE report_id {AMONG}", (to_json(sorted(ids)),))
    insert(db, "copied", rows)


def _reports(db: Db, ids: Iterable[str]) -> list[Report]:
    return [report_of(row) for row in db.execute(f"SELECT body, text FROM reports WHERE id {AMONG}", (to_json(sorted(ids)),))]
