"""A view that is renewed when the log grows is, byte for byte, the one that the whole log gives."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimatlas.ledger import Ledger, build_view
from claimatlas.ledger.database import VIEW_TABLES
from claimatlas.ledger.rows import to_json
from claimatlas.model.claim import ReaderInfo
from claimatlas.model.judgement import Judgement
from claimatlas.model.quantity import Quantity

KINDS = ["airstrike", "airstrike", "capture", "control", "clash", "assault"]
SITES = ["Sukhna", "Aleppo", "Aleppo", "Salhin", "Nowhere", "Raqqa province", None]
ACTORS = ["Syrian Army", "Islamic State", "rebels", ""]
STANCES = ["fact", "fact", "fact", "denied", "predicted"]
TIMES = [(None, None), (None, None), ("2017-08-03", None), ("2017-07-01", "2017-08-04"), ("2016-08-01", "2017-08-01")]
TOLD = st.tuples(*map(st.sampled_from, (KINDS, SITES, ACTORS, ACTORS, STANCES, TIMES, ["", "", "Amaq", "a resident"], [0, 0, 3, 40])))
REPORT = st.tuples(
    st.just("report"),
    st.integers(0, 7),  # its key; told twice, it is a newer reading of the same report
    st.lists(TOLD, min_size=1, max_size=3),
    st.sampled_from([None, 1, 2, 3, 4, 9]),
    st.sampled_from(["Wire", "SANA", "Amaq", "Observatory"]),
    st.sampled_from([None, None, None, 0, 1, 2]),  # the key of the report that it copies
)
VERDICTS = [
    "accept",
    "reject",
    "reject",
    "edit",
    "join",
    "join",
    "apart",
    "apart",
    "corrects",
    "copy",
    "mark_source",
    "takedown",
    "takedown",
    "undo",
]
JUDGED = st.tuples(st.just("judge"), st.sampled_from(VERDICTS), st.lists(st.integers(0, 40), min_size=2, max_size=3))
LOG = st.lists(st.one_of(REPORT, REPORT, JUDGED), min_size=4, max_size=16)


class Log:
    """A ledger with a log that is drawn by lot."""

    def __init__(self, kit, path):
        self.kit, self.ledger, self.reports, self.readings = kit, Ledger.open(path), {}, 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.ledger.close()

    def take(self, entry):
        getattr(self, entry[0])(*entry[1:])

    def report(self, key, told, day, publisher, copy_of):
        date = f"2017-08-{day:02d}" if day else None
        report = self.reports.setdefault(
            key, self.kit.report(str(key), date, publisher, copy_of=None if copy_of is None else f"r_{copy_of}")
        )
        self.readings += 1
        claims = {c.id: c for n, row in enumerate(told) for c in [self._claim(report, n, *row)]}
        self.ledger.add_report(report, b"", [replace(c, reader=ReaderInfo("test", str(self.readings))) for c in claims.values()])

    def _claim(self, report, at, kind, site, agent, target, stance, time, source, dead):
        counts = (Quantity("killed", float(dead), None),) if dead else ()
        where = self.kit.place("Aleppo", part="western") if site == "Salhin" and at else site
        quote = f"{where if isinstance(where, str) else ''} remains under {agent}" if kind == "control" and at else ""
        return self.kit.claim(report, kind, where, agent, target, stance, *time, source, quote, counts, at=at * 100)

    def judge(self, verdict, picks):
        claims, reports = [c.id for c in self.ledger.claims()], [r.id for r in self.ledger.reports()]
        made = [j.id for j in self.ledger.judgements()]
        among = {"copy": reports, "takedown": [*claims, *reports], "mark_source": ["Amaq", "Wire", "SANA"], "undo": made}.get(
            verdict, claims
        )
        if not among:
            return
        subjects = tuple(dict.fromkeys(among[n % len(among)] for n in picks))
        if verdict in ("edit", "mark_source", "undo"):
            subjects = subjects[:1]
        if verdict == "copy" and len(subjects) != 2:
            return
        value = {"edit": '{"type": "shelling"}', "mark_source": "B"}.get(verdict)
        self.ledger.add_judgement(Judgement(f"j_{len(made)}", verdict, subjects, "me", "2020-01-01T00:00:00Z", value=value))

    def rows(self):
        """All rows of the view and of its workings."""
        db = self.ledger._db
        return {table: sorted(map(tuple, db.execute(f"SELECT * FROM {table}").fetchall()), key=repr) for table in VIEW_TABLES}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("renewed")


def by_lot(draw):
    """One entry of a long log: many reports on few places and days, so that most events touch others."""
    if draw.random() < 0.3:
        return "judge", draw.choice(VERDICTS), [draw.randrange(200) for _ in range(draw.choice((2, 2, 3)))]
    told = [tuple(map(draw.choice, (KINDS, SITES[:4], ACTORS, ACTORS, STANCES, TIMES[:4], [""], [0]))) for _ in range(3)]
    copied = draw.choice([None, None, None, draw.randrange(30)])
    return "report", draw.randrange(30), told, draw.choice([None, *range(1, 7)]), draw.choice(["Wire", "SANA", "Amaq", "Enab"]), copied


def test_renewed_after_a_long_log_it_is_as_made_at_once(kit, sides, where):
    draw = random.Random(8)
    with Log(kit, where("long.sqlite")) as world:
        for _ in range(12):
            for _ in range(5):
                world.take(by_lot(draw))
                world.ledger.renew(sides, "")
            renewed = world.rows()
            world.ledger.rebuild(sides, "")
            assert renewed == world.rows()


@settings(max_examples=20, deadline=None)
@given(log=LOG)
def test_renewed_step_by_step_it_is_as_made_at_once(kit, sides, folder, log):
    for path in folder.iterdir():
        path.unlink()
    with Log(kit, folder / "log.sqlite") as world:
        for entry in log:
            world.take(entry)
            world.ledger.renew(sides, "")
        whole = build_view(world.ledger.claims(), world.ledger.reports(), world.ledger.judgements(), sides)
        assert to_json(world.ledger.view()) == to_json(whole)
        renewed = world.rows()
        world.ledger.rebuild(sides, "")
        assert renewed == world.rows()


def test_a_hold_is_undisputed_again_once_its_rival_is_gone(kit, sides, where):
    with Log(kit, where("rivals.sqlite")) as world:
        for key, agent in enumerate(("Syrian Army", "Islamic State")):
            world.report(key, [("control", "Sukhna", agent, "", "fact", (None, None), "", 0)], 2, "Wire", None)
            world.ledger.renew(sides, "")
        assert [e.status for e in world.ledger.events()] == ["disputed", "disputed"]
        world.ledger.add_judgement(Judgement("j_1", "reject", (world.ledger.claims(report="r_1")[0].id,), "me", ""))
        world.ledger.renew(sides, "")
        assert [e.status for e in world.ledger.events()] == ["reported"]
        renewed = world.rows()
        world.ledger.rebuild(sides, "")
        assert renewed == world.rows()


def test_another_stamp_of_the_theatre_makes_all_anew(kit, sides, where):
    with Log(kit, where("stamp.sqlite")) as world:
        world.report(0, [("control", "Sukhna", "Syrian Army", "", "fact", (None, None), "", 0)], 2, "SANA", None)
        world.ledger.renew(sides, "one")
        assert world.ledger.view().flags
        nobody = type(sides)(members={})
        world.ledger.renew(nobody, "one")
        assert world.ledger.is_current("one") and not world.ledger.is_current("two")
        assert world.ledger.view().flags
        world.ledger.renew(nobody, "two")
        assert not world.ledger.view().flags
