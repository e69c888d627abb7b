"""Which claims are put under one event, and which are kept apart."""

import json
import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from claimatlas.ledger import match
from claimatlas.model.quantity import Quantity

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "clusters_dev.gold.json"


@pytest.fixture
def groups(kit, sides):
    """How many groups the claims fall into; each claim is (kind, keywords), told by a report of its own."""

    def groups(*rows, **judged):
        reports = [kit.report(f"m{n}", more.pop("published", "2017-08-02")) for n, (_, more) in enumerate(rows)]
        claims = [kit.claim(r, kind, **more) for r, (kind, more) in zip(reports, rows, strict=True)]
        return len(match(claims, reports, sides, **judged))

    return groups


def strike(**more):
    return "airstrike", {"agent": "Russia", "target": "rebels", "start": "2017-08-01", **more}


def killed(low, high=None):
    return (Quantity("killed", low, high),)


@pytest.mark.parametrize(
    "other",
    [
        strike(),
        strike(start=None),
        strike(agent=""),
        strike(quantities=killed(20)),
        strike(agent="Syrian Army"),
        strike(agent="United States"),
        strike(stance="denied"),
        strike(stance="denied", start=None, published="2017-08-06"),
    ],
)
def test_one_event(groups, other):
    assert groups(strike(quantities=killed(12)), other) == 1


@pytest.mark.parametrize(
    "other",
    [
        strike(start="2017-08-05"),
        strike(where="Raqqa"),
        strike(where="Raqqa province"),
        strike(where=None),
        ("shelling", {"agent": "Russia", "target": "rebels", "start": "2017-08-01"}),
        strike(start="2017-08-02", quantities=killed(90, 90)),
    ],
)
def test_two_events(groups, other):
    assert groups(strike(quantities=killed(3, 3)), other) == 2


def test_districts_of_a_city_are_apart(groups, kit):
    assert groups(strike(where=kit.place("Aleppo", part="Salhin")), strike(where=kit.place("Aleppo", part="Shaar"))) == 2
    assert groups(strike(where=kit.place("Aleppo")), strike(where="Salhin")) == 1


def test_capture_is_apart_from_the_attack_and_clash_joins_it(groups):
    attack = ("assault", {"agent": "Syrian Army", "target": "Islamic State"})
    assert groups(attack, ("clash", {"agent": "Islamic State", "target": "Syrian Army"})) == 1
    assert groups(attack, ("capture", {"agent": "Syrian Army", "target": "Islamic State"})) == 2


def test_states_join_only_for_one_holder(groups):
    assert groups(("control", {"agent": "Islamic State"}), ("control", {"agent": "Islamic State"})) == 1
    assert groups(("control", {"agent": "Islamic State"}), ("control", {"agent": "Syrian Army"})) == 2


def test_plans_and_forecasts_tell_of_no_event(groups):
    assert groups(strike(stance="predicted"), strike(stance="conditional")) == 0


def test_inside_one_report_only_the_same_deed_joins(kit, sides):
    report = kit.report("one")
    first = kit.claim(report, "airstrike", "Aleppo", "Russia", "rebels", quantities=killed(5))
    second = kit.claim(report, "airstrike", "Aleppo", "Russia", "rebels", quantities=killed(9), source="opposition sources", at=90)
    third = kit.claim(report, "airstrike", "Palmyra", "Russia", "rebels", at=200)
    assert [len(g) for g in match([first, second, third], [report], sides)] in ([1, 2], [2, 1])


def test_person_joins_and_parts(kit, sides):
    reports = [kit.report("a"), kit.report("b"), kit.report("c")]
    alike = [kit.claim(r, "airstrike", "Sukhna", "Russia", "rebels") for r in reports[:2]]
    far = kit.claim(reports[2], "airstrike", "Raqqa", "Russia", "rebels")
    claims, ids = [*alike, far], [c.id for c in alike]
    assert len(match(claims, reports, sides)) == 2
    assert len(match(claims, reports, sides, apart=[ids])) == 3
    assert len(match(claims, reports, sides, together=[[ids[0], far.id]])) <= 2
    joined = next(g for g in match(claims, reports, sides, together=[[ids[0], far.id]]) if far in g)
    assert alike[0] in joined


def test_order_does_not_matter(kit, sides):
    rng = random.Random(5)
    reports = [kit.report(f"x{n}", f"2017-08-{1 + n % 9:02d}") for n in range(40)]
    kinds, sites, agents = (
        ["airstrike", "clash", "capture", "assault"],
        ["Sukhna", "Aleppo", "Salhin"],
        ["Russia", "rebels", "Syrian Army", ""],
    )
    claims = [
        kit.claim(r, rng.choice(kinds), rng.choice(sites), rng.choice(agents), rng.choice(agents), at=n) for n in range(3) for r in reports
    ]
    wanted = match(claims, reports, sides)
    for _ in range(3):
        rng.shuffle(claims)
        rng.shuffle(reports)
        assert match(claims, reports, sides) == wanted


def members(kit):
    """The hand-made clusters as ideal claims with their event: place, day, actors and the dead as keyed."""
    for event in json.loads(GOLD.read_text(encoding="utf-8"))["events"]:
        day = date.fromisoformat(event["date"])
        where = kit.PlaceRef(event["place"], event["place"], f"{event['lat']},{event['lon']}", event["lat"], event["lon"], 1, level="town")
        if event["lat"] is None:
            where = kit.PlaceRef(event["place"], event["place"])
        for n, member in enumerate(event["members"]):
            report = kit.report(member["doc"], (day + timedelta(days=n % 2)).isoformat())
            dead = killed(member["killed"]["low"], member["killed"]["high"]) if member["killed"] else ()
            agent, target = ", ".join(member["agent"]), ", ".join(member["target"])
            yield (
                event["id"],
                report,
                kit.claim(report, event["type"], where, agent, target, member["stance"], quantities=dead, quote=f"{event['id']} {n}", at=n),
            )


@pytest.mark.skipif(not GOLD.is_file(), reason="shared/gold is not here")
def test_hand_made_clusters_from_ideal_claims(kit):
    """B-cubed precision over members, with default times only: what the clustering itself loses."""
    rows = list(members(kit))
    sides = kit.FakeSides(
        members={"Syrian government forces": "gov", "Russia": "gov", "Islamic State": "is", "rebels": "opp", "terrorist groups": "opp"}
    )
    label = {c.id: event for event, _, c in rows}
    groups = match([c for *_, c in rows], list({r.id: r for _, r, _ in rows}.values()), sides)
    group = {c.id: {label[x.id]: 0 for x in g} and [label[x.id] for x in g] for g in groups for c in g}
    precision = sum(ids.count(label[i]) / len(ids) for i, ids in group.items()) / len(group)
    recall = sum(group[i].count(label[i]) / list(label.values()).count(label[i]) for i in group) / len(group)
    assert precision >= 0.92
    assert recall >= 0.9
