"""The view is a pure function of the log."""

import random
import signal
import subprocess
import sys
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimatlas.ledger import Ledger, build_view
from claimatlas.ledger.rows import to_json
from claimatlas.ledger.verdicts import in_force
from claimatlas.model.errors import LedgerError
from claimatlas.model.judgement import Judgement

KINDS = ["airstrike", "capture", "control", "clash", "assault", "toll", "withdraw"]
ACTORS = ["Syrian Army", "Islamic State", "SDF", "rebels", ""]
STANCES = ["fact", "fact", "alleged", "denied", "predicted"]
WORLD = st.lists(
    st.tuples(
        st.sampled_from(KINDS),
        st.sampled_from(["Sukhna", "Aleppo", "Salhin", "Nowhere", "Raqqa province"]),
        st.sampled_from(ACTORS),
        st.sampled_from(ACTORS),
        st.sampled_from(STANCES),
        st.integers(1, 9),
        st.sampled_from(["Wire", "SANA", "Amaq", None]),
    ),
    max_size=14,
)


def world(kit, rows):
    reports = [kit.report(f"v{n}", f"2017-08-{day:02d}", publisher) for n, (*_, day, publisher) in enumerate(rows)]
    claims = [kit.claim(r, k, p, a, t, s) for r, (k, p, a, t, s, *_) in zip(reports, rows, strict=True)]
    return claims, reports


@settings(max_examples=60, deadline=None)
@given(WORLD, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_bytes(kit, sides, rows, shuffler):
    claims, reports = world(kit, rows)
    wanted = to_json(build_view(claims, reports, [], sides))
    shuffler.shuffle(claims)
    random.Random(3).shuffle(reports)
    view = build_view(claims, reports, [], sides)
    assert to_json(view) == wanted
    placed = [c for e in view.events for c in e.claims]
    assert len(placed) == len(set(placed))
    assert set(placed) == {c.id for c in claims if c.stance not in ("predicted", "conditional")}
    assert len({e.id for e in view.events}) == len(view.events)
    assert all(0 <= e.belief.value <= 1 for e in view.events)


def test_rebuilt_from_the_file_it_is_the_same(kit, sides, where):
    rng = random.Random(2)
    rows = [(rng.choice(KINDS), "Aleppo", rng.choice(ACTORS), rng.choice(ACTORS), "fact", rng.randint(1, 9), "Wire") for _ in range(60)]
    claims, reports = world(kit, rows)
    with Ledger.open(where("a")) as ledger:
        for claim, report in zip(claims, reports, strict=True):
            ledger.add_report(report, b"", [claim])
        first = build_view(ledger.claims(), ledger.reports(), ledger.judgements(), sides)
        ledger.rebuild(sides, "")
        again = build_view(ledger.claims(), ledger.reports(), ledger.judgements(), sides)
        assert to_json(first) == to_json(again) == to_json(ledger.view())


def test_later_report_leaves_the_events_id(kit, sides):
    reports = [kit.report("a", "2017-08-02"), kit.report("b", "2017-08-03")]
    claims = [kit.claim(r, "airstrike", agent="Russia", target="rebels", start="2017-08-01") for r in reports]
    (early,), (late,) = (build_view(claims[:n], reports[:n], [], sides).events for n in (1, 2))
    assert early.id == late.id
    assert (late.first_reported, late.last_reported) == ("2017-08-02", "2017-08-03")


def test_undated_report_is_not_known_at_any_date(kit, sides):
    report = kit.report("a", None)
    claim = kit.claim(report, "airstrike", start="2017-08-01")
    assert len(build_view([claim], [report], [], sides).events) == 1
    assert build_view([claim], [report], [], sides, date(2030, 1, 1)).events == ()


def judgement(n, kind, *subjects, value=None):
    return Judgement(f"j_{n}", kind, subjects, "me", "2020-01-01T00:00:00Z", value=value)


def test_undo_and_its_undo():
    log = [judgement(1, "reject", "c_1"), judgement(2, "undo", "j_1"), judgement(3, "undo", "j_2")]
    assert in_force(log[:1]) == log[:1]
    assert in_force(log[:2]) == []
    assert in_force(log) == log[:1]


def test_rejected_and_edited_claims(kit, sides):
    report = kit.report("a")
    claim = kit.claim(report, "airstrike", agent="Russia")
    assert build_view([claim], [report], [judgement(1, "reject", claim.id)], sides).events == ()
    (event,) = build_view([claim], [report], [judgement(1, "edit", claim.id, value='{"type": "shelling"}')], sides).events
    assert (event.type, event.claims) == ("shelling", (claim.id,))
    with pytest.raises(LedgerError, match="undo that judgement"):
        build_view([claim], [report], [judgement(1, "edit", claim.id, value='{"quote": 3}')], sides)


def test_copy_told_by_a_person_counts_once(kit, sides):
    reports = [kit.report("a", publisher="SANA"), kit.report("b", publisher="Amaq")]
    claims = [kit.claim(r, "capture", agent="Syrian Army", target="Islamic State") for r in reports]
    assert build_view(claims, reports, [], sides).events[0].status == "corroborated"
    assert build_view(claims, reports, [judgement(1, "copy", "r_b", "r_a")], sides).events[0].status == "reported"


WRITER = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("kit", sys.argv[1])
kit = importlib.util.module_from_spec(spec); sys.modules["kit"] = kit; spec.loader.exec_module(kit)
from claimatlas.ledger import Ledger
with Ledger.open(sys.argv[2]) as ledger:
    for n in range(100000):
        report = kit.report(f"n{n}")
        ledger.add_report(report, b"x" * 1000, [kit.claim(report, "clash", at=i) for i in range(7)])
        print(n, flush=True)
"""


def test_killed_writer_leaves_whole_reports(kit, tmp_path):
    path = tmp_path / "killed.ledger"
    child = subprocess.Popen([sys.executable, "-c", WRITER, kit.__file__, str(path)], stdout=subprocess.PIPE)
    assert child.stdout is not None
    written = [child.stdout.readline() for _ in range(20)]
    assert written == [b"%d\n" % n for n in range(20)], f"the writer ended by itself: {child.poll()}"
    time.sleep(0.01)
    child.send_signal(signal.SIGKILL)
    child.stdout.close()
    child.wait()
    with Ledger.open(path, create=False) as ledger:
        reports = ledger.reports()
        assert len(reports) >= 20
        assert {len(ledger.claims(report=r.id)) for r in reports} == {7}
        assert not ledger.add_report(reports[0], b"", [kit.claim(reports[0], "clash")])
