"""Whatever people judge, and in whatever order reports come: the same events and holds, and what they judged stands."""

import random
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from claimatlas.control import Land
from claimatlas.ledger import Ledger, build_view
from claimatlas.ledger.rows import to_json
from claimatlas.ledger.verdicts import in_force, verdicts
from claimatlas.model.judgement import Judgement

KINDS = ["airstrike", "capture", "control", "clash", "assault"]
ACTORS = ["Syrian Army", "Islamic State", "rebels", ""]
CLAIM = st.tuples(
    st.sampled_from(KINDS),
    st.sampled_from(["Sukhna", "Aleppo", "Salhin", "Raqqa province"]),
    st.sampled_from(ACTORS),
    st.sampled_from(ACTORS),
    st.sampled_from(["fact", "fact", "denied"]),
)
REPORT = st.tuples(st.integers(1, 6), st.sampled_from(["Wire", "SANA", "Amaq", None]), st.lists(CLAIM, min_size=1, max_size=2))
KIND = st.sampled_from(["join", "apart", "accept", "reject", "edit", "mark_source", "corrects", "copy", "undo"])
WORLD = st.tuples(st.lists(REPORT, min_size=2, max_size=8), st.lists(st.tuples(KIND, st.integers(0, 20), st.integers(0, 20)), max_size=6))
VALUES = {"edit": '{"type": "shelling"}', "mark_source": "E"}
ON = date(2017, 8, 5)


def log_of(kit, world):
    """Reports, claims and judgements of a drawn world."""
    reports = [kit.report(f"w{n}", f"2017-08-{day:02d}", publisher) for n, (day, publisher, _) in enumerate(world[0])]
    claims = [kit.claim(r, *row, at=100 * n) for r, (*_, told) in zip(reports, world[0], strict=True) for n, row in enumerate(told)]
    judged: list[Judgement] = []
    for kind, one, other in world[1]:
        others = {"copy": [r.id for r in reports], "mark_source": ["SANA", "Amaq"], "undo": [j.id for j in judged]}
        among = others.get(kind, [c.id for c in claims])
        subjects = tuple(dict.fromkeys(among[n % len(among)] for n in (one, other) if among))
        if kind in VALUES or kind == "undo":
            subjects = subjects[:1]
        if len(subjects) == (1 if kind in VALUES or kind == "undo" else 2):
            judged.append(Judgement(f"j_{len(judged)}", kind, subjects, "me", "2020-01-01T00:00:00Z", value=VALUES.get(kind)))
    return reports, claims, judged


def told(claims, reports, judged, sides):
    """Events and holds as bytes."""
    return to_json([build_view(claims, reports, judged, sides), Land(claims, reports, sides, judged).all_holds(ON)])


@settings(max_examples=25, deadline=None)
@given(WORLD, st.randoms(use_true_random=False))
def test_ten_orders_of_the_same_reports_give_the_same_events_and_holds(kit, sides, world, shuffler):
    reports, claims, judged = log_of(kit, world)
    wanted = told(claims, reports, judged, sides)
    for _ in range(10):
        shuffler.shuffle(reports)
        shuffler.shuffle(claims)
        assert told(claims, reports, judged, sides) == wanted


@settings(max_examples=25, deadline=None)
@given(WORLD)
def test_what_people_judged_stands(kit, sides, world):
    reports, claims, judged = log_of(kit, world)
    events, said = build_view(claims, reports, judged, sides).events, verdicts(judged)
    of = {c: e for e in events for c in e.claims}
    assert len(of) == sum(len(e.claims) for e in events)
    assert of.keys() == {c.id for c in claims} - said.rejected
    assert not any(of[a] is of[b] for a, b in said.apart if a in of and b in of)
    assert said.apart or all(of[a] is of[b] for a, b in said.together if a in of and b in of)
    affirmed = {c.id for c in claims if c.stance != "denied"}
    assert all(of[c].belief.value == 0.95 for c in said.accepted & affirmed if c in of)
    kinds = {c: v for e in events for v in e.values["type"] for c in v.claims}
    assert all(kinds[c].value == "shelling" for c in said.edits if c in of)


@settings(max_examples=25, deadline=None)
@given(WORLD)
def test_undoing_gives_the_earlier_view(kit, sides, world):
    reports, claims, judged = log_of(kit, world)
    wanted = told(claims, reports, [], sides)
    taken_back = [Judgement(f"j_back{n}", "undo", (j.id,), "me", "") for n, j in enumerate(in_force(judged)[::-1])]
    assert told(claims, reports, [*judged, *taken_back], sides) == wanted
    for n in range(len(judged)):
        back = Judgement("j_back", "undo", (judged[n].id,), "me", "")
        assert n + 1 < len(judged) or told(claims, reports, [*judged, back], sides) == told(claims, reports, judged[:n], sides)


def test_added_to_a_file_in_ten_orders_and_played_again_the_log_gives_the_same(kit, sides, where):
    draw = random.Random(4)
    rows = [(draw.choice(KINDS), draw.choice(["Sukhna", "Aleppo"]), draw.choice(ACTORS), draw.choice(ACTORS), "fact") for _ in range(24)]
    drawn = ([(draw.randint(1, 5), "Wire", rows[n : n + 3]) for n in range(0, 24, 3)], [("join", 0, 5), ("apart", 2, 9), ("reject", 4, 7)])
    reports, claims, judged = log_of(kit, drawn)
    wanted = told(claims, reports, judged, sides)
    for turn in range(10):
        with Ledger.open(where(f"{turn}.sqlite")) as ledger:
            for report in draw.sample(reports, len(reports)):
                ledger.add_report(report, b"", [c for c in claims if c.report_id == report.id])
                ledger.renew(sides, "")
            for judgement in judged:
                ledger.add_judgement(judgement)
            ledger.renew(sides, "")
            holds = Land(ledger.claims(), ledger.reports(), sides, ledger.judgements()).all_holds(ON)
            assert to_json([ledger.view(), holds]) == wanted
    with Ledger.open(where("again.sqlite")) as again, Ledger.open(where("3.sqlite")) as first:
        for report in first.reports():
            again.add_report(report, b"", first.claims(report=report.id))
        for judgement in first.judgements():
            again.add_judgement(judgement)
        again.renew(sides, "")
        assert to_json(again.view()) == to_json(first.view())


def test_what_a_person_accepted_is_believed_though_others_contradict_it(kit, sides):
    told = [("control", "Sukhna", agent, "", "fact") for agent in ("Syrian Army", "Islamic State")]
    reports, claims, _ = log_of(kit, ([(1, "Wire", [told[0]]), (1, "SANA", [told[1]])], []))
    view = build_view(claims, reports, [Judgement("j_1", "accept", (claims[0].id,), "me", "")], sides)
    one, other = ({e.id: e for e in view.events}[view.event_of()[c.id]] for c in claims)
    assert (one.status, one.belief.value) == ("disputed", 0.95)
    assert other.status == "disputed" and other.belief.value < 0.5
