"""Bad input: one clear sentence each, the good files read, exit code 2, nothing lost."""

import random
import zipfile

import pytest

from claimatlas import Atlas

TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def empty(path):
    path.write_bytes(b"")
    return path


def binary(path):
    path.write_bytes(random.Random(1).randbytes(4000))
    return path


def encoding(path):
    path.write_bytes("Die Armee nahm Palmyra ein. ".encode("utf-16-le") + b"\xd8\x00\xd8\x00\xff" * 40)
    return path


def huge(path):
    with path.open("wb") as out:
        out.truncate(200_000_000)
    return path


def bomb(path):
    path = path.with_suffix(".docx")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("[Content_Types].xml", TYPES)
        out.writestr("word/document.xml", b" " * 150_000_000)
    return path


def missing(path):
    return path


def no_column(path):
    path = path.with_suffix(".csv")
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    return path


MAKERS = (empty, binary, encoding, huge, bomb, missing, no_column)


@pytest.mark.parametrize("make", MAKERS, ids=lambda m: m.__name__)
def test_one_sentence_and_the_good_files_are_read(make, run, reports, tmp_path):
    bad = make(tmp_path / "bad.txt")
    done = run("read", reports, bad, "--ledger", tmp_path / "l.sqlite")
    assert done.exit_code == 2
    lines = done.stderr.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("claimatlas: ")
    assert bad.name in lines[0]
    assert lines[0].endswith(".")
    assert "Traceback" not in done.output
    assert "Read 3 reports from 3 files" in done.stdout
    assert "1 file or row could not be read; see above." in done.stdout


def test_a_column_that_the_table_lacks_is_named(run, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("text,day\nISIS shelled Palmyra.,2017-08-02\n", encoding="utf-8")
    done = run("read", path, "--date", "published", "--ledger", tmp_path / "l.sqlite")
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)
    assert "'published'" in done.stderr
    assert "text, day" in done.stderr


def test_bad_files_leave_the_ledger_as_it_was(run, ledger, tmp_path):
    with Atlas.open(ledger) as atlas:
        before = atlas.claims(), atlas.reports(), atlas.events()
    for make in (empty, binary, missing):
        assert run("read", make(tmp_path / f"{make.__name__}.txt"), "--ledger", ledger).exit_code == 2
    with Atlas.open(ledger) as atlas:
        assert (atlas.claims(), atlas.reports(), atlas.events()) == before


@pytest.mark.parametrize(
    "command",
    [("claims",), ("events",), ("holds", "--on", "2017-08-02"), ("export", "--to", "jsonl"), ("brief", "--on", "2017-08-02", "-o", "b.md")],
    ids=lambda c: c[0],
)
def test_no_ledger_and_a_foreign_file_are_told(command, run, tmp_path):
    foreign = tmp_path / "foreign.sqlite"
    foreign.write_bytes(b"no database " * 100)
    for path in (tmp_path / "none.sqlite", foreign):
        done = run(*command, "--ledger", path)
        assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)
        assert path.name in done.stderr
    assert not (tmp_path / "none.sqlite").exists()


def test_an_unknown_theatre_is_told(run, reports, tmp_path):
    done = run("read", reports, "--ledger", tmp_path / "l.sqlite", "--theatre", "atlantis")
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)
    assert "atlantis" in done.stderr


def test_characters_that_steer_a_terminal_do_not_reach_it(run, tmp_path):
    path = tmp_path / "evil.txt"
    path.write_text("The army captured \x1b[31mPalmyra\u202e from ISIS on Monday, an army source said in Damascus.", encoding="utf-8")
    run("read", path, "--ledger", tmp_path / "l.sqlite")
    told = run("claims", "--ledger", tmp_path / "l.sqlite").stdout
    assert "\x1b" not in told
    assert "\u202e" not in told


def test_a_folder_that_holds_the_ledger_is_read_without_it(run, reports):
    for _ in range(2):
        done = run("read", reports, "--ledger", reports / "l.sqlite")
        assert (done.exit_code, done.stderr) == (0, "")
