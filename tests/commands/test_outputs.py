"""`claimatlas map` and `brief`: files of every kind, and endings that none is written in."""

import pytest

STARTS = {"html": b"<!doctype html>", "png": b"\x89PNG", "pdf": b"%PDF-", "svg": b"<?xml"}
DAY = ("--on", "2017-08-02")


@pytest.mark.parametrize("ending", STARTS)
def test_maps(run, ledger, tmp_path, ending):
    path = tmp_path / f"map.{ending}"
    done = run("map", *DAY, "-o", path, "--ledger", ledger)
    assert done.exit_code == 0, done.output
    assert path.read_bytes()[:20].lower().startswith(STARTS[ending].lower())


@pytest.mark.parametrize("ending", ["md", "html"])
def test_briefs_lead_to_the_words(run, ledger, tmp_path, ending):
    path = tmp_path / f"brief.{ending}"
    assert run("brief", *DAY, "-o", path, "--ledger", ledger).exit_code == 0
    text = path.read_text(encoding="utf-8")
    assert "Hayat Tahrir al-Sham controls the city of Idlib" in text
    assert "Forecasts made" in text


def test_a_map_as_known_earlier_does_not_tell_what_came_later(run, ledger, tmp_path):
    for name, more in (("now", ()), ("then", ("--known", "2017-08-01"))):
        assert run("brief", *DAY, *more, "-o", tmp_path / f"{name}.md", "--ledger", ledger).exit_code == 0
    assert "Idlib" in (tmp_path / "now.md").read_text(encoding="utf-8")
    assert "Idlib" not in (tmp_path / "then.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("command", "name"), [("map", "m.gif"), ("brief", "b.docx"), ("map", "nowhere/m.html"), ("export", "nowhere/c.jsonl")]
)
def test_what_cannot_be_written_is_told(run, ledger, tmp_path, command, name):
    asked = ("--to", "jsonl") if command == "export" else DAY
    done = run(command, *asked, "-o", tmp_path / name, "--ledger", ledger)
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)


def test_a_bad_date_is_told(run, ledger, tmp_path):
    done = run("map", "--on", "yesterday", "-o", tmp_path / "m.html", "--ledger", ledger)
    assert done.exit_code == 2
    assert "yesterday" in done.stderr
