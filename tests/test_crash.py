"""Killed in the middle of `read`, the ledger opens with whole reports only, and the same command finishes the job with no double."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimatlas import Atlas

SRC = Path(__file__).parents[1] / "src"
REPORTS = 40
TOWNS = ("Sukhna", "Palmyra", "Idlib", "Raqqa", "Mayadin", "Manbij", "Jisr al-Shughur", "Abu Kamal")
# kills itself while the ledger writes the n-th claim: inside a transaction
DIES = """
import os, signal, sys
from claimatlas.ledger import store
from claimatlas.cli import main
left, real = int(sys.argv.pop(1)), store.claim_row

def dying(claim, reading):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(claim, reading)

store.claim_row = dying
main()
"""


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "reports"
    place.mkdir()
    for i in range(REPORTS):
        town, other = TOWNS[i % len(TOWNS)], TOWNS[(i + 3) % len(TOWNS)]
        text = (
            f"SANA, {i % 28 + 1} July 2017\n\nThe Syrian Arab Army captured the town of {town} from ISIS on Monday, "
            f"killing {i + 2} fighters. Warplanes carried out {i + 5} air strikes on the town of {other}, activists said. "
            f"A rebel spokesman denied that {other} had fallen."
        )
        (place / f"report_{i:02}.txt").write_text(text, encoding="utf-8")
    return place


def environment():
    return {**os.environ, "PYTHONPATH": str(SRC)}


def content(path):
    """All that the ledger says, but for the time of reading."""
    with Atlas.open(path, create=False) as atlas:
        reports = [(r.key, r.id, r.text, r.copy_of) for r in atlas.reports()]
        return reports, atlas.claims(), atlas.events(), atlas.holds("2017-08-02")


def whole(path, expected):
    """Whether what is in the ledger is whole reports with all their claims; returns how many."""
    with Atlas.open(path, create=False) as atlas:
        reports = atlas.reports()
        for report in reports:
            assert [c.id for c in atlas.claims(report=report.id)] == expected[report.id]
        assert atlas.ledger.counts()["readings"] == len(reports)
    return len(reports)


@pytest.fixture
def undisturbed(folder, run, tmp_path):
    path = tmp_path / "undisturbed.sqlite"
    assert run("read", folder, "--ledger", path).exit_code == 0
    return path


@pytest.fixture
def expected(undisturbed):
    with Atlas.open(undisturbed) as atlas:
        return {r.id: [c.id for c in atlas.claims(report=r.id)] for r in atlas.reports()}


@pytest.mark.parametrize("nth", [1, 35])
def test_killed_inside_a_transaction(nth, folder, undisturbed, expected, run, tmp_path):
    path = tmp_path / "killed.sqlite"
    words = [sys.executable, "-c", DIES, str(nth), "read", str(folder), "--ledger", str(path)]
    done = subprocess.run(words, env=environment(), capture_output=True, check=False, timeout=120)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert whole(path, expected) < REPORTS
    assert run("read", folder, "--ledger", path).exit_code == 0
    assert content(path) == content(undisturbed)


def test_killed_from_outside_at_any_moment(folder, undisturbed, expected, run, tmp_path):
    path = tmp_path / "killed.sqlite"
    words = [sys.executable, "-m", "claimatlas", "read", str(folder), "--ledger", str(path), "--jobs", "1"]
    process = subprocess.Popen(words, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wal = path.with_name(path.name + "-wal")
    while process.poll() is None and not (wal.exists() and wal.stat().st_size > 200_000):
        time.sleep(0.001)
    process.kill()
    process.wait()
    assert whole(path, expected) <= REPORTS
    assert run("read", folder, "--ledger", path).exit_code == 0
    assert content(path) == content(undisturbed)
