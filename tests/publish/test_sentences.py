"""Every type in every stance is an English sentence that keeps the stance."""

import re
from datetime import date

import pytest

from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import STANCES, Claim, Quote, ReaderInfo, SourceRef
from claimatlas.model.codebook import codebook
from claimatlas.model.place import PlaceRef
from claimatlas.model.quantity import Quantity
from claimatlas.model.report import Report
from claimatlas.model.time import TimeRange
from claimatlas.publish.sentences import clause, sentence
from claimatlas.publish.telling import is_plural, tellings, with_article

ARMY = (ActorRef("SAA", "Syrian Arab Army"),)
ISIS = (ActorRef("x", "ISIS"),)
TOWN = PlaceRef("Sukhna", "al-Sukhnah", level="town")
TIME = TimeRange("x", date(2017, 8, 1), date(2017, 8, 2))
SIGNS = {"alleged": "allegedly", "denied": r"did not|there was no|(was|were) not", "conditional": "may", "predicted": "expected to"}
CASES = [(a, b, p) for a in (ARMY, ()) for b in (ISIS, ()) for p in (TOWN, None)]


def make(type_: str, stance: str = "fact", **slots: object) -> Claim:
    """A claim with the slots that a test needs."""
    return Claim("r", type_, stance, Quote("x", 0, 1), ReaderInfo("a", "b"), time=TIME, **slots)  # type: ignore[arg-type]


def test_every_type_of_the_codebook_is_told() -> None:
    assert set(tellings()) == set(codebook().types)


@pytest.mark.parametrize("stance", STANCES)
@pytest.mark.parametrize("type_", sorted(codebook().types))
def test_grammar(type_: str, stance: str) -> None:
    for agent, target, place in CASES:
        text = clause(make(type_, stance, agent=agent, target=target, place=place))
        assert "  " not in text and not re.search(r"\b(\w+) \1\b|None|\{|\}| [.,]", text), text
        assert not re.search(r"\b(a|an) (a|an|the)\b|\ba [aeio]|\ban [^aeiou]", text), text
        assert text.endswith("(1–2 August 2017)"), text
        if agent:
            assert "Syrian Arab Army" in text
        if target:
            assert "ISIS" in text
        if place:
            assert "al-Sukhnah" in text, text
        if stance in SIGNS:
            assert re.search(SIGNS[stance], text), text
        else:
            assert not re.search("|".join(SIGNS.values()), text), text


def test_the_sentence_of_the_digest() -> None:
    claim = make(
        "defect",
        agent=(ActorRef("x", "Jaysh Maghawir al-Thawra"),),
        target=(ActorRef("x", "Syrian government forces"),),
        place=PlaceRef("x", "Syria", part="southeastern"),
        source=(SourceRef("pro-opposition sources", "pro-opposition sources"),),
        quantities=(Quantity("defected", None, 30),),
    )
    assert sentence(claim, None) == (
        "According to pro-opposition sources, up to 30 members of Jaysh Maghawir al-Thawra defected to the Syrian government forces "
        "in the southeastern part of Syria (1–2 August 2017)."
    )


def test_who_says_it() -> None:
    report = Report("r", "r", "x", publisher="Desert Wire")
    claim = make("capture", agent=ARMY, place=TOWN)
    assert sentence(claim, report).startswith("According to Desert Wire, the Syrian Arab Army captured al-Sukhnah")
    assert sentence(claim, None).startswith("According to the report, ")
    chain = make("capture", agent=ARMY, source=(SourceRef("a medic", "a medic"), SourceRef("Reuters", "Reuters")))
    assert sentence(chain, report).startswith("According to a medic, cited by Reuters, ")
    assert sentence(claim, report, ["A", "B"]).startswith("According to A and B, ")


def test_numbers_go_into_the_words() -> None:
    strikes = make("airstrike", agent=ISIS, quantities=(Quantity("strikes", 24, None),))
    assert "carried out at least 24 air strikes" in clause(strikes)
    half = make("control", agent=ISIS, place=TOWN, quantities=(Quantity("percent_of_place", 50, 50, True),))
    assert "held about 50 percent of al-Sukhnah" in clause(half)
    toll = make("shelling", "denied", agent=ISIS, place=TOWN, quantities=(Quantity("killed", 3, 3),))
    assert "did not shell al-Sukhnah (number told: 3 killed)" in clause(toll)
    force = make("strength", agent=ISIS, quantities=(Quantity("fighters", None, 300),))
    assert clause(force).startswith("ISIS had up to 300 fighters (")


def test_agreement_of_number() -> None:
    plural = ("Tiger Forces", "rebels", "A and B", "pro-government forces", "police", "civilians")
    assert all(is_plural(n) for n in plural)
    assert not any(is_plural(n) for n in ("ISIS", "Hamas", "Ahrar al-Sham", "United Nations", "Russia", ""))
    two = (ActorRef("x", "Tiger Forces"),)
    assert "are expected to capture" in clause(make("capture", "predicted", agent=two, place=TOWN))


def test_articles() -> None:
    assert [with_article(n) for n in ("Syrian Arab Army", "US-led coalition", "Syrian Ministry of Defense", "White Helmets")] == [
        "the Syrian Arab Army", "the US-led coalition", "the Syrian Ministry of Defense", "the White Helmets",
    ]  # fmt: skip
    for name in ("ISIS", "rebel forces", "the Army", "Ahrar al-Sham", "", "al-Nusra Front"):
        assert with_article(name) == name
