"""What is taken down is given out by nothing, stays sealed in the log, and comes back when the verdict is undone."""

from dataclasses import replace

import pytest

from claimatlas.ledger import Ledger
from claimatlas.ledger.takedown import buried, left_up, taken_down
from claimatlas.ledger.verify import verify
from claimatlas.model.claim import ReaderInfo
from claimatlas.model.judgement import Judgement


@pytest.fixture
def ledger(where, kit, sides):
    with Ledger.open(where("l.ledger")) as opened:
        for key, text in (("a", "The army took Sukhna."), ("b", "The army took Idlib.")):
            report = kit.report(key, text=text, title=f"Title {key}")
            claim = kit.claim(report, "capture", text.split()[-1][:-1], "Syrian Army", quote=text)
            opened.add_report(report, text.encode(), [claim])
        opened.renew(sides, "")
        yield opened


def judged(ledger, sides, kind, *subjects, number=1):
    ledger.add_judgement(Judgement(f"j_{number}", kind, subjects, "ana", "2020-01-01T00:00:00Z", "asked by the court"))
    ledger.renew(sides, "")
    renewed = [e.place.name for e in ledger.events()]
    ledger.rebuild(sides, "")
    assert [e.place.name for e in ledger.events()] == renewed
    return renewed


def test_a_claim_or_a_report_taken_down_leaves_no_event_and_comes_back(ledger, sides):
    claim = ledger.claims(report="r_a")[0]
    assert judged(ledger, sides, "takedown", claim.id) == ["Idlib"]
    assert sorted(judged(ledger, sides, "undo", "j_1", number=2)) == ["Idlib", "Sukhna"]
    assert judged(ledger, sides, "takedown", "r_b", number=3) == ["Sukhna"]
    assert judged(ledger, sides, "accept", ledger.claims(report="r_b")[0].id, number=4) == ["Sukhna"]
    assert sorted(judged(ledger, sides, "undo", "j_3", number=5)) == ["Idlib", "Sukhna"]


def test_a_newer_reading_of_a_report_taken_down_stays_down_until_it_is_undone(ledger, sides, kit):
    report = ledger.report("r_a")
    judged(ledger, sides, "takedown", "r_a", ledger.claims(report="r_a")[0].id)
    newer = replace(kit.claim(report, "assault", "Sukhna", "rebels", quote=report.text), reader=ReaderInfo("test", "2"))
    ledger.add_report(report, report.text.encode(), [newer])
    ledger.renew(sides, "")
    assert [e.type for e in ledger.events()] == ["capture"]
    assert left_up(ledger.claims(), taken_down(ledger.judgements())) == ledger.claims(report="r_b")
    judged(ledger, sides, "undo", "j_1", number=2)
    assert sorted(e.type for e in ledger.events()) == ["assault", "capture"]


def test_the_log_keeps_it_and_stays_sealed(ledger, sides):
    judged(ledger, sides, "takedown", "r_a")
    assert ledger.report("r_a").text == "The army took Sukhna."
    assert ledger.original(ledger.report("r_a").sha256) == b"The army took Sukhna."
    assert verify(ledger.path).changes == ()


def test_a_tombstone_tells_who_and_why_and_holds_no_word(ledger):
    taken = taken_down([Judgement("j_1", "takedown", ("r_a",), "ana", "", "asked by the court")])
    stone = buried(ledger.report("r_a"), taken)
    assert (stone.id, stone.title, stone.text) == ("r_a", "Taken down by ana: asked by the court", "")
    assert "Sukhna" not in repr(stone) and "Title" not in repr(stone)
    assert buried(ledger.report("r_b"), taken) == ledger.report("r_b")
