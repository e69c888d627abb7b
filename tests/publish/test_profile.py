"""The public profile: planted names and sites are gone, and what is public stays."""

from dataclasses import replace
from datetime import date

import pytest

from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import SourceRef
from claimatlas.model.time import TimeRange
from claimatlas.publish.profile import coarse_text, public_log, sensitive
from claimatlas.publish.profile_names import Known, withheld
from claimatlas.resolve.gazetteer import Gazetteer
from claimatlas.theatres import load_theatre

AS_OF = date(2017, 8, 10)
OLD = TimeRange("", date(2017, 8, 1), date(2017, 8, 1))


@pytest.fixture(scope="module")
def theatre():
    return load_theatre()


@pytest.fixture(scope="module")
def gazetteer(theatre):
    return Gazetteer.open(theatre)


@pytest.fixture
def shown(kit, theatre, gazetteer):
    """One claim of a report as the public sees it."""

    def call(words, title="A title", hours=0, **slots):
        report = replace(kit.report("k", text=words), title=title)
        claim = kit.claim(report, "airstrike")
        claim = replace(claim, quote=replace(claim.quote, exact=words), time=OLD, **slots)
        claims, reports = public_log([claim], [report], theatre, gazetteer, AS_OF, hours)
        return (claims[0] if claims else None), reports[0]

    return call


def everything(claim, report):
    return f"{claim} {report}"


@pytest.mark.parametrize(
    "words",
    [
        "A resident named Samir Haddoush said the bombs fell at dawn.",
        "Samir Haddoush, a teacher from the town, was killed with his son.",
        "The doctor Samir Haddoush was wounded; Haddoushs house burnt down.",
        "Samir Haddoush, 34, was killed, said Haddoush's brother.",
    ],
)
def test_private_persons_are_withheld_wherever_they_stand(shown, words):
    told = everything(*shown(words, title="Samir Haddoush killed"))
    assert "Haddoush" not in told and "[name withheld]" in told


def test_private_persons_in_slots_are_withheld(shown):
    claim, report = shown(
        "Strikes killed Rana Qabbarous, said Walid Mtanious.",
        target=(ActorRef("Rana Qabbarous", "Rana Qabbarous"),),
        source=(SourceRef("Walid Mtanious", "Walid Mtanious", None, "person"),),
    )
    assert "Qabbarous" not in everything(claim, report) and "Mtanious" not in everything(claim, report)
    assert claim.source[0].name == claim.target[0].name == "[name withheld]"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Samira", "[name withheld]"),
        ("Rana Qabbarous a member of the Medical Council", "[name withheld] a member of the Medical Council"),
        ("Tarek a police officer", "[name withheld] a police officer"),
        ("Yasser al-Youssef of the Zorgash faction", "[name withheld] of the Zorgash faction"),
        ("Rebels", "Rebels"),
        ("NGO", "NGO"),
        ("Kurdish", "Kurdish"),
    ],
)
def test_first_names_and_names_in_longer_words(shown, name, kept):
    claim, _ = shown(f"{name} said so.", source=(SourceRef(name, name, None, "organisation"),))
    assert claim.source[0].name == kept and (kept == name or ("Samira" not in claim.quote.exact and "Qabbarous" not in claim.quote.exact))


def test_names_in_arabic_letters_are_withheld(shown):
    claim, _ = shown("قتل رنا قباروس", target=(ActorRef("رنا قباروس", "رنا قباروس"),))
    assert "قباروس" not in str(claim)


def test_persons_in_public_roles_and_groups_stay(shown, theatre):
    assert not Known(theatre).private("Bashar al-Assad")
    assert not Known(theatre).private("Zorgash Martyrs Brigade") and not Known(theatre).private("Aleppo Media Centre")
    claim, _ = shown(
        "The president Bashar al-Assad visited the Zorgash Martyrs Brigade.",
        agent=(ActorRef("Zorgash Martyrs Brigade", "Zorgash Martyrs Brigade"),),
    )
    assert "Bashar al-Assad" in claim.quote.exact and claim.agent[0].name == "Zorgash Martyrs Brigade"


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("Al-Zorgash Hospital", "hospital"),
        ("Zorgash refugee camp", "camp for displaced people"),
        ("the Zorgash school", "school"),
        ("Zorgash aid warehouse", "aid site"),
    ],
)
def test_sensitive_sites_are_coarsened(shown, kit, gazetteer, name, what):
    point = {"id": None, "lat": 36.20381, "lon": 37.17312, "level": "site", "admin": ("SY", "Aleppo", None)}
    place = replace(kit.place("Aleppo"), text=name, name=name, **point)
    assert sensitive(place, gazetteer) == what
    claim, report = shown(f"Warplanes hit {name} in the city.", title=f"{name} hit", place=place)
    assert "Zorgash" not in everything(claim, report)
    assert (claim.place.lat, claim.place.lon, claim.place.name) == (36.2, 37.2, f"a {what} in Aleppo")
    assert claim.place.radius_km == 15.0 and claim.place.precision == 3


def test_a_site_is_known_by_the_word_after_its_name(kit, gazetteer):
    place = replace(kit.place("Aleppo"), text="al-Zorgash", name="al-Zorgash", id=None)
    assert sensitive(place, gazetteer, "They bombed the al-Zorgash hospital.") == "hospital"
    assert sensitive(place, gazetteer, "They bombed al-Zorgash near a hospital.") is None


def test_bases_are_no_shelters(kit, gazetteer):
    for name in ("Zorgash training camp", "the military camp of Zorgash", "Zorgash Airbase"):
        assert sensitive(replace(kit.place("Aleppo"), text=name, name=name), gazetteer) is None
    assert coarse_text("They left the Zorgash training camp") == "They left the Zorgash training camp"


def test_positions_are_held_back_for_the_delay(kit, theatre, gazetteer):
    report = kit.report("k", text="x")
    late, early = TimeRange("", date(2017, 8, 9), date(2017, 8, 9)), TimeRange("", date(2017, 8, 7), date(2017, 8, 7))
    kinds = ("capture", "deploy", "airstrike")
    claims = [replace(kit.claim(report, k), time=t, id=f"c_{k}{t.start}") for k in kinds for t in (late, early)]
    kept, _ = public_log(claims, [report], theatre, gazetteer, AS_OF, 72)
    assert {(c.type, c.time.start.day) for c in kept} == {("capture", 7), ("deploy", 7), ("airstrike", 9), ("airstrike", 7)}
    assert len(public_log(claims, [report], theatre, gazetteer, AS_OF, 0)[0]) == 6


def test_reports_lose_text_author_and_odd_addresses(kit, theatre, gazetteer):
    odd = {"author": "Samir Haddoush", "url": "javascript:alert(1)", "origin": "/home/x/Haddoush.txt"}
    report = replace(kit.report("k", text="Words about Samir Haddoush."), **odd)
    _, (shown,) = public_log([], [report], theatre, gazetteer, AS_OF)
    assert (shown.text, shown.author, shown.url, shown.origin, shown.id) == ("", None, None, "", report.id)


def test_possessives_go_with_the_name():
    assert withheld("Haddoush's and Haddoushs and Haddoushian", ["Haddoush"]) == "[name withheld] and [name withheld] and Haddoushian"
