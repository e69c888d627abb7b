"""Ledgers of every earlier version open with the same answers, and get a chain over what they hold."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from claimatlas.ledger import Ledger
from claimatlas.ledger.database import APPLICATION_ID, SCHEMA_VERSION
from claimatlas.ledger.rows import to_json
from claimatlas.ledger.verify import verify

SCHEMAS = Path(__file__).parent / "schemas"
VERSIONS = range(1, SCHEMA_VERSION)


def old_ledger(path, version):
    """A file as that version laid it, with the log that the first version wrote."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        for name in (f"{version}.sql", "log.sql"):
            db.executescript((SCHEMAS / name).read_text(encoding="utf-8"))
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {version}")
    return path


@pytest.fixture(params=VERSIONS)
def old(request, tmp_path):
    return old_ledger(tmp_path / f"{request.param}.ledger", request.param)


def answers(ledger, sides):
    ledger.renew(sides, "")
    counts = {k: n for k, n in ledger.counts().items() if k != "superseded"}
    return [to_json(x) for x in (ledger.claims(), ledger.reports(), ledger.judgements(), ledger.view(), counts)]


def test_an_older_ledger_gives_the_answers_of_one_filled_today(old, tmp_path, sides):
    with Ledger.open(old) as ledger, Ledger.open(tmp_path / "today.ledger") as today:
        assert [r.text for r in ledger.reports()][1] == "Islamic State still controls Sukhna, a resident said."
        assert [(c.type, c.stance, c.quote.exact[:8]) for c in ledger.claims()] == [
            ("capture", "fact", "The Syri"), ("control", "fact", "Islamic "), ("shelling", "fact", "Rebels s")
        ]  # fmt: skip
        for report in ledger.reports():
            today.add_report(report, ledger.original(report.sha256), ledger.claims(report=report.id))
        for judgement in ledger.judgements():
            today.add_judgement(judgement)
        assert answers(ledger, sides) == answers(today, sides)
        assert [e.type for e in ledger.events()] == ["capture", "control"]
        assert [h.report_id for h in ledger.search("elsewhere")] == ["r_wire"]


def test_its_chain_is_laid_at_the_first_opening_and_goes_on(old, kit):
    Ledger.open(old).close()
    first = verify(old)
    assert (first.changes, first.head.seq, first.head.tip.claims) == ((), 1, 3)
    with Ledger.open(old) as ledger:
        report = kit.report("new")
        ledger.add_report(report, report.text.encode(), [])
    then = verify(old)
    assert (then.changes, then.head.seq, then.head.tip.reports) == ((), 2, 4)


def test_versions_lay_the_same_chain(tmp_path):
    paths = [old_ledger(tmp_path / f"{version}.ledger", version) for version in VERSIONS]
    assert len({verify(path).head.hash for path in paths}) == 1


def test_a_version_number_set_back_does_not_lay_the_chain_anew(old):
    Ledger.open(old).close()
    with closing(sqlite3.connect(old, isolation_level=None)) as db:
        db.execute("DROP TRIGGER judgements_keep")
        db.execute("DELETE FROM judgements WHERE seq = 2")
        db.execute("PRAGMA user_version = 1")
    assert any("does not fit" in change for change in verify(old).changes)
