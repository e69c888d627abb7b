"""Who says it: nearest speaker first, the report's own voice as none."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[..., list[Any]]
SOHR = "Syrian Observatory for Human Rights"
SPEAKERS = [
    ("The army captured Suran on Monday.", ()),
    ("The Syrian Observatory for Human Rights said the army captured Suran.", (SOHR,)),
    ("The army captured Suran, the Syrian Observatory for Human Rights said.", (SOHR,)),
    ("The army captured Suran, said the Syrian Observatory for Human Rights.", (SOHR,)),
    ("According to the Syrian Observatory for Human Rights, the army captured Suran.", (SOHR,)),
    ("The army captured Suran, according to the Syrian Observatory for Human Rights.", (SOHR,)),
    ("The Syrian Observatory for Human Rights reported that the army had captured Suran on Monday.", (SOHR,)),
    ("SANA reported that the army had captured Suran.", ("SANA",)),
    ("The Russian Ministry of Defence announced that ISIS had lost Suran.", ("Russian Ministry of Defence",)),
    ("ISIS claimed that it had captured Suran.", ("Islamic State",)),
    (
        "Rami Abdulrahman told AFP that the army had captured Suran.",
        ("Rami Abdulrahman|Rami Abdel Rahman|Rami Abdul Rahman", "AFP|Agence France-Presse"),
    ),
    ("It was reported by SANA that the army had captured Suran.", ("SANA",)),
    ("Syrian state media reported that the army had captured Suran.", ("Syrian state media|Syrian state television|SANA",)),
    pytest.param(
        "The Syrian army rejected accusations that it had captured Suran.",
        ("Syrian Army",),
        marks=pytest.mark.xfail(strict=True, reason="who rejects a charge is not its source"),
    ),
]


@pytest.mark.parametrize(("text", "source"), SPEAKERS)
def test_speaker(tell: Tell, text: str, source: tuple[str, ...]) -> None:
    """The chain of one sentence."""
    (claim,) = tell(text, "capture")
    assert len(claim.source) == len(source), claim.source
    assert all(got in wanted.split("|") for got, wanted in zip(claim.source, source, strict=True)), claim.source


@pytest.mark.parametrize("word", ["said", "claimed", "reported", "announced", "confirmed", "stated"])
def test_a_verb_of_saying_leaves_the_stance_at_fact(tell: Tell, word: str) -> None:
    """Saying fills the source and nothing else."""
    (claim,) = tell(f"The army {word} that it had captured Suran.", "capture")
    assert (claim.stance, claim.source) == ("fact", ("Syrian Army",))


@pytest.mark.parametrize("who", ["Local sources", "A military source", "Activists", "Residents", "A medic"])
def test_a_speaker_without_a_name(tell: Tell, who: str) -> None:
    """Anonymous speakers are kept, and are nobody of the register."""
    (claim,) = tell(f"{who} said the army captured Suran.", "capture")
    assert len(claim.source) == 1
    assert claim.claim.source[0].id is None
    assert claim.claim.source[0].kind in {"anonymous", "person"}


def test_a_trailing_speaker_is_not_the_agent(tell: Tell) -> None:
    """Who says it has not done it."""
    (claim,) = tell("Four civilians were killed in an air strike on Suran, the Syrian Observatory for Human Rights said.", "airstrike")
    assert SOHR not in (*claim.agent, *claim.target)


def test_he_said_goes_to_the_speaker_before(tell: Tell) -> None:
    """A pronoun speaks for the speaker heard last."""
    text = "Interior Minister Qasim al-Araji said the army captured Suran. He said that ISIS lost the town of Halfaya."
    first, second = tell(text, "capture")
    assert len(first.source) == 1
    assert second.source == first.source


def test_the_next_sentence_is_the_reports_own(tell: Tell) -> None:
    """Without a quotation or a pronoun a speaker does not carry over a full stop."""
    first, second = tell("SANA said the army captured Suran. ISIS lost the town of Halfaya to rebels on Monday.", "capture")
    assert first.source == ("SANA",)
    assert second.source == ()


def test_a_quotation_is_carried_on(tell: Tell) -> None:
    """A quotation over two sentences has one speaker."""
    text = 'General Ali Hassan said: "The army captured Suran. It also captured the town of Halfaya."'
    found = tell(text, "capture")
    assert [c.place for c in found] == ["Suran", "Halfaya"]
    assert len(found[0].source) == 1
    assert found[0].source == found[1].source


def test_a_blamed_deed_has_the_accuser_as_source(tell: Tell) -> None:
    """An accusation is a fact of its own without a source; the deed has the accuser's."""
    text = "Turkey accused the YPG of shelling Suran."
    (accuse,) = tell(text, "accuse")
    (deed,) = tell(text, "shelling")
    assert (accuse.stance, accuse.source) == ("fact", ())
    assert (deed.stance, deed.source) == ("fact", ("Turkey",))
    assert deed.agent == ("YPG",)


def test_a_speakers_side_is_known(tell: Tell) -> None:
    """The register's side of the speaker stands on the source."""
    (claim,) = tell("SANA said the army captured Suran.", "capture")
    assert claim.claim.source[0].side == "government"
    assert claim.claim.source[0].id is not None
