"""What is told of the war as a whole is told of the country."""

import pytest

from claimatlas.extract.mention import PlaceMention
from claimatlas.extract.where_war import IT_DID, WHOLE, country, told_of
from claimatlas.model.report import Report
from claimatlas.reading import Reading

OPENING = "Shells hit the town of Saraqeb in Idlib province on Tuesday, killing five people. "


def _places(reading: Reading, text: str, type_: str) -> set[str | None]:
    report = Report("r", "r", text)
    found = [d.claim for d in reading.rules.drafts(report, list(reading.parser.passages(report))) if d.claim.type == type_]
    return {c.place.name if c.place else None for c in found}


def test_the_dead_of_a_war_are_a_countrys(reading: Reading) -> None:
    assert _places(reading, f"{OPENING}The conflict in Syria has killed more than 300,000 people.", "toll") == {"Syria"}
    text = f"{OPENING}Syrian forces shelled it for hours. The civil war erupted when police fired on protests."
    assert _places(reading, text, "protest") == {"Syria"}


def test_an_attack_beside_it_keeps_its_place(reading: Reading) -> None:
    text = "Warplanes bombed Saraqeb on Monday. Syria has been at war for years, and the conflict has killed 300,000 people."
    assert _places(reading, text, "airstrike") == {"Saraqeb"}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The conflict began in March 2011", True),
        ("a civil war that has killed 300,000", True),
        ("an uprising which has since displaced millions", False),
        ("The war, now in its fifth year", False),
        ("The conflict resolution team left Homs", False),
        ("Fighting began in Homs", False),
    ],
)
def test_words_on_a_whole_war(text: str, whole: bool) -> None:
    assert bool(WHOLE.search(text)) is whole


def test_it_goes_on_telling_of_the_war() -> None:
    assert IT_DID.match("It has cost the lives of 200,000 people.")
    assert not IT_DID.match("It was captured on Monday.")


def test_the_country_named_most_often_counts() -> None:
    def named(name: str, start: int, wide: bool = True) -> PlaceMention:
        return PlaceMention(0, 0, 0, name, start, start + 5, name, wide=wide)

    found = country([named("Syria", 1), named("Iraq", 20), named("Syria", 40), named("Homs", 60, wide=False)])
    assert found is not None and (found.name, found.start, found.antecedent) == ("Syria", 40, True)
    assert country([named("Homs", 60, wide=False)]) is None


def test_a_country_is_known_by_its_peoples_name() -> None:
    found = told_of("On Monday Syrian forces came.", "SY")
    assert found is not None and (found.name, found.text, found.start, found.wide) == ("Syria", "Syrian", 10, True)
    assert told_of("On Monday they came.", "SY") is None and told_of("x", "") is None
