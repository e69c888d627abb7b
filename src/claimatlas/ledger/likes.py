"""Reports that copy one another: an index of the log that grows report by report, to the same rows in any order."""

from array import array
from collections.abc import Iterable, Sequence

from claimatlas.ledger.connection import Db, Row
from claimatlas.ledger.rows import AMONG, AMONG_NUMBERS, report_of, to_json
from claimatlas.model.report import Report
from claimatlas.read import Signature, alike, joined, marked, signature

LIKES_TABLES = ("texts", "text_bands", "likes")


def take_in(db: Db, report: Report) -> None:
    """Takes a report into the index, in the caller's transaction; one that is there already changes nothing."""
    one = signature(report.text)
    _link(db, [(report.id, one.exact)])
    if report.copy_of is not None:
        _link(db, [(report.id, report.copy_of)])
    if db.execute("SELECT 1 FROM texts WHERE exact = ?", (one.exact,)).fetchone():
        return
    bands = list(one.bands())
    near = {row["exact"] for row in db.execute(f"SELECT exact FROM text_bands WHERE band {AMONG_NUMBERS}", (to_json(bands),))}
    known = (_signature(row) for row in db.execute(f"SELECT exact, digest FROM texts WHERE exact {AMONG}", (to_json(sorted(near)),)))
    _link(db, [(one.exact, other.exact) for other in list(known) if alike(one, other)])
    db.execute("INSERT INTO texts VALUES (?, ?)", (one.exact, array("Q", one.digest).tobytes()))
    db.executemany("INSERT OR IGNORE INTO text_bands VALUES (?, ?)", ((band, one.exact) for band in bands))


def fill(db: Db) -> None:
    """Takes in all reports of a log whose index was laid after them."""
    rows = db.execute("SELECT body, text FROM reports WHERE id NOT IN (SELECT one FROM likes)")
    for report in [report_of(row) for row in rows]:
        take_in(db, report)


def with_copies(db: Db, reports: Sequence[Report], whole: bool = False) -> list[Report]:
    """The reports with `copy_of` as the index has it: the first of all that are alike. `whole`: they are all that there are."""
    ids = {r.id for r in reports}
    rows = db.execute("SELECT one, other FROM likes") if whole else _around(db, ids)
    group_of = joined((one, other) for one, other in rows)
    others = [] if whole else _reports(db, group_of.keys() - ids)
    return marked([*reports, *others], group_of)[: len(reports)]


def beside(db: Db, ids: Iterable[str]) -> set[str]:
    """The ids of all reports that are alike, directly or by way of others, with some of these."""
    keys = to_json(sorted({key for pair in _around(db, set(ids)) for key in pair}))
    return {row["id"] for row in db.execute(f"SELECT id FROM reports WHERE id {AMONG}", (keys,))}


def _around(db: Db, ids: Iterable[str]) -> list[tuple[str, str]]:
    """All links that can be reached from these reports."""
    found: list[tuple[str, str]] = []
    seen: set[str] = set()
    wanted = set(ids)
    while wanted:
        seen |= wanted
        rows = [
            (row["one"], row["other"]) for row in db.execute(f"SELECT one, other FROM likes WHERE one {AMONG}", (to_json(sorted(wanted)),))
        ]
        found += rows
        wanted = {other for _, other in rows} - seen
    return found


def _reports(db: Db, keys: Iterable[str]) -> list[Report]:
    """The reports among keys."""
    rows = db.execute(f"SELECT body, text FROM reports WHERE id {AMONG}", (to_json(sorted(keys)),))
    return [report_of(row) for row in rows]


def _link(db: Db, pairs: Iterable[tuple[str, str]]) -> None:
    db.executemany("INSERT OR IGNORE INTO likes VALUES (?, ?)", [p for a, b in pairs for p in ((a, b), (b, a))])


def _signature(row: Row) -> Signature:
    return Signature(row["exact"], tuple(array("Q", row["digest"])))
