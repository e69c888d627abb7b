"""A ledger that was changed behind its back is found out; one that was not is as it was added."""

import os
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from claimatlas.ledger import Ledger
from claimatlas.ledger.stamps import Stamp, read_stamp
from claimatlas.ledger.verify import verify
from claimatlas.model.errors import InputError, LedgerError
from claimatlas.model.judgement import Judgement

TOWNS = ("Sukhna", "Raqqa", "Idlib", "Palmyra", "Aleppo")
LOG = ("originals", "reports", "readings", "claims", "judgements", "chain")
FLIPS = 2000 if os.environ.get("CLAIMATLAS_TORTURE") else 60


def fill(path, kit, reports=5):
    with Ledger.open(path) as ledger:
        for n, town in enumerate(TOWNS[:reports]):
            words = f"the army took {town}"
            text = f"Report {n}: {words}. " + "The rest is silence. " * 20
            report = kit.report(f"k{n}", f"2017-08-0{n + 1}", title=f"On {town}", text=text)
            claim = kit.claim(report, "capture", town, agent="Syrian Army", quote=words, at=10)
            ledger.add_report(report, report.text.encode(), [claim])
            ledger.add_judgement(Judgement(f"j_{n}", "accept", (claim.id,), "me", "2020-01-01T00:00:00Z", "seen"))
        ledger.rebuild(kit.FakeSides(), "")


@pytest.fixture(scope="module")
def filled(tmp_path_factory, kit):
    path = tmp_path_factory.mktemp("verify") / "war.ledger"
    fill(path, kit)
    return path


@pytest.fixture
def path(filled, tmp_path):
    shutil.copy(filled, tmp_path / "war.ledger")
    return tmp_path / "war.ledger"


