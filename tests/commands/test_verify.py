"""`claimatlas verify`: what it prints, and its exit codes."""

import sqlite3
from contextlib import closing


def test_all_is_well_and_the_head_can_be_kept(run, ledger, tmp_path):
    done = run("verify", "--ledger", ledger, "--stamp", tmp_path / "head.txt")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "as it was added: 3 reports, 3 originals, 3 readings" in done.stdout
    words = (tmp_path / "head.txt").read_text().split()
    assert words[:2] == ["Claimatlas", "ledger"] and words[-1] in done.stdout
    assert run("verify", "--ledger", ledger, "--against", tmp_path / "head.txt").exit_code == 0


def test_what_changed_is_told_in_one_line_each(run, ledger):
    with closing(sqlite3.connect(ledger, isolation_level=None)) as db:
        rule = db.execute("SELECT sql FROM sqlite_master WHERE name = 'claims_stay'").fetchone()[0]
        db.execute("DROP TRIGGER claims_stay")
        db.execute("UPDATE claims SET stance = 'denied' WHERE seq = 2")
        db.execute(rule)
    done = run("verify", "--ledger", ledger)
    assert (done.exit_code, done.stderr, len(done.stdout.splitlines())) == (1, "", 1)
    assert "does not fit" in done.stdout and "claims" in done.stdout


def test_a_head_of_another_ledger_is_told(run, ledger, tmp_path):
    (tmp_path / "head.txt").write_text(f"Claimatlas ledger\nlinks 2\nhead {'0' * 64}\n")
    done = run("verify", "--ledger", ledger, "--against", tmp_path / "head.txt")
    assert done.exit_code == 1
    assert "not in the chain" in done.stdout


def test_what_is_no_ledger_is_told(run, tmp_path):
    (tmp_path / "x.sqlite").write_bytes(b"no database " * 100)
    for name in ("x.sqlite", "none.sqlite"):
        done = run("verify", "--ledger", tmp_path / name)
        assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)
