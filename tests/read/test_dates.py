"""Forms of dates, and which of a text's dates is its own."""

from datetime import date

import pytest

from claimatlas.read.dates import find_dates
from claimatlas.read.fields import date_in_name, day_first, parse_date
from claimatlas.read.stamp import best_stamp, settle_date

FORMS = [
    ("7 March 2015", date(2015, 3, 7)),
    ("7th of March, 2015", date(2015, 3, 7)),
    ("March 7, 2015", date(2015, 3, 7)),
    ("Mar. 7 2015", date(2015, 3, 7)),
    ("Sat 7 Mar 2015", date(2015, 3, 7)),
    ("Saturday, March 7th, 2015", date(2015, 3, 7)),
    ("Jan 202015", date(2015, 1, 20)),
    ("Jan 062016", date(2016, 1, 6)),
    ("2015-03-07", date(2015, 3, 7)),
    ("2015-03-07T10:15:00Z", date(2015, 3, 7)),
    ("2015/3/7", date(2015, 3, 7)),
    ("07.03.2015(updated", date(2015, 3, 7)),
    ("7-03-2015", date(2015, 3, 7)),
    ("3/27/2015", date(2015, 3, 27)),
    ("7-Mar-2015", date(2015, 3, 7)),
]


@pytest.mark.parametrize(("text", "day"), FORMS)
def test_forms(text: str, day: date) -> None:
    assert [d.day for d in find_dates(text)] == [day]


@pytest.mark.parametrize("text", ["31 February 2015", "2015-13-40", "June 2015", "in 2015", "1.2.3", "99.99.2015", "10-15 2015"])
def test_no_dates(text: str) -> None:
    assert find_dates(text) == []


STAMPS = [
    ("date 2015-03-07 Posted on by someone\n\nFighters took the hill.", date(2015, 3, 7)),
    ("Date of publication 7 March 2015 Fighters took the hill on Saturday.", date(2015, 3, 7)),
    ("Posted on March 7 2015 by A Writer\nFighters took the hill.", date(2015, 3, 7)),
    ("Last updated at Mar 072015 ALEPPO Fighters took the hill.", date(2015, 3, 7)),
    ("Published March 7 2015 Fighters took the hill.", date(2015, 3, 7)),
    ("Sat Mar 7 2015 Fighters Take Hill. They came at dawn.", date(2015, 3, 7)),
    ("Saturday 7 March 2015 19:18 Fighters take hill", date(2015, 3, 7)),
    ("Sat 07 Mar 2015 at 1459 Regional - Fighters took the hill.", date(2015, 3, 7)),
    ("Fighters take hill near town Monitor AFP Saturday 7 Mar 2015 Fighters took a hill.", date(2015, 3, 7)),
    ("Fighters take hill AFP Saturday 7 Mar 2015 seventeen people were killed when it fell.", date(2015, 3, 7)),
    ("Fighters Take Hill - Reports Middle East 1924 07.03.2015(updated 1925 08.03.2015) Get short URL 12 Fighters", date(2015, 3, 7)),
    ("Fighters take hill in Daraa 7 March 2015 SANA Fighters took the hill.", date(2015, 3, 7)),
    ("07-03-2015 title: Fighters Take Hill. More.", date(2015, 3, 7)),
    ("March 7 2015 1849 UTC+3 A total of 15 people", date(2015, 3, 7)),
    ("# Fighters take hill\n\n7 March 2015\n\nThey came at dawn.", date(2015, 3, 7)),
    ("DAMASCUS, March 7, 2015 (Agency) - Fighters took the hill.", date(2015, 3, 7)),
    ("posted by admin on 7 March 2015\nFighters took the hill.", date(2015, 3, 7)),
    ("Saturday 3/7/2015 Fighters took the hill.", date(2015, 3, 7)),
    ("Friday 3/7/2015 Fighters took the hill.", date(2015, 7, 3)),
    ("By A Writer | Saturday, 7 March 2015 | 10:15\nFighters took the hill.", date(2015, 3, 7)),
    ("Hill Monitor. Note of Saturday 7 March 2015.\n\nFighters took the hill.", date(2015, 3, 7)),
    ("Updated: 9 March 2015\nPublished: 7 March 2015\nFighters took the hill.", date(2015, 3, 7)),
]


@pytest.mark.parametrize(("text", "day"), STAMPS)
def test_stamp(text: str, day: date) -> None:
    found = best_stamp(text)
    assert found is not None
    assert found.day == day
    assert str(day.year) in text[found.start : found.end]


