"""Forces and people told by bare words: troops by the country, forces by who commands them, those harmed by who was told of."""

from collections.abc import Callable
from datetime import date

import pytest

from claimatlas.model.report import Report
from claimatlas.reading import Reading

Ids = Callable[..., list[str]]


@pytest.fixture
def meant_by(reading: Reading) -> Ids:
    """Ids of what words without a name stand for, by one word of them."""

    def run(text: str, word: str, on: date = date(2017, 8, 2)) -> list[str]:
        report = Report(id="r_x", key="x", text=text, published=on)
        whom = reading.rules.meant(report, reading.rules.leaves(report, reading.parser.passages(report)))
        return [who.actor.id for (start, end), who in sorted(whom.spans.items()) if word in text[start:end]]

    return run


@pytest.mark.parametrize(
    ("text", "army"),
    [
        ("In Syria 12 soldiers were killed in Suran.", "syrian_army"),
        ("In Iraq, Iraqi officials said, 12 soldiers were killed in Mosul.", "iraqi_army"),
    ],
)
def test_soldiers_are_the_countrys(meant_by: Ids, text: str, army: str) -> None:
    """Of the country that the report is chiefly about."""
    assert meant_by(text, "soldiers") == [army]


def test_soldiers_of_an_army_named_before(meant_by: Ids) -> None:
    """Another country's army was named last: not guessed."""
    assert meant_by("The Turkish army entered Syria on Monday. Two soldiers were killed in Suran.", "soldiers") == []


@pytest.mark.parametrize(
    "words",
    [
        "Units loyal to Bashar al-Assad captured Suran.",
        "Warplanes of Bashar al-Assad bombed Suran.",
        "Bashar al-Assads air force bombed Suran.",
        "Forces loyal to the Syrian dictator Bashar al-Assad captured Suran.",
    ],
)
def test_forces_loyal_to_a_head_of_state(meant_by: Ids, words: str) -> None:
    """What they do his government does, where the register has no name for them."""
    assert meant_by(words, "Assad") == ["syrian_government"]


def test_a_head_of_state_himself_is_no_force(meant_by: Ids) -> None:
    """He speaks."""
    assert meant_by("Bashar al-Assad said that the war would end.", "Assad") == ["bashar_al_assad"]


def test_leaders_by_date(meant_by: Ids) -> None:
    """Forces of whoever led at the date."""
    words = "In Iraq forces loyal to Haider al-Abadi captured Mosul."
    assert meant_by(words, "Abadi", date(2017, 7, 1)) == ["iraqi_government"]
    assert meant_by(words, "Abadi", date(2019, 7, 1)) == []


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Shelling killed one woman and wounded four others in Suran.", "civilians"),
        ("The attack killed ten rebels and wounded four others in Suran.", "rebels"),
    ],
)
def test_others_are_of_the_same_kind(meant_by: Ids, text: str, whom: str) -> None:
    """As those told of before in the sentence."""
    assert meant_by(text, "others") == [whom]


def test_the_wounded_are_civilians(meant_by: Ids) -> None:
    """Where nothing tells of fighters."""
    assert meant_by("The wounded were evacuated from Suran.", "wounded") == ["civilians"]
