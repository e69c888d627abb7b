"""A full disk, and one that may only be read: one clear sentence, and the ledger as it was."""

import os
import shutil

import pytest

from claimatlas import Atlas, LedgerError
from claimatlas.ledger.verify import verify

LEFT = (0, 4096, 65536, 200_000) if os.environ.get("CLAIMATLAS_TORTURE") else (65536,)
"""Bytes that a full disk still has."""


def content(path):
    with Atlas.open(path) as atlas:
        return atlas.reports(), atlas.claims(), atlas.ledger.judgements()


def more_reports(folder, number=5):
    folder.mkdir()
    for n in range(number):
        words = " ".join(f"word{i * n}" for i in range(20_000))
        (folder / f"more_{n}.txt").write_text(f"SANA, {n + 1} July 2017\n\nThe army captured the town of Palmyra from ISIS. {words}")
    return folder


def fill(folder, leave):
    """Fills a disk but for some bytes."""
    room = os.statvfs(folder)
    with (folder / "filler").open("wb") as out:
        out.write(b"x" * (room.f_bavail * room.f_frsize - leave))


@pytest.mark.parametrize("leave", LEFT)
def test_a_full_disk_is_told_in_one_sentence_and_the_ledger_is_as_it_was(ledger, mounted, python, tmp_path, leave):
    disk = mounted("size=3m")
    shutil.copy(ledger, disk / "l.sqlite")
    fill(disk, leave)
    before = content(ledger)
    done = python("-m", "claimatlas", "read", more_reports(tmp_path / "more"), "--ledger", disk / "l.sqlite", "--reader", "rules")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
    assert "l.sqlite" in done.stderr and ("full" in done.stderr or "disk" in done.stderr)
    (disk / "filler").unlink()
    assert verify(disk / "l.sqlite").changes == ()
    reports, claims, judged = content(disk / "l.sqlite")
    assert (reports[: len(before[0])], judged) == (before[0], before[2])
    assert {c.id for c in before[1]} <= {c.id for c in claims}
    assert all(r.text for r in reports)


LIMITED = """
import resource, signal, sys
from claimatlas.cli import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop(1)),) * 2)
main()
"""


def test_a_file_that_may_not_grow_is_told_and_is_as_it_was(ledger, python):
    before = content(ledger)
    words = ("judge", "accept", before[1][0].id, "--author", "me", "--reason", "why " * 15_000)
    done = python("-c", LIMITED, 40_000, *words, "--ledger", ledger)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
    assert verify(ledger).changes == ()
    assert content(ledger) == before


@pytest.fixture(params=["file and folder", "disk"])
def unwritable(request, ledger, tmp_path):
    """A ledger that may only be read: by its permissions, or on a disk that is mounted so."""
    if request.param == "disk":
        mounted = request.getfixturevalue("mounted")
        disk = mounted("size=8m")
        shutil.copy(ledger, disk / "l.sqlite")
        os.system(f"mount -o remount,ro {disk}")
        yield disk / "l.sqlite"
        return
    if os.geteuid() == 0:
        pytest.skip("permissions do not bind the superuser")
    folder = tmp_path / "closed"
    folder.mkdir()
    shutil.copy(ledger, folder / "l.sqlite")
    (folder / "l.sqlite").chmod(0o444)
    folder.chmod(0o555)
    yield folder / "l.sqlite"
    folder.chmod(0o755)


def test_a_ledger_that_may_only_be_read_answers_and_refuses_to_be_written(ledger, unwritable, run, reports):
    assert run("claims", "--ledger", unwritable).stdout == run("claims", "--ledger", ledger).stdout
    assert run("events", "--ledger", unwritable).stdout == run("events", "--ledger", ledger).stdout
    asked = ("holds", "--on", "2017-08-02", "--ledger")
    assert run(*asked, unwritable).stdout == run(*asked, ledger).stdout
    assert run("verify", "--ledger", unwritable).exit_code == 0
    claim = run("claims", "--ledger", unwritable, "--json").stdout.split('"id":"')[1].split('"')[0]
    (reports / "new.txt").write_text("SANA, 3 August 2017\n\nThe army captured the town of Maadan from ISIS on Thursday.")
    for words in (("judge", "accept", claim, "--author", "me"), ("read", reports)):
        done = run(*words, "--ledger", unwritable)
        assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1), done.output
        assert "may only be read" in done.stderr
    with pytest.raises(LedgerError, match="may only be read"):
        Atlas.open(unwritable.with_name("new.sqlite"))


def test_one_whose_events_are_not_up_to_date_is_worked_out_in_memory(ledger, mounted):
    with Atlas.open(ledger) as atlas:
        expected = atlas.events()
        atlas.ledger._db.execute("DELETE FROM view_state")
        atlas.ledger._db.execute("DELETE FROM events")
    disk = mounted("size=8m")
    shutil.copy(ledger, disk / "l.sqlite")
    os.system(f"mount -o remount,ro {disk}")
    with Atlas.open(disk / "l.sqlite") as atlas:
        assert atlas.events() == expected