PROSE = [
    "On May 27 another reporter was killed near the front.",
    "On August 21 2013 the army fired rockets at the suburb.",
    "The chemical attack of 21 August 2013 killed many.",
    "May 27 2016 was a bad day for the town.",
    "21 August 2013 attack remembered by families of the dead",
    "Fighters took the hill on Saturday, 7 March 2015, after days of fire.",
    "A statement posted online said that since 7 March 2015 no one had come.",
    "The war that began in March 2011 goes on.",
    "They hold the town, taken in Aleppo 7 March 2015 during heavy fire.",
]


@pytest.mark.parametrize("text", PROSE)
def test_a_date_told_in_a_sentence_is_no_stamp(text: str) -> None:
    assert best_stamp(text) is None
    assert settle_date(text, None).flags == ("no_date",)


def test_the_text_wins_over_the_column_and_says_so() -> None:
    stamp = settle_date("Published March 7 2015 Fighters took the hill.", date(2015, 3, 17))
    assert (stamp.day, stamp.flags) == (date(2015, 3, 7), ("date_differs:2015-03-17",))


def test_the_column_stands_where_the_text_is_silent() -> None:
    stamp = settle_date("Fighters took the hill.", date(2015, 3, 17), "2014-01-01")
    assert (stamp.day, stamp.flags) == (date(2015, 3, 17), ())


def test_a_day_without_a_year_is_completed_from_the_column() -> None:
    assert settle_date("Posted on Dec 30 Fighters took the hill.", date(2015, 1, 3)).day == date(2014, 12, 30)
    assert settle_date("Posted on Dec 30 Fighters took the hill.", None).day is None
    assert settle_date("BEIRUT, Dec 30 (Agency) - Fighters took the hill.", None, "a-2015-01-03").day == date(2014, 12, 30)
    assert settle_date("On Dec 30 fighters took the hill.", date(2015, 1, 3)).day == date(2015, 1, 3)


def test_a_weekday_that_does_not_fit_lowers_trust() -> None:
    stamp = settle_date("Sun 7 Mar 2015 Fighters Take Hill.", date(2014, 9, 7))
    assert (stamp.day, stamp.flags) == (date(2014, 9, 7), ("weekday_differs", "date_differs:2015-03-07"))
    assert settle_date("Sun 7 Mar 2015 Fighters Take Hill.", None).flags == ("weekday_differs",)


def test_a_date_after_the_fetch_is_not_taken() -> None:
    assert settle_date("Published March 7 2025 Fighters took it.", None, latest=date(2024, 1, 1)).day is None


def test_day_and_month_that_can_be_swapped() -> None:
    assert settle_date("Published 3/7/2015 Fighters took it.", None).flags == ("date_ambiguous",)
    assert settle_date("Published 3/7/2015 Fighters took it.", date(2015, 3, 7)).day == date(2015, 3, 7)
    assert settle_date("Published 3/7/2015 Fighters took it.", date(2015, 7, 3)).flags == ()


def test_the_name_is_the_last_resort() -> None:
    stamp = settle_date("Fighters took the hill.", None, "2015-03-07-digest")
    assert (stamp.day, stamp.flags) == (date(2015, 3, 7), ("date_from_name",))


@pytest.mark.parametrize(
    ("name", "day"),
    [("report_20150307", date(2015, 3, 7)), ("a 7 March 2015", date(2015, 3, 7)), ("seed", None), ("12345678", None)],
)
def test_date_in_name(name: str, day: date | None) -> None:
    assert date_in_name(name) == day


@pytest.mark.parametrize(
    ("value", "first", "day"),
    [
        ("3/7/2015", False, date(2015, 3, 7)),
        ("3/7/2015", True, date(2015, 7, 3)),
        ("3/27/2015", True, date(2015, 3, 27)),
        ("27/3/2015", False, date(2015, 3, 27)),
        ("2015-03-07", False, date(2015, 3, 7)),
        ("Sat, 07 Mar 2015 10:00:00 +0000", True, date(2015, 3, 7)),
        ("20150307", True, date(2015, 3, 7)),
        (date(2015, 3, 7), True, date(2015, 3, 7)),
        ("", True, None),
        (None, True, None),
        ("soon", True, None),
    ],
)
def test_parse_date(value: object, first: bool, day: date | None) -> None:
    assert parse_date(value, first) == day


def test_the_order_of_a_column_is_told_by_a_number_over_twelve() -> None:
    assert day_first(["3/4/2015", "3/27/2015"]) is False
    assert day_first(["3/4/2015", "27/3/2015"]) is True
    assert day_first(["3/4/2015"]) is True
