"""The state of things that a digest of 2 August 2017 tells, from claims in the tests' own words."""

from datetime import date

import pytest

from claimatlas.control import Land
from claimatlas.model.quantity import Quantity

ON = date(2017, 8, 2)


@pytest.fixture
def digest(kit, sides):
    report = kit.report("digest", "2017-08-02", "Blog")
    half = (Quantity("percent_of_place", 50, 50, approx=True),)
    rows = [
        ("control", "Sukhna", "Islamic State", "", {"quote": "the IS-held town of Sukhna"}),
        ("assault", "Sukhna", "Syrian Army", "Islamic State", {"quote": "the army entered the IS-held town of Sukhna"}),
        (
            "capture",
            kit.place("Sukhna", part="some houses"),
            "Syrian Army",
            "Islamic State",
            {"stance": "alleged", "source": "pro-government sources"},
        ),
        ("capture", kit.place("Sukhna", relation="west_of"), "Syrian Army", "Islamic State", {"source": "Syrian Ministry of Defense"}),
        ("capture", "Sukhna", "Syrian Army", "Islamic State", {"stance": "predicted", "start": "2017-08-02", "end": "2017-08-31"}),
        (
            "withdraw",
            "Sukhna",
            "Islamic State",
            "",
            {"start": "2017-07-24", "end": "2017-07-30", "quote": "a majority of the fighters left Sukhna"},
        ),
        ("capture", "T-2 Airbase", "Syrian Army", "Islamic State", {"stance": "denied"}),
        ("control", "T-2 Airbase", "Islamic State", "", {"quote": "the base remains under the group's control"}),
        ("capture", "Hamimah", "Syrian Army", "Islamic State", {"stance": "denied"}),
        ("control", "Hamimah", "Islamic State", "", {"quote": "Hamimah remains under the group's control"}),
        ("capture", kit.place("Raqqa", part="about 50 percent of"), "SDF", "Islamic State", {"quantities": half}),
        ("capture", "Idlib", "HTS", "Ahrar al-Sham", {}),
        (
            "control",
            "at-Tanf",
            "United States",
            "",
            {"start": "2017-07-01", "end": "2017-07-31", "quote": "the US-controlled garrison at at-Tanf"},
        ),
        ("assault", kit.place("Raqqa province", part="southern"), "Syrian Army", "Islamic State", {}),
    ]
    claims = [kit.claim(report, kind, where, agent, target, at=n, **more) for n, (kind, where, agent, target, more) in enumerate(rows)]
    return Land(claims, [report], sides)


def test_sukhna_is_fought_over(digest, kit):
    got = digest.hold(kit.place("Sukhna"), ON)
    assert (got.status, {r.holder.name for r in got.rivals}) == ("contested", {"Syrian government", "Islamic State"})


@pytest.mark.parametrize("where", ["T-2 Airbase", "Hamimah"])
def test_corrected_captures_leave_the_holder(digest, kit, where):
    got = digest.hold(kit.place(where), ON)
    assert (got.status, got.holder.name, len(got.because)) == ("held", "Islamic State", 2)
    assert [r.holder.name for r in got.rivals] == ["Syrian government"]


def test_half_of_raqqa(digest, kit):
    got = digest.hold(kit.place("Raqqa"), ON)
    assert (got.status, got.share.low, got.share.high) == ("contested", 50, 50)
    assert [r.holder.name for r in got.rivals] == ["Syrian Democratic Forces", "Islamic State"]


@pytest.mark.parametrize(("where", "holder"), [("Idlib", "Hayat Tahrir al-Sham"), ("at-Tanf", "US-led coalition")])
def test_places_held(digest, kit, where, holder):
    got = digest.hold(kit.place(where), ON)
    assert (got.status, got.holder.name) == ("held", holder)


def test_the_map_shows_what_is_known(digest):
    assert len(digest.all_holds(ON)) == 6
