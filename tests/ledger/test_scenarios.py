"""Small written cases (scenarios.yaml), each with the ledger that must follow, in whatever order its reports come."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from claimatlas.ledger import build_view
from claimatlas.ledger.forecast import forecasts
from claimatlas.ledger.rows import to_json
from claimatlas.ledger.weigh import hear
from claimatlas.model.judgement import Judgement
from claimatlas.model.quantity import Quantity

CASES = yaml.safe_load(Path(__file__).with_name("scenarios.yaml").read_text(encoding="utf-8"))


def day(number):
    return f"2017-08-{number:02d}"


def counts(row):
    low_high = [("killed", *row["killed"])] if "killed" in row else []
    return tuple(Quantity(what, low, high, who=who[0] if who else None) for what, low, high, *who in (*low_high, *row.get("counts", ())))


class Case:
    """The log of a written case: reports, claims and judgements, with the names under which the case knows them."""

    def __init__(self, kit, told):
        self.told, self.reports, self.names, claims = told, [], {}, []
        for key, row in told["reports"].items():
            copy = f"r_{row['copy_of']}" if "copy_of" in row else None
            self.reports.append(kit.report(key, day(row["day"]), row["publisher"], copy_of=copy))
            for n, one in enumerate(row["claims"], 1):
                claims.append(self.claim(kit, self.reports[-1], one))
                self.names[claims[-1].id] = f"{key}{n}"
        self.claims, self.ids = claims, {name: i for i, name in self.names.items()}
        self.judgements = [self.judgement(n, *row) for n, row in enumerate(told.get("person", ()))]

    def claim(self, kit, report, row):
        where = kit.place(row["place"], part=row.get("part")) if row["place"] else None
        if "named" in row:
            where = replace(where, name=row["named"], text=row["named"])
        given = {k: row[k] for k in ("target", "stance", "source", "source_kind", "quote", "at") if k in row}
        days = {k: day(row[k]) for k in ("start", "end") if k in row}
        made = kit.claim(report, row["type"], where, row.get("agent", ""), quantities=counts(row), **given, **days)
        if "agent_id" in row:
            made = replace(made, agent=tuple(replace(a, id=row["agent_id"]) for a in made.agent))
        return made

    def judgement(self, n, kind, *subjects):
        value = subjects[-1] if kind == "mark_source" else None
        named = subjects[:-1] if value else subjects
        return Judgement(f"j_{n}", kind, tuple(self.ids.get(s, s) for s in named), "me", "2020-01-01T00:00:00Z", value=value)

    def view(self, sides, known=None):
        return build_view(self.claims, self.reports, self.judgements, sides, date.fromisoformat(day(known)) if known else None)

    def of(self, ids):
        return sorted(self.names[i] for i in ids)


CHECKS = {
    "status": lambda e: e.status,
    "credibility": lambda e: e.credibility,
    "voices": lambda e: sum(not v.denies for v in e.voices),
    "factors": lambda e: dict(e.voices[0].factors),
    "grades": lambda e: [v.grade for v in e.voices],
    "killed": lambda e: e.slots["quantities.killed"].value,
    "range": lambda e: [e.slots["quantities.killed"].low, e.slots["quantities.killed"].high],
    "by": lambda e: list(e.slots["quantities.killed"].by),
    "otherwise": lambda e: list(e.slots["quantities.killed"].otherwise),
    "revised": lambda e: [v["low"] for v in e.slots["quantities.killed"].revised],
    "agents": lambda e: len(e.values["agent"]),
    "first": lambda e: e.first_reported,
    "last": lambda e: e.last_reported,
}


def check(case, view, wanted):
    events = {tuple(case.of(e.claims)): e for e in view.events}
    assert sorted(events) == sorted(tuple(sorted(w["claims"])) for w in wanted)
    for row in wanted:
        event = events[tuple(sorted(row["claims"]))]
        told = {key: CHECKS[key](event) for key in row if key in CHECKS}
        assert told == {key: row[key] for key in told}
        low, high = row.get("belief", (0, 1))
        assert low <= event.belief.value <= high
        assert set(row) <= {*CHECKS, "claims", "belief", "flags"}
        assert all(flag in view.flags[case.ids[c]] for c, flag in row.get("flags", {}).items())


@pytest.fixture(params=CASES, ids=[c["name"] for c in CASES])
def case(request, kit):
    return Case(kit, request.param)


def test_the_expected_ledger(case, sides):
    view = case.view(sides)
    if "events" in case.told:
        check(case, view, case.told["events"])
    for known, wanted in case.told.get("as_known", {}).items():
        check(case, case.view(sides, known), wanted)
    if "corrections" in case.told:
        assert [[case.names[s] for s in j.subjects] for j in view.corrections] == case.told["corrections"]
    if "revisions" in case.told:
        assert [[case.names[j.subjects[0]], *case.of(j.subjects[1:])] for j in view.revisions] == case.told["revisions"]
    assert all(flag in view.flags[case.ids[c]] for c, flag in case.told.get("flags", {}).items())


def test_the_expected_forecasts(case, sides):
    view, voices = case.view(sides), hear(case.claims, case.reports, sides)
    found = forecasts(voices, view.events, sides, max(r.published for r in case.reports))
    assert {case.names[f.claim]: [f.outcome, f.brier] for f in found} == case.told.get("forecasts", {})


def test_any_order_of_reports_gives_the_same_ledger(case, sides):
    wanted = to_json(case.view(sides))
    rng = random.Random(7)
    for _ in range(10):
        rng.shuffle(case.claims)
        rng.shuffle(case.reports)
        assert to_json(case.view(sides)) == wanted


def test_there_are_enough_cases():
    assert len(CASES) >= 25
    assert len({c["name"] for c in CASES}) == len(CASES)
