"""What is of the server alone: rules of the schema, writers at once, migrations, carrying, errors. Skipped without PostgreSQL."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from claimatlas.ledger import Ledger
from claimatlas.ledger.backup import backup, restore
from claimatlas.ledger.laying import SPOTS, connect, has_spots
from claimatlas.ledger.select import Circle
from claimatlas.ledger.verify import verify
from claimatlas.model.address import Address
from claimatlas.model.errors import LedgerError


def add(ledger, kit, key="a", place="Sukhna", text="The army took Sukhna."):
    report = kit.report(key, "2017-08-02", text=f"{key}. {text}")
    claim = kit.claim(report, "capture", place, agent="Syrian Army", quote=text)
    claim = kit.claim(report, "capture", place, agent="Syrian Army", quote=text, at=report.text.index(text))
    assert ledger.add_report(report, report.text.encode(), [claim])
    return report, claim


@pytest.fixture
def url(on_server):
    return on_server("a")


def raw(url, *statements):
    """Run statements as the schema's owner, past the program."""
    db = connect(Address(url), create=False)
    try:
        for statement in statements:
            db.script(statement)
    finally:
        db.close()


@pytest.mark.parametrize("statement", ["DELETE FROM claims", "UPDATE reports SET text = ''", "DELETE FROM originals", "TRUNCATE chain"])
def test_the_log_is_append_only(url, kit, statement):
    with Ledger.open(url) as ledger:
        add(ledger, kit)
    with pytest.raises(LedgerError, match="append only"):
        raw(url, statement)


CHANGES = {
    "a text": ("ALTER TABLE reports DISABLE TRIGGER reports_stay", "UPDATE reports SET text = text || ' '"),
    "a number": ("ALTER TABLE claims DISABLE TRIGGER claims_stay", "UPDATE claims SET lat = lat + 0.001"),
    "a lost row": ("DROP TRIGGER judgements_stay ON judgements", "DROP TRIGGER chain_stay ON chain", "DELETE FROM chain WHERE seq = 1"),
    "a rule gone": ("DROP TRIGGER claims_whole ON claims",),
    "a rule off": ("ALTER TABLE claims DISABLE TRIGGER claims_whole",),
    "a rule put in its place": ("CREATE OR REPLACE FUNCTION stays() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'",),
    "a rule of others": ("CREATE FUNCTION more() RETURNS INTEGER LANGUAGE sql AS 'SELECT 1'",),
}


@pytest.mark.parametrize("change", CHANGES)
def test_verify_finds_what_was_changed(url, kit, change):
    with Ledger.open(url) as ledger:
        add(ledger, kit)
    assert verify(Address(url)).changes == ()
    raw(url, *CHANGES[change])
    assert verify(Address(url)).changes


def test_writers_at_once_lose_and_double_nothing(url, kit):
    def write(n):
        with Ledger.open(url) as ledger:
            for k in range(8):
                # every second report is written by all
                add_once(ledger, kit, f"{n if k % 2 else 'all'}-{k}")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    with Ledger.open(url) as ledger:
        own = [f"{n}-{k}" for n in range(4) for k in (1, 3, 5, 7)]
        assert sorted(r.key for r in ledger.reports()) == sorted([*own, *(f"all-{k}" for k in (0, 2, 4, 6))])
        assert ledger.counts()["claims"] == 20
    found = verify(Address(url))
    assert found.changes == () and found.head.tip.reports == 20


def add_once(ledger, kit, key):
    report = kit.report(key, "2017-08-02", text=f"{key}. The army took Sukhna.")
    claim = kit.claim(report, "capture", agent="Syrian Army", quote="The army took Sukhna.", at=len(key) + 2)
    ledger.add_report(report, report.text.encode(), [claim])


