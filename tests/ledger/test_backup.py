"""Copies of a ledger: whole while another process writes, verified, and put back without a loss."""

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from claimatlas.ledger import Ledger
from claimatlas.ledger.backup import backup, restore
from claimatlas.ledger.stamps import Stamp
from claimatlas.ledger.verify import verify
from claimatlas.model.errors import InputError, LedgerError

WRITES = """
import sys
from claimatlas.ledger import Ledger
from claimatlas.model.judgement import Judgement
with Ledger.open(sys.argv[1]) as ledger:
    for n in range(100_000):
        ledger.add_judgement(Judgement(f"j_{n}", "accept", ("c_1",), "me", "2020-01-01T00:00:00Z"))
        if n == 5:
            print("writes", flush=True)
"""


def add(path, kit, *keys):
    with Ledger.open(path) as ledger:
        for key in keys:
            report = kit.report(key)
            ledger.add_report(report, report.text.encode(), [])


@pytest.fixture
def path(tmp_path, kit):
    add(tmp_path / "war.ledger", kit, "a", "b")
    return tmp_path / "war.ledger"


def keys(path):
    with Ledger.open(path, create=False) as ledger:
        return [r.key for r in ledger.reports()]


def test_a_copy_holds_all_and_is_a_ledger(path, tmp_path):
    found = backup(path, tmp_path / "copy.ledger")
    assert (found.changes, found.head) == ((), verify(path).head)
    assert keys(tmp_path / "copy.ledger") == ["a", "b"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["copy.ledger", "war.ledger"]


def test_a_copy_made_while_another_process_writes_is_whole(path, tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    writer = subprocess.Popen([sys.executable, "-c", WRITES, str(path)], env=environment, stdout=subprocess.PIPE)
    try:
        assert writer.stdout.readline() == b"writes\n"
        heads = []
        for n in range(3):
            found = backup(path, tmp_path / f"{n}.ledger")
            assert found.changes == ()
            heads.append(Stamp(found.head.seq, found.head.hash))
            time.sleep(0.05)
        assert writer.poll() is None
    finally:
        writer.kill()
        writer.wait()
        writer.stdout.close()
    assert [h.links for h in heads] == sorted({h.links for h in heads})
    for head in heads:
        assert verify(path, head).changes == ()


def test_what_is_there_is_not_overwritten_unasked(path, tmp_path, kit):
    backup(path, tmp_path / "copy.ledger")
    add(path, kit, "c")
    for call in (lambda: backup(path, tmp_path / "copy.ledger"), lambda: restore(tmp_path / "copy.ledger", path)):
        with pytest.raises(InputError, match="--force"):
            call()
    assert keys(path) == ["a", "b", "c"]
    assert backup(path, tmp_path / "copy.ledger", force=True).head.tip.reports == 3


def test_restored_it_is_as_it_was_and_what_was_there_lies_aside(path, tmp_path, kit):
    backup(path, tmp_path / "copy.ledger")
    copy = (tmp_path / "copy.ledger").read_bytes()
    add(path, kit, "c")
    found, aside = restore(tmp_path / "copy.ledger", path, force=True)
    assert (keys(path), keys(aside), found.head.tip.reports) == (["a", "b"], ["a", "b", "c"], 2)
    assert (tmp_path / "copy.ledger").read_bytes() == copy
    assert restore(tmp_path / "copy.ledger", path, force=True)[1].name == "war.ledger.before-2"
    assert restore(tmp_path / "copy.ledger", tmp_path / "new.ledger")[1] is None


def test_a_changed_ledger_is_neither_kept_nor_restored(path, tmp_path, kit):
    backup(path, tmp_path / "copy.ledger")
    with closing(sqlite3.connect(tmp_path / "copy.ledger", isolation_level=None)) as db:
        db.execute("DROP TRIGGER reports_stay")
        db.execute("UPDATE reports SET title = 'x' WHERE seq = 1")
    with pytest.raises(LedgerError, match="not as it was added"):
        restore(tmp_path / "copy.ledger", path, force=True)
    with pytest.raises(LedgerError, match="not as it was added"):
        backup(tmp_path / "copy.ledger", tmp_path / "again.ledger")
    assert keys(path) == ["a", "b"]
    assert not (tmp_path / "again.ledger").exists()


def test_what_is_no_ledger_is_told(path, tmp_path):
    (tmp_path / "text").write_text("no database " * 100)
    for name in ("text", "none"):
        with pytest.raises(LedgerError, match=name):
            restore(tmp_path / name, tmp_path / "l.ledger")
    with pytest.raises(InputError, match="folder that exists"):
        backup(path, tmp_path / "no" / "x")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["text", "war.ledger"]
