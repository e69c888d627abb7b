"""Statuses and beliefs of events, from who says it."""

from datetime import date

import pytest

from claimatlas.ledger import build_view
from claimatlas.model.judgement import Judgement


@pytest.fixture
def event(kit, sides):
    """The one event of claims told as (publisher, day of August, keywords)."""

    def event(*rows, judgements=(), known=None):
        reports, claims = [], []
        for n, (publisher, day, more) in enumerate(rows):
            copy = more.pop("copy_of", None)
            reports.append(kit.report(f"w{n}", f"2017-08-{day:02d}", publisher, copy_of=copy))
            slots = {"agent": "Syrian Army", "target": "Islamic State", "start": "2017-08-01", **more}
            claims.append(kit.claim(reports[-1], "capture", **slots))
        view = build_view(claims, reports, [j(claims) for j in judgements], sides, known)
        assert len(view.events) == 1
        return view.events[0]

    return event


def test_one_voice_is_a_report(event):
    got = event(("Wire", 2, {}))
    assert (got.status, got.belief.value) == ("reported", 0.72)
    assert got.belief.parts == (("told by Wire", 0.72), ("support", 0.72))


def test_copied_wire_story_counts_once(event):
    once = event(("Wire", 2, {}))
    copied = event(("Wire", 2, {}), ("Enab", 3, {"copy_of": "r_w0"}))
    assert (copied.status, copied.belief) == (once.status, once.belief)
    assert len(copied.claims) == 2


def test_hostile_sides_corroborate_and_one_side_does_not(event):
    assert event(("SANA", 2, {}), ("Amaq", 2, {})).status == "corroborated"
    assert event(("SANA", 2, {}), ("Wire", 2, {"source": "Syrian Ministry of Defense"})).status == "reported"
    assert event(("SANA", 2, {}), ("Observatory", 2, {})).status == "corroborated"


def test_interest_weighs(event):
    boast, admission, neutral = (event((p, 2, {})).belief.value for p in ("SANA", "Amaq", "Somebody"))
    assert boast < neutral < admission


def test_alleged_weighs_less(event):
    assert event(("Wire", 2, {"stance": "alleged"})).belief.value == pytest.approx(0.72 * 0.6)


def test_denial_by_a_party_disputes(event):
    got = event(("Wire", 2, {}), ("Wire", 2, {"stance": "denied", "source": "Amaq"}))
    assert got.status == "disputed"
    assert got.belief.value < 0.72
    assert [v.value for v in got.values["stance"]] == ["fact", "denied"]


def test_only_denials(event):
    got = event(("Wire", 2, {"stance": "denied"}))
    assert (got.status, got.belief.value) == ("denied", 0)


def test_publishers_own_later_denial_corrects(event):
    assert event(("Wire", 2, {}), ("Observatory", 3, {"stance": "denied"})).status == "corrected"
    assert event(("SANA", 2, {}), ("SANA", 3, {"stance": "denied"})).status == "corrected"


def test_denial_then_confirmation_is_a_dispute(event):
    assert event(("Observatory", 2, {"stance": "denied"}), ("Wire", 3, {})).status == "disputed"


def test_as_known_before_the_correction(event):
    assert event(("Wire", 2, {}), ("Observatory", 3, {"stance": "denied"}), known=date(2017, 8, 2)).status == "reported"


def test_judgements_of_a_person(event):
    accept = lambda claims: Judgement("j_1", "accept", (claims[0].id,), "me", "")  # noqa: E731
    corrects = lambda claims: Judgement("j_2", "corrects", ("c_0", claims[0].id), "me", "")  # noqa: E731
    assert event(("Wire", 2, {}), judgements=[accept]).belief.value == 0.95
    assert event(("Wire", 2, {}), judgements=[corrects]).status == "corrected"


def test_rival_holders_are_disputed(kit, sides):
    reports = [kit.report("a"), kit.report("b")]
    claims = [kit.claim(r, "control", agent=a) for r, a in zip(reports, ("Syrian Army", "Islamic State"), strict=True)]
    assert [e.status for e in build_view(claims, reports, [], sides).events] == ["disputed", "disputed"]


def test_values_show_rival_numbers(kit, sides):
    from claimatlas.model.quantity import Quantity

    reports = [kit.report("a", publisher="Wire"), kit.report("b", publisher="Observatory"), kit.report("c", publisher="Enab")]
    claims = [
        kit.claim(r, "airstrike", "Aleppo", "Russia", "rebels", quantities=(Quantity("killed", n, n),))
        for r, n in zip(reports, (16, 16, 32), strict=True)
    ]
    (event,) = build_view(claims, reports, [], sides).events
    told = event.values["quantities.killed"]
    assert [v.value for v in told] == [{"low": 16, "high": 16}, {"low": 32, "high": 32}]
    assert told[0].claims == tuple(sorted(c.id for c in claims[:2]))
    assert told[0].weight > told[1].weight