def test_what_is_rolled_back_leaves_no_gap(url, kit, monkeypatch):
    with Ledger.open(url) as ledger:
        add(ledger, kit, "a")
        with monkeypatch.context() as broken:
            broken.setattr("claimatlas.ledger.store.claim_row", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                add(ledger, kit, "b")
        add(ledger, kit, "c")
    assert verify(Address(url)).changes == ()


def test_a_copy_in_a_file_has_the_same_chain_and_comes_back(on_server, kit, sides, tmp_path):
    with Ledger.open(on_server("a")) as ledger:
        for key in "abc":
            add(ledger, kit, key)
        ledger.renew(sides, "t")
        events = ledger.events()
    kept = backup(Address(on_server("a")), tmp_path / "copy.sqlite")
    assert kept.head == verify(Address(on_server("a"))).head
    found, aside = restore(tmp_path / "copy.sqlite", Address(on_server("b")))
    assert found.head == kept.head and aside is None
    for where in (tmp_path / "copy.sqlite", on_server("b")):
        with Ledger.open(where) as ledger:
            ledger.renew(sides, "t")
            assert ledger.events() == events
    with pytest.raises(LedgerError, match="holds a ledger already"):
        restore(tmp_path / "copy.sqlite", Address(on_server("a")))


def test_what_lies_near_a_point_is_the_same_in_both_stores(where, kit):
    with Ledger.open(where("near")) as ledger:
        claims = {place: add(ledger, kit, place, place)[1] for place in ("Sukhna", "Palmyra", "Raqqa", "Aleppo", "Salhin")}
        for km, names in ((1, {"Sukhna"}), (60, {"Sukhna"}), (70, {"Sukhna", "Palmyra"}), (130, {"Sukhna", "Palmyra", "Raqqa"})):
            found = ledger.claims(near=Circle(34.885, 38.873, km))
            assert {c.place.name for c in found} == names
        assert ledger.claims(near=Circle(36.2, 37.17, 10), type="capture") == [claims["Aleppo"], claims["Salhin"]]


def test_a_ledger_laid_without_postgis_gets_its_index_later(url, kit):
    db = connect(Address(url), create=False)
    there = has_spots(db)
    db.close()
    if not there:
        pytest.skip("PostGIS is not installed")
    raw(url, "DROP INDEX claims_spot", f"DELETE FROM _yoyo_migration WHERE migration_id = '{SPOTS}'")
    with Ledger.open(url) as ledger:
        add(ledger, kit)
        assert len(ledger.claims(near=Circle(34.885, 38.873, 1))) == 1
    db = connect(Address(url), create=False)
    assert has_spots(db)
    db.close()


def test_a_newer_schema_is_refused(url):
    raw(url, "INSERT INTO _yoyo_migration (migration_hash, migration_id) VALUES ('x', '9999-later')")
    with pytest.raises(LedgerError, match="newer Claimatlas"):
        Ledger.open(url)


def test_an_empty_schema_is_no_ledger_until_reports_are_added(url):
    other = f"{url}&schema=other"
    with pytest.raises(LedgerError, match="no ledger in the schema 'other'"):
        Ledger.open(other, create=False)
    with Ledger.open(other) as ledger:
        assert ledger.reports() == []


def test_words_are_found_without_their_marks(url, kit):
    with Ledger.open(url) as ledger:
        _, claim = add(ledger, kit, text="Les forces ont pris Súkhna, السخنة.")
        for words in ("sukhna", "Súkhna", "السخنة", "forces pri"):
            assert {h.claim_id for h in ledger.search(words)} == {claim.id, None}
        assert ledger.search("sukhna & !forces | (") == ledger.search("sukhna forces")


def test_a_server_that_is_not_there_is_told_in_one_sentence(server):
    with pytest.raises(LedgerError, match="cannot be reached") as told:
        Ledger.open("postgresql://me:secret@/none?host=/nowhere")
    assert "secret" not in str(told.value) and "\n" not in str(told.value)


def test_the_command_line_takes_an_address(url, run, reports, tmp_path):
    asked = ("claims --json", "events --json", "holds --on 2017-08-02")
    told = {}
    for where in (url, tmp_path / "same.sqlite"):
        assert run("read", reports, "--ledger", where, "--no-progress").exit_code == 0
        found = [run(*name.split(), "--ledger", where).output for name in asked]
        told[where] = [re.sub(r'"retrieved":"[^"]*"', "", output) for output in found]
        assert all(told[where])
        assert run("verify", "--ledger", where).exit_code == 0
    assert told[url] == told[tmp_path / "same.sqlite"]
