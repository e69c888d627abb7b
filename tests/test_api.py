"""The Python API: what it names, and that all can be done in ten lines."""

import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import claimatlas
from claimatlas import Atlas

NAMES = [
    "Atlas", "BadKnowledge", "Claim", "ClaimatlasError", "Event", "Hold", "InputError", "LedgerError", "MissingColumn", "ReadSummary",
    "Report", "TableColumns", "UnreadableFile", "__version__",
]  # fmt: skip


def test_what_is_public():
    assert claimatlas.__all__ == NAMES
    assert all(getattr(claimatlas, name) for name in NAMES)
    with pytest.raises(AttributeError):
        claimatlas.nothing_of_the_kind  # noqa: B018


def test_importing_is_light():
    code = "import sys, claimatlas; print([m for m in ('spacy', 'matplotlib', 'shapely', 'trafilatura', 'duckdb') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": str(SRC)})
    assert done.stdout.strip() == "[]"


SRC = Path(__file__).parents[1] / "src"


def ten_lines():
    lines = Atlas.__doc__.split("::", 1)[1].split("Dates are")[0].splitlines()
    return [line[8:] for line in lines if line.strip()]


def test_all_of_it_in_ten_lines(reports, reading, tmp_path, monkeypatch, capsys):
    code = ten_lines()
    assert len(code) == 10
    monkeypatch.chdir(tmp_path)
    exec(compile("\n".join(code), "docstring", "exec"), {})
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("3 reports, ")
    assert told[1].startswith(("held", "claimed", "contested", "unknown"))
    assert all((tmp_path / name).stat().st_size > 500 for name in ("war.sqlite", "map.html", "brief.html", "claims.jsonl"))


def test_dates_are_dates_or_text(ledger):
    with Atlas.open(ledger) as atlas:
        assert atlas.hold("Idlib", date(2017, 8, 2)) == atlas.hold("Idlib", "2017-08-02")
        assert atlas.events(date(2017, 8, 1)) == atlas.events("2017-08-01")
        with pytest.raises(claimatlas.InputError, match="YYYY-MM-DD"):
            atlas.hold("Idlib", "02/08/2017")


def test_a_summary_counts_and_names_errors(tmp_path, reports, reading):
    (reports / "empty.txt").write_bytes(b"")
    seen = []
    with Atlas.open(tmp_path / "l.sqlite") as atlas:
        summary = atlas.read([reports], progress=lambda done, total: seen.append((done, total)))
        again = atlas.read([reports])
    assert (summary.read, summary.already, summary.copies, len(summary.errors)) == (3, 0, 0, 1)
    assert "empty.txt" in str(summary.errors[0])
    assert seen == [(1, 3), (2, 3), (3, 3)]
    assert (again.read, again.already, again.claims) == (0, 3, 0)


def test_a_view_is_renewed_after_a_run_that_was_cut_short(ledger):
    with Atlas.open(ledger) as atlas:
        events = atlas.events()
        with sqlite3.connect(ledger) as db:
            db.executescript("DELETE FROM view_state; DELETE FROM events; DELETE FROM event_claims")
        db.close()
        assert atlas.events() == events
        assert all(c.event for c in atlas.claims(stance="fact"))


def test_what_is_shown_leads_back_to_claims(ledger):
    with Atlas.open(ledger) as atlas:
        view = atlas.shown("2017-08-02")
    cited = {c for e in view.events for c in e.claims} | {c for h in view.holds for c in h.because}
    assert cited <= set(view.claims)
    assert {c.report_id for c in view.claims.values()} == set(view.reports)
    assert "predicted" in {view.claims[c].stance for e in view.events for c in e.claims}
    assert any(p.name == "Aleppo" for p in view.towns)
    assert set(view.actor_sides.values()) <= set(view.sides) | {"neutral"}
    assert view.actor_sides


def test_every_method_is_documented():
    told = (SRC.parent / "docs" / "api.md").read_text(encoding="utf-8")
    methods = [
        name for name, value in vars(Atlas).items() if not name.startswith("_") and (callable(value) or isinstance(value, classmethod))
    ]
    assert [name for name in methods if f"{name}(" not in told] == []
    assert "\n".join(f"{line}" for line in ten_lines()[:2]) in told.replace("\n\n", "\n")
