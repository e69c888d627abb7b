"""Title, author, stamp lines, dateline."""

import pytest

from claimatlas.read.dateline import first_dateline, repair
from claimatlas.read.head import author_of, stamp_end, title_of
from claimatlas.read.headline import capital_headline
from claimatlas.read.stampline import stamp_line

BODY = "Fighters took the hill at dawn, a monitor said. " * 5


@pytest.mark.parametrize(
    ("text", "author"),
    [
        (" date 2015-03-07 Posted on by hillwatcher\n\n" + BODY, "hillwatcher"),
        ("By John Smith\n" + BODY, "John Smith"),
        ("By John Smith and Jane al-Doe\n" + BODY, "John Smith and Jane al-Doe"),
        ("Posted on March 7 2015 by John Smith\n" + BODY, "John Smith"),
        ("By dawn the hill was lost.\n" + BODY, None),
        ("By Saturday the hill was lost to them all, a monitor said", None),
        (BODY, None),
    ],
)
def test_author(text: str, author: str | None) -> None:
    assert author_of(text) == author


def test_an_author_that_runs_into_the_title_is_cut_there() -> None:
    text = "Posted on March 7 2015 by John Smith Fighters Take Hill Fighters took the hill"
    assert author_of(text, "Fighters Take Hill") == "John Smith"
    assert author_of(text) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Fighters take hill near Daraa\n\n" + BODY, "Fighters take hill near Daraa"),
        ("date 2015-03-07\nFighters take hill near Daraa\n" + BODY, "Fighters take hill near Daraa"),
        ("ARMY TAKES HILL, ENTERS STRATEGIC TOWN (MAP) According to a monitor, " + BODY, "ARMY TAKES HILL, ENTERS STRATEGIC TOWN (MAP)"),
        ("DAMASCUS (9:10 A.M.) –\n" + BODY, None),
        (BODY, None),
        ("Fighters took it.\n" + BODY, None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert title_of(text) == title


def test_a_row_of_abbreviations_or_a_photo_credit_is_no_headline() -> None:
    assert capital_headline("PYD, YPG, SDF, SAA and HTS met in the town", 0) == 0
    assert capital_headline("REUTERS JOHNNY SMITHSON STRINGER A man walks", 0) == 0
    assert capital_headline("The ARMY took the HILL", 0) == 0


@pytest.mark.parametrize(
    "line", ["date 2015-03-07", "Posted on March 7, 2015 by someone", "By John Smith", "Published: Sat 7 Mar 2015, 10:15 GMT"]
)
def test_stamp_lines(line: str) -> None:
    assert stamp_line(line)
    assert stamp_end(f"{line}\n\n{BODY}") == len(line) + 2


@pytest.mark.parametrize("line", ["Fighters took it on 7 March 2015", "By dawn it fell", ""])
def test_other_lines(line: str) -> None:
    assert not stamp_line(line)
    assert stamp_end(f"{line}\n{BODY}") == 0


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("BEIRUT (Reuters) - Fighters", "BEIRUT"),
        ("DAMASCUS, SYRIA (9:10 A.M.) – Fighters", "DAMASCUS"),
        ("EBANON (9:10 A.M.) – Fighters", "LEBANON"),
        ("AMASCUS (9:10 A.M.) – Fighters", "DAMASCUS"),
        ("BAGHDAD, March 7 (Agency) - Fighters", "BAGHDAD"),
        ("Beirut (Reuters) - Fighters", "Beirut"),
        ("ALEPPO - Fighters", "ALEPPO"),
        ("By John Smith\n\nBEIRUT (Reuters) - Fighters", "BEIRUT"),
        ("ISIS - the group - took the hill", None),
        ("Fighters (rebels) - took the hill", None),
        ("Beirut - a city", None),
        (BODY, None),
    ],
)
def test_dateline(text: str, place: str | None) -> None:
    found = first_dateline(text)
    assert (found.place if found else None) == place


def test_short_words_are_not_repaired() -> None:
    assert repair("RAN") == ("RAN", False)
    assert repair("URKEY") == ("TURKEY", True)
    assert repair("JORDAN") == ("JORDAN", False)
