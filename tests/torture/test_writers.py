"""Two processes that write at once, and a clock that goes back."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from claimatlas import Atlas
from claimatlas.ledger import Ledger
from claimatlas.ledger.verify import verify

SRC = Path(__file__).parents[2] / "src"
ADDS = """
import hashlib, sys
from claimatlas.ledger import Ledger
from claimatlas.model.report import Report
path, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
for n in range(count):
    with Ledger.open(path) as ledger:
        text = f"{name} {n}"
        report = Report(f"r_{name}{n}", text, text, sha256=hashlib.sha256(text.encode()).hexdigest())
        assert ledger.add_report(report, text.encode(), [])
"""


def test_writers_at_once_lose_nothing(many, told, tmp_path):
    writers, count = 3, many(15, 300)
    environment = {**os.environ, "PYTHONPATH": str(SRC)}
    words = [sys.executable, "-c", ADDS, str(tmp_path / "l.sqlite")]
    running = [subprocess.Popen([*words, f"w{n}", str(count)], env=environment) for n in range(writers)]
    assert [process.wait() for process in running] == [0] * writers
    with Ledger.open(tmp_path / "l.sqlite") as ledger:
        assert {r.key for r in ledger.reports()} == {f"w{w} {n}" for w in range(writers) for n in range(count)}
    found = verify(tmp_path / "l.sqlite")
    assert (found.changes, found.head.seq) == ((), writers * count)
    told(f"writers at once: {writers} with {count} reports each; all there, verified")


def test_a_clock_that_goes_back_does_not_change_the_order_of_verdicts(ledger, monkeypatch):
    years = iter((2030, 2020, 2010))

    class Clock(datetime):
        @classmethod
        def now(cls, zone=None):
            return datetime(next(years), 1, 1, tzinfo=UTC)

    monkeypatch.setattr("claimatlas.judging.datetime", Clock)
    with Atlas.open(ledger) as atlas:
        claim = atlas.claims()[0].id
        events = len(atlas.events())
        told = {c for e in atlas.events() for c in e.claims}
        assert claim in told
        atlas.judge("reject", [claim], "me")
        assert claim not in {c for e in atlas.events() for c in e.claims}
        accepted = atlas.judge("accept", [claim], "me")
        assert len(atlas.events()) == events
        atlas.judge("undo", [accepted.id], "me")
        assert claim not in {c for e in atlas.events() for c in e.claims}
        assert [j.at[:4] for j in atlas.ledger.judgements()] == ["2030", "2020", "2010"]
    assert verify(ledger).changes == ()
