"""The ledger in a file and on a server: what is kept, what is refused, what a second run does."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest

from claimatlas.ledger import Ledger, build_view
from claimatlas.model.claim import ReaderInfo
from claimatlas.model.errors import LedgerError
from claimatlas.model.judgement import Judgement


@pytest.fixture
def ledger(where):
    with Ledger.open(where("war.ledger")) as opened:
        yield opened


def add(ledger, kit, key="a", published="2017-08-02", kind="capture"):
    report = kit.report(key, published, text=f"Report {key} tells that the army took Sukhna.")
    claim = kit.claim(report, kind, agent="Syrian Army", target="Islamic State", quote="the army took Sukhna")
    assert ledger.add_report(report, report.text.encode(), [claim])
    return report, claim


def test_what_goes_in_comes_out(ledger, kit):
    report, claim = add(ledger, kit)
    assert ledger.report(report.id) == report
    assert ledger.claim(claim.id) == claim
    assert ledger.original(report.sha256) == report.text.encode()
    assert ledger.reports() == [report]
    assert ledger.claims() == [claim]


def test_what_is_not_there_is_none(ledger):
    assert ledger.report("r_x") is None
    assert ledger.claim("c_x") is None
    assert ledger.original("00") is None
    assert ledger.event("e_x") is None


def test_second_run_makes_no_double(ledger, kit):
    report, claim = add(ledger, kit)
    assert not ledger.add_report(report, report.text.encode(), [claim])
    assert ledger.counts()["claims"] == 1


def test_report_without_claims_is_read_once(ledger, kit):
    report, reader = kit.report("empty"), ReaderInfo("test", "1")
    assert ledger.add_report(report, b"x", [], reader)
    assert not ledger.add_report(report, b"x", [], reader)
    assert ledger.has_reading(report.id, reader)


def test_newer_reader_takes_over_and_the_old_claims_stay_in_the_log(ledger, kit):
    report, old = add(ledger, kit)
    new = replace(kit.claim(report, "assault", agent="Syrian Army"), reader=ReaderInfo("test", "2"))
    assert ledger.add_report(report, report.text.encode(), [new])
    assert ledger.claims() == [new]
    assert ledger.claim(old.id) is None
    assert ledger.counts()["superseded"] == 1


def test_filters(ledger, kit):
    _, early = add(ledger, kit, "a", "2017-07-01")
    report, late = add(ledger, kit, "b", "2017-08-02", "assault")
    assert ledger.claims(type="assault") == [late]
    assert ledger.claims(report=report.id) == [late]
    assert ledger.claims(until=date(2017, 7, 10)) == [early]
    assert ledger.claims(since=date(2017, 7, 10)) == [late]
    assert ledger.claims(known=date(2017, 7, 31)) == [early]
    assert ledger.claims(place="g:1", stance="fact") == [early, late]
    assert ledger.claims(place="g:2") == []
    assert [r.key for r in ledger.reports(known=date(2017, 7, 31))] == ["a"]


def test_prefix_of_an_id(ledger, kit):
    _, claim = add(ledger, kit)
    assert ledger.claims_starting(claim.id[:6]) == [claim]
    assert ledger.claims_starting(claim.id[2:7]) == [claim]
    assert ledger.claims_starting("c_*") == []
    assert ledger.claims_starting("") == []


@pytest.mark.parametrize("text", ['Sukhna"', "sukhna OR (", "NEAR(sukhna", "Sukh", "* sukhna", "Súkhna", "title:sukhna -x"[6:12]])
def test_search_takes_any_text(ledger, kit, text):
    report, claim = add(ledger, kit)
    hits = ledger.search(text)
    if "OR" not in text and "NEAR" not in text:
        assert {(h.report_id, h.claim_id) for h in hits} == {(report.id, claim.id), (report.id, None)}


def test_search_without_words_finds_nothing(ledger, kit):
    add(ledger, kit)
    assert ledger.search('"" ** ()') == []


def test_search_leaves_out_superseded_claims(ledger, kit):
    report, _ = add(ledger, kit)
    ledger.add_report(report, b"", [], ReaderInfo("test", "2"))
    assert [h.claim_id for h in ledger.search("sukhna")] == [None]


def test_the_log_is_append_only(tmp_path, kit):
    path = tmp_path / "war.ledger"
    with Ledger.open(path) as ledger:
        add(ledger, kit)
    with sqlite3.connect(path) as db:
        for statement in ("DELETE FROM claims", "UPDATE reports SET text = ''", "DELETE FROM originals"):
            with pytest.raises(sqlite3.IntegrityError, match="append only"):
                db.execute(statement)
    db.close()


def test_report_is_whole_or_not_there(ledger, kit, monkeypatch):
    report = kit.report("half")
    claim = kit.claim(report, "capture")
    monkeypatch.setattr("claimatlas.ledger.store.claim_row", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        ledger.add_report(report, b"x", [claim])
    assert ledger.report(report.id) is None
    assert ledger.counts()["originals"] == 0


def test_claims_of_another_report_are_refused(ledger, kit):
    claim = kit.claim(kit.report("b"), "capture")
    with pytest.raises(LedgerError, match="do not belong"):
        ledger.add_report(kit.report("a"), b"x", [claim])


def test_foreign_files_are_refused(tmp_path):
    text, other, newer = tmp_path / "a.txt", tmp_path / "b.db", tmp_path / "c.ledger"
    text.write_text("This is only a long enough text, not a database at all. " * 20)
    db = sqlite3.connect(other)
    db.execute("CREATE TABLE t (x)")
    db.close()
    Ledger.open(newer).close()
    db = sqlite3.connect(newer)
    db.execute("PRAGMA user_version = 99")
    db.close()
    for path, words in ((text, "not a Claimatlas ledger"), (other, "another program"), (newer, "newer")):
        with pytest.raises(LedgerError, match=words):
            Ledger.open(path)
    with pytest.raises(LedgerError, match="no ledger here"):
        Ledger.open(tmp_path / "none.ledger", create=False)
    with pytest.raises(LedgerError, match="folder that exists"):
        Ledger.open(tmp_path / "no" / "x.ledger")


def test_judgements_are_kept_in_order_and_once(ledger):
    first, second = Judgement("j_2", "reject", ("c_1",), "me", "2020-01-01T00:00:00Z"), Judgement("j_1", "undo", ("j_2",), "me", "")
    assert ledger.add_judgement(first) and ledger.add_judgement(second)
    assert not ledger.add_judgement(first)
    assert ledger.judgements() == [first, second]


def test_view_is_saved_and_shows_in_the_claims(ledger, kit, sides):
    report, claim = add(ledger, kit)
    view = build_view(ledger.claims(), ledger.reports(), ledger.judgements(), sides)
    ledger.rebuild(sides, "")
    ledger.rebuild(sides, "")
    assert ledger.view() == view
    assert [e.claims for e in ledger.events()] == [(claim.id,)]
    event = ledger.events(type="capture")[0]
    assert ledger.event(event.id) == event
    assert ledger.claims()[0].event == event.id
    assert ledger.claims(event=event.id) == ledger.claims()
    assert ledger.events(status="denied") == []
    assert report.id in {c.report_id for c in ledger.claims(event=event.id)}


def test_two_openers_see_each_other(ledger, kit):
    report, _ = add(ledger, kit)
    with Ledger.open(ledger.path, create=False) as second:
        assert second.report(report.id) == report
