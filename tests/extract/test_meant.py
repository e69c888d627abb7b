"""Whom words without a name mean: the report's group, the speaker named before, the body by a noun of its name."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

Tell = Callable[..., list[Any]]


def told(found: list[Any], type_: str) -> list[tuple[str, str | None]]:
    """Words and ids of the agents of claims of one type."""
    return [(a.text, a.id) for c in found if c.type == type_ for a in c.claim.agent]


@pytest.mark.parametrize("words", ["The militants", "The jihadists", "The extremists", "The terrorists"])
def test_the_militants_are_the_one_group_named(tell: Tell, words: str) -> None:
    """The words stay as told."""
    found = tell(f"ISIS captured Suran on Monday. {words} captured Halfaya on Tuesday.")
    assert told(found, "capture") == [("ISIS", "islamic_state"), (words.split()[1], "islamic_state")]


def test_of_two_groups_none_is_guessed(tell: Tell) -> None:
    """Nothing tells which of them."""
    found = tell("ISIS and Jaish al-Islam fought in Suran on Monday. The militants captured Halfaya on Tuesday.")
    assert told(found, "capture") == [("militants", "militants")]


def test_terrorists_at_large_are_not_the_group(tell: Tell) -> None:
    """A word for all enemies, without an article in a later sentence."""
    found = tell("ISIS captured Suran on Monday. The army said that terrorists shelled Halfaya.")
    assert told(found, "shelling") == [("terrorists", "terrorists")]


def test_the_governments_own_groups_are_not_meant(tell: Tell) -> None:
    """Who fights beside the army is no foe of it."""
    found = tell("Hezbollah captured Suran on Monday. The militants captured Halfaya on Tuesday.")
    assert told(found, "capture")[1] == ("militants", "militants")


def speakers(found: list[Any]) -> list[tuple[str, str | None]]:
    """Words and ids of each claim's nearest speaker."""
    return [(c.claim.source[0].text, c.claim.source[0].id) for c in found if c.claim.source]


def test_the_source_is_the_one_heard_before(tell: Tell) -> None:
    """By the body that it belongs to."""
    found = tell(
        "A source at Aleppo Police Command told SANA that shelling killed two civilians in Suran. "
        "The source added that shelling wounded three civilians in Halfaya."
    )
    assert [i for _, i in speakers(found)] == ["syrian_police_command"] * 2
    assert speakers(found)[1][0] == "source"
    assert {(c.claim.source[0].name, c.claim.source[0].kind, c.claim.source[0].side) for c in found} == {
        ("source at Aleppo Police Command", "anonymous", "government")
    }


def test_a_source_without_a_body_stays_unnamed(tell: Tell) -> None:
    """Nothing is filled in from another speaker."""
    found = tell(
        "The Syrian Observatory said that shelling killed two civilians in Suran. "
        "A local source said that shelling killed a woman in Halfaya. "
        "The source added that shelling wounded three civilians in Kafr Zita."
    )
    assert [i for _, i in speakers(found)] == ["sohr", None, None]


def test_a_statement_speaks_for_who_spoke(tell: Tell) -> None:
    """After its author was heard."""
    found = tell(
        "The Russian Defence Ministry said that ISIS shelled Suran. The statement said that an airstrike killed 20 militants in Halfaya."
    )
    assert [i for _, i in speakers(found)] == ["russian_ministry_of_defence"] * 2


def test_a_monitor_of_the_descriptors_has_its_entry(tell: Tell) -> None:
    """The theatre's list of speakers names it, the register knows it."""
    found = tell("Shelling killed two civilians in Suran, a monitoring group said.")
    assert speakers(found) == [("monitoring group", "sohr")]


def test_a_former_name_is_the_group_of_the_day(tell: Tell) -> None:
    """As told, and by the report's date."""
    words = "The former Nusra Front captured Suran on Monday."
    assert told(tell(words, on=date(2016, 9, 1)), "capture")[0][1] == "jabhat_fateh_al_sham"
    (found,) = told(tell(words, on=date(2017, 8, 2)), "capture")
    assert found[1] == "hayat_tahrir_al_sham"
    assert "Nusra Front" in found[0]
