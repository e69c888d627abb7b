"""Every package that the program needs has its line in docs/dependencies.md, and the audit tells what it found."""

import importlib.util
import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
spec = importlib.util.spec_from_file_location("audit", ROOT / "tools" / "audit.py")
assert spec is not None and spec.loader is not None
audit = importlib.util.module_from_spec(spec)
spec.loader.exec_module(audit)

FLAW = {"name": "one", "version": "1.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"]}, {"id": "PYSEC-2", "fix_versions": []}]}
CLEAN = {"name": "two", "version": "2.0", "vulns": []}
SKIPPED = {"name": "three", "skip_reason": "not there"}


def test_each_package_has_a_line_and_no_other_has():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [re.split(r"[<>=!~ ;\[]", line)[0] for line in project["dependencies"]]
    told = re.findall(r"^\| ([\w.-]+) \| .+ \| .+ \| .+ \|$", (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert told[0] == "package"
    assert sorted(told[1:], key=str.lower) == sorted(needed, key=str.lower)


def test_weaknesses_are_told_a_line_each():
    lines, looked_up, left = audit.told({"dependencies": [FLAW, CLEAN, SKIPPED]})
    assert lines == ["one 1.0: PYSEC-1, mended in 1.1", "one 1.0: PYSEC-2, mended in no version yet"]
    assert (looked_up, left) == (2, 1)


@pytest.mark.parametrize(
    ("rows", "status", "words"),
    [([FLAW], 1, "PYSEC-1"), ([CLEAN, SKIPPED], 0, "1 packages looked up, 0 known"), ([SKIPPED], 0, "Not audited")],
)
def test_the_status_says_whether_anything_was_found(monkeypatch, capsys, rows, status, words):
    done = subprocess.CompletedProcess([], 0, json.dumps({"dependencies": rows}), "")
    monkeypatch.setattr(audit.subprocess, "run", lambda *_, **__: done)
    assert audit.main() == status
    assert words in capsys.readouterr().out


def test_what_cannot_be_asked_is_said(monkeypatch, capsys):
    def late(*_, **__):
        raise subprocess.TimeoutExpired("pip_audit", 1)

    monkeypatch.setattr(audit.subprocess, "run", late)
    assert audit.main() == 0
    assert "Not audited" in capsys.readouterr().out