def behind_its_back(path, *statements):
    """Changes the file as another program can: the log's rules taken off and put back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        rules = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in rules:
            db.execute(f"DROP TRIGGER {name}")
        for statement, *values in statements:
            db.execute(statement, values)
        for _, rule in rules:
            db.execute(rule)


def flipped(value, draw):
    """A value with one bit changed."""
    if isinstance(value, bytes | str):
        data = bytearray(value if isinstance(value, bytes) else value.encode())
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(4, 7)
        return bytes(data)
    return value ^ (1 << 10) if isinstance(value, int) else value * (1 + 2**-52)


def columns():
    with closing(sqlite3.connect(":memory:")) as db:
        from claimatlas.ledger.database import statements

        for statement in (*statements("schema.sql"), *statements("chain.sql")):
            db.execute(statement)
        return [(t, row[1], row[2]) for t in LOG for row in db.execute(f"PRAGMA table_info({t})")]


def test_a_ledger_as_it_was_added_is_told_so(path):
    found = verify(path)
    assert (found.changes, found.notes, found.originals) == ((), (), 5)
    assert (found.head.seq, found.head.tip.reports, found.head.tip.judgements) == (10, 5, 5)


@pytest.mark.parametrize(("table", "column", "kind"), columns(), ids=lambda x: str(x))
def test_one_bit_of_any_column_is_found(path, table, column, kind):
    draw = random.Random(f"{table}{column}")
    with closing(sqlite3.connect(path)) as db:
        rows = db.execute(f"SELECT rowid, {column} FROM {table} WHERE {column} IS NOT NULL AND {column} <> ''").fetchall()
    assert rows
    row, value = draw.choice(rows)
    cast = f"CAST(? AS {kind})" if kind == "TEXT" else "?"
    behind_its_back(path, (f"UPDATE {table} SET {column} = {cast} WHERE rowid = ?", flipped(value, draw), row))
    assert verify(path).changes


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM judgements WHERE seq = 3",
        "DELETE FROM judgements WHERE seq = 5",
        "DELETE FROM claims WHERE seq = 2",
        "DELETE FROM originals WHERE rowid = 1",
        "DELETE FROM chain WHERE seq = 4",
        "DELETE FROM chain WHERE seq = 10",
        "UPDATE claims SET place_id = NULL WHERE seq = 1",
        "INSERT INTO judgements (id, kind, body) VALUES ('j_x', 'reject', '{}')",
        "INSERT INTO originals VALUES ('00', 1, x'00')",
        "UPDATE judgements SET seq = 9 WHERE seq = 5",
        "UPDATE judgements SET seq = -1 WHERE seq = 1",
        "UPDATE originals SET packed = CAST(packed || x'00' AS BLOB) WHERE rowid = 2",
        "CREATE TRIGGER mine AFTER INSERT ON claims BEGIN SELECT 1; END",
        "DROP VIEW current_claims",
    ],
)
def test_rows_taken_added_or_moved_are_found(path, statement):
    behind_its_back(path, (statement,))
    assert verify(path).changes


def test_a_rule_that_is_gone_is_found(path):
    with closing(sqlite3.connect(path)) as db:
        db.execute("DROP TRIGGER claims_keep")
    assert verify(path).changes == ("the rule 'claims_keep' of the file is missing or changed",)


def test_a_row_swapped_for_another_in_full_is_told_by_its_link(path):
    behind_its_back(path, ("UPDATE judgements SET body = replace(body, 'seen', 'bad!') WHERE seq = 2",))
    assert verify(path).changes == ("link 4 of the chain does not fit: one of judgements 2 changed, or the link itself",)


def test_what_was_added_behind_its_back_is_not_sealed_by_the_next_report(path, kit):
    behind_its_back(path, ("INSERT INTO judgements (id, kind, body) VALUES ('j_x', 'reject', '{}')",))
    report = kit.report("later")
    with Ledger.open(path) as ledger, pytest.raises(LedgerError, match="claimatlas verify"):
        ledger.add_report(report, report.text.encode(), [])
    assert verify(path).changes == ("judgements 6 stands in the log but in no link of the chain",)


def log_of(path):
    with closing(sqlite3.connect(path)) as db:
        db.text_factory = bytes
        return {table: db.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall() for table in LOG}


def flip_file(path, whole, offset, bit, expected):
    """Verifies a file with one bit changed: told, or the log reads as before. Returns whether it was told."""
    data = bytearray(whole)
    data[offset] ^= 1 << bit
    path.write_bytes(data)
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    try:
        found = verify(path)
    except LedgerError:
        return True
    if not found.changes:
        assert log_of(path) == expected, f"bit {bit} of byte {offset} changed the log and was not told"
    return bool(found.changes)


def test_one_bit_of_the_file_is_told_or_leaves_the_log_as_it_was(path, tmp_path):
    whole, expected, draw = path.read_bytes(), log_of(path), random.Random(3)
    told = [flip_file(tmp_path / "f.ledger", whole, draw.randrange(len(whole)), draw.randrange(8), expected) for _ in range(FLIPS)]
    assert 0 < sum(told) < FLIPS
    if os.environ.get("CLAIMATLAS_TORTURE"):
        with Path(os.environ["CLAIMATLAS_TORTURE"]).open("a", encoding="utf-8") as stream:
            stream.write(f"bits of the file: {FLIPS} changed one at a time, {sum(told)} told, the others left the log as it was\n")


def test_one_bit_of_the_bytes_of_an_original_in_the_file_is_told(path, tmp_path):
    whole, expected, draw = path.read_bytes(), log_of(path), random.Random(4)
    packed = expected["originals"][2][2]
    start = whole.index(packed)
    for _ in range(12):
        assert flip_file(tmp_path / "f.ledger", whole, start + draw.randrange(len(packed)), draw.randrange(8), expected)


def test_a_quote_that_does_not_stand_in_its_report_is_told(tmp_path, kit):
    report = kit.report("a", text="The army took Sukhna.")
    with Ledger.open(tmp_path / "l.ledger") as ledger:
        ledger.add_report(report, report.text.encode(), [kit.claim(report, "capture", quote="army took Raqqa", at=4)])
    (change,) = verify(tmp_path / "l.ledger").changes
    assert "its quote does not stand in its report at 4 to 19" in change


def test_an_original_that_is_another_is_told(tmp_path, kit):
    with Ledger.open(tmp_path / "l.ledger") as ledger:
        ledger.add_report(kit.report("a"), b"other bytes", [])
    assert verify(tmp_path / "l.ledger").changes == ("report r_a: its original does not give its SHA-256",)


def test_a_head_noted_earlier_stays_in_the_chain_and_one_cut_off_does_not(path, tmp_path, kit):
    shutil.copy(path, tmp_path / "before.ledger")
    noted = tmp_path / "head.txt"
    Stamp(verify(path).head.seq, verify(path).head.hash).write(noted)
    report = kit.report("later")
    with Ledger.open(path) as ledger:
        ledger.add_report(report, report.text.encode(), [])
    assert verify(path, read_stamp(noted)).changes == ()
    later = Stamp(verify(path).head.seq, verify(path).head.hash)
    assert "not in the chain" in verify(tmp_path / "before.ledger", later).changes[0]


def test_a_file_that_is_no_head_is_refused(path, tmp_path):
    (tmp_path / "x").write_text("links 3\n")
    for name in ("x", "none"):
        with pytest.raises(InputError, match="verify --stamp wrote"):
            read_stamp(tmp_path / name)


def test_verifying_writes_nothing(path):
    before = path.read_bytes()
    verify(path)
    assert path.read_bytes() == before


def test_broken_words_in_the_file_s_own_description_are_told(path, tmp_path):
    whole, expected = path.read_bytes(), log_of(path)
    at = whole.index(b"CREATE TABLE judgements")
    for offset in range(at - 20, at + 20):
        for bit in (5, 7):
            flip_file(tmp_path / "f.ledger", whole, offset, bit, expected)
