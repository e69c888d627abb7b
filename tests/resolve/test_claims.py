"""Drafts into claims: default dates, marks for background, ids, confidence."""

from datetime import date
from pathlib import Path

import pytest

from claimatlas.intake import Worker
from claimatlas.model.claim import Claim
from claimatlas.model.report import Report
from claimatlas.reading import Reading

DAY = date(2017, 8, 2)


def claims(reading: Reading, text: str, on: date | None = DAY, **more: str) -> list[Claim]:
    """The claims of a text."""
    return reading.claims(Report(id=more.get("id", "r_x"), key="x", text=text, published=on, sha256=more.get("sha256", "")))


def test_no_words_of_time_give_the_day_before_to_the_report(reading: Reading) -> None:
    """And the date is marked as default."""
    (c,) = claims(reading, "The army captured Suran.")
    assert (c.time.start, c.time.end, c.time.default, c.time.text) == (date(2017, 8, 1), DAY, True, "")


def test_words_of_time_are_no_default(reading: Reading) -> None:
    """A day told is kept with its words and what it was counted from."""
    (c,) = claims(reading, "The army captured Suran on Monday.")
    assert (c.time.start, c.time.end, c.time.default) == (date(2017, 7, 31), date(2017, 7, 31), False)
    assert "Monday" in c.time.text
    assert c.time.anchor == DAY


def test_an_undated_report_gives_no_date(reading: Reading) -> None:
    """Unknown is not today."""
    (c,) = claims(reading, "The army captured Suran.", on=None)
    assert (c.time.start, c.time.end, c.time.default) == (None, None, True)


FULL_DATE = ("on 3 March 2016", True)


@pytest.mark.parametrize(
    ("words", "old"),
    [("on Monday", False), ("last week", False), ("in May", True), FULL_DATE, ("in 2013", True), ("", False)],
)
def test_what_lies_weeks_back_is_background(reading: Reading, words: str, old: bool) -> None:
    """More than three weeks before the report."""
    (c,) = claims(reading, f"The army captured Suran {words}.")
    assert ("background" in c.flags) is old


def test_ids_are_given_and_differ(reading: Reading) -> None:
    """Every claim has an id of its own."""
    found = claims(reading, "The army captured Suran and Halfaya. ISIS shelled Salamiyah.")
    assert len({c.id for c in found}) == len(found) == 3
    assert all(c.id for c in found)


def test_the_same_words_in_another_report_are_another_claim(reading: Reading) -> None:
    """Two reports that say the same are two claims."""
    text = "The army captured Suran."
    (one,), (same,), (other,) = (claims(reading, text), claims(reading, text), claims(reading, text, id="r_y"))
    assert one == same
    assert one.id != other.id


def test_confidence_grows_with_what_is_told(own_data: Path) -> None:
    """Of the rules' claims, within 0 and 1: a full claim is surer than a bare one."""
    reading = Worker.reading("syria_iraq", "rules")
    (bare,) = claims(reading, "Clashes erupted in Qazlabash village.")
    (full,) = claims(reading, "The Syrian army captured Suran from ISIS on Monday, SANA said.")
    assert 0 < bare.confidence < full.confidence <= 1


def test_claims_come_in_order_of_the_text(reading: Reading) -> None:
    """Sorted by quote, the same each time."""
    text = "The army captured Suran. ISIS shelled Salamiyah. Rebels withdrew from Halfaya. Russian warplanes bombed Saraqib."
    starts = [c.quote.start for c in claims(reading, text)]
    assert starts == sorted(starts)
    assert len(starts) == 4


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "…", "???", "a" * 5000, "١٢٣ العربية", "\u200b\ufeff"])
def test_odd_texts_do_no_harm(reading: Reading, text: str) -> None:
    """Nothing to code gives no claims and no error."""
    assert claims(reading, text) == []


def test_future_stances_do_not_date_the_past(reading: Reading) -> None:
    """A forecast with a weekday looks ahead, a report back."""
    (past,) = claims(reading, "The army captured Suran on Friday.")
    (ahead,) = claims(reading, "The army will capture Suran on Friday.")
    assert past.time.start == date(2017, 7, 28)
    assert ahead.time.start == date(2017, 8, 4)


def test_what_may_have_happened_lies_behind(reading: Reading) -> None:
    """ "may have captured on Tuesday" is last Tuesday."""
    (c,) = claims(reading, "The army may have captured Suran on Tuesday.")
    assert (c.stance, c.time.start) == ("alleged", date(2017, 8, 1))


def test_government_forces_are_those_of_the_country_of_the_place(reading: Reading) -> None:
    """A report chiefly on Syria tells of a town in Iraq too."""
    found = claims(reading, "Syrian rebels shelled Suran. The Syrian army bombed Halfaya.\n\nIn Iraq, government forces captured Ramadi.")
    (c,) = (c for c in found if c.place is not None and c.place.name == "Ramadi")
    assert [a.id for a in c.agent] == ["iraqi_government_forces"]
