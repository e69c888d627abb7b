"""Which reports copy which: the same whatever the order, found in the file as in memory, and kept through an upgrade of the file."""

import random
import sqlite3
from dataclasses import replace
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from claimatlas.ledger import Ledger
from claimatlas.ledger.likes import LIKES_TABLES
from claimatlas.ledger.rows import to_json
from claimatlas.read import mark_copies

WORDS = [f"word{i}" for i in range(200)]
# each a copy of the one before it; those two apart are not alike
CHAIN = [" ".join([*(f"new{k}" for k in range(n)), *WORDS[n:]]) for n in (0, 16, 32, 48)]
TEXTS = [*CHAIN, " ".join(f"thing{i}" for i in range(90)), "Short", "short!", ""]


def told(kit, n, text, day=None, **more):
    return replace(kit.report(f"t{n}", day and f"2017-08-{day:02d}", "Wire"), text=text, **more)


def rows(where):
    with Ledger.open(where, create=False) as ledger:
        return [sorted(map(tuple, ledger._db.execute(f"SELECT * FROM {table}").fetchall())) for table in LIKES_TABLES]


def test_a_chain_of_copies_is_one_group_in_any_order(kit, where):
    reports = [told(kit, n, text, n + 1) for n, text in enumerate(CHAIN)]
    wanted = {r.id: None if n == 0 else reports[0].id for n, r in enumerate(reports)}
    for turn, order in enumerate(permutations(reports)):
        with Ledger.open(where(f"{turn}.sqlite")) as ledger:
            for report in order:
                ledger.add_report(report, b"", [])
            assert {r.id: r.copy_of for r in ledger.reports()} == wanted
            assert ledger.copies(wanted) == {i: of for i, of in wanted.items() if of}
            assert all(ledger.report(i).copy_of == of for i, of in wanted.items())
        assert rows(where(f"{turn}.sqlite")) == rows(where("0.sqlite"))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from([None, 1, 2])), max_size=9), st.integers(0, 99))
def test_the_file_tells_what_memory_tells(kit, tmp_path_factory, drawn, seed):
    reports = [told(kit, n, text, day) for n, (text, day) in enumerate(drawn)]
    wanted = {r.id: r.copy_of for r in mark_copies(reports)}
    with Ledger.open(tmp_path_factory.mktemp("likes") / "l.sqlite") as ledger:
        for report in random.Random(seed).sample(reports, len(reports)):
            ledger.add_report(report, b"", [])
        assert {r.id: r.copy_of for r in ledger.reports()} == wanted
        assert {i: ledger.report(i).copy_of for i in wanted} == wanted


def test_a_copy_that_was_marked_when_it_was_read_stays_one(kit, where):
    first, other = told(kit, 0, TEXTS[0], 1), told(kit, 1, TEXTS[4], 2, copy_of="r_t0")
    with Ledger.open(where("l.sqlite")) as ledger:
        ledger.add_report(other, b"", [])
        assert ledger.reports()[0].copy_of is None
        ledger.add_report(first, b"", [])
        assert [r.copy_of for r in ledger.reports()] == [None, first.id]


def test_claims_of_a_copy_are_flagged_when_its_original_comes_later(kit, sides, where):
    late, early = told(kit, 0, TEXTS[0], 3), told(kit, 1, TEXTS[1], 1)
    claim = kit.claim(late, "airstrike", "Sukhna", "Syrian Army", "", "fact")
    with Ledger.open(where("l.sqlite")) as ledger:
        ledger.add_report(late, b"", [claim])
        ledger.renew(sides, "")
        assert not any("duplicate_of" in f for f in ledger.claims()[0].flags)
        ledger.add_report(early, b"", [replace(kit.claim(early, "clash", "Idlib", "rebels", "", "fact"), reader=claim.reader)])
        ledger.renew(sides, "")
        assert f"duplicate_of:{early.id}" in ledger.claim(claim.id).flags
        renewed = to_json(ledger.view())
        ledger.rebuild(sides, "")
        assert renewed == to_json(ledger.view())


def test_an_older_file_gets_its_index_when_it_is_opened(kit, tmp_path):
    path = tmp_path / "l.sqlite"
    with Ledger.open(path) as ledger:
        for n, text in enumerate(CHAIN):
            ledger.add_report(told(kit, n, text, n + 1), b"", [])
    wanted = rows(path)
    with sqlite3.connect(path) as db:
        for table in LIKES_TABLES:
            db.execute(f"DROP TABLE {table}")
        db.execute("PRAGMA user_version = 3")
    db.close()
    with Ledger.open(path) as ledger:
        assert [r.copy_of is None for r in ledger.reports()] == [True, False, False, False]
    assert rows(path) == wanted
