"""Mastheads: the publisher and the headline under it, and that no headline is taken for a masthead."""

import pytest

from claimatlas.read.boilerplate import seams
from claimatlas.read.head import read_head, stamp_end

BODY = "Fighters took the hill at dawn, a monitor said. " * 5
TITLE = "Fighters take hill near Daraa"
MASTHEADS = [
    ("Hill Wire | Saturday, 7 March 2015", "Hill Wire"),
    ("Hill Wire\nSaturday 7 March 2015 16:05 GMT", "Hill Wire"),
    ("07.03.2015\nHill Wire", "Hill Wire"),
    ("HILL FRONT MONITOR\nPosted on March 7, 2015 by Hill Desk", "Hill Front Monitor"),
    ("HILL FRONT MONITOR", "Hill Front Monitor"),
    ("The Hill Tribune\nMar 7, 2015\nBy John Smith", "The Hill Tribune"),
    ("DAILY BULLETIN No. 213\nMinistry of Defence, Press Service\n7 March 2015", "Ministry of Defence"),
    ("Hill Monitor. Note of Saturday 7 March 2015.", "Hill Monitor"),
    ("Source: Hill Sun\nDate: 07/03/2015", "Hill Sun"),
    ("Publisher: Hill Sun", "Hill Sun"),
    ("Hill Wire - DAMASCUS - 7 March 2015", "Hill Wire"),
]


@pytest.mark.parametrize(("masthead", "publisher"), MASTHEADS)
def test_a_masthead_names_the_publisher_and_the_headline_stands_below(masthead: str, publisher: str) -> None:
    head = read_head(f"{masthead}\n\n{TITLE}\n\n{BODY}")
    assert (head.publisher, head.title, head.end) == (publisher, TITLE, len(masthead) + 2)


@pytest.mark.parametrize(
    "masthead", ["Hill Wire | 7 March 2015", "Hill Wire\n7 March 2015", "Ministry of Defence, Press Service\n7 March 2015"]
)
def test_a_masthead_without_a_headline(masthead: str) -> None:
    head = read_head(f"{masthead}\n\n{BODY}")
    assert head.title is None
    assert head.publisher is not None
    assert head.end == len(masthead) + 2


@pytest.mark.parametrize(
    "headline",
    [
        "Army Takes Border Post",
        "ARMY TAKES BORDER POST",
        "Fighters Storm Hill News Agency",
        "Clashes Near Ridge Reach River Post",
        "Hill falls to army",
    ],
)
@pytest.mark.parametrize("stamp", ["\n7 March 2015", "\nBy John Smith, 7 March 2015", ""])
def test_a_headline_is_no_masthead(headline: str, stamp: str) -> None:
    head = read_head(f"{headline}{stamp}\n\n{BODY}")
    assert (head.publisher, head.title, head.end) == (None, headline, 0)


def test_a_short_unknown_name_needs_the_text_to_speak_of_it() -> None:
    head = read_head(f"Hill Sun\n7 March 2015\n\n{TITLE}\n\n{BODY}")
    assert (head.publisher, head.title) == (None, TITLE)
    assert read_head(f"Hill Sun\n7 March 2015\n\n{TITLE}\n\n{BODY} A man told Hill Sun so.").publisher == "Hill Sun"


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Hill Wire, Saturday, 7 March 2015, by the Homs correspondent", "Hill Wire"),
        ("By Ridge Desk, 7 March 2015", None),
        ("7 March 2015", None),
    ],
)
def test_stamp_lines_under_a_title_are_seams(line: str, publisher: str | None) -> None:
    text = f"{TITLE}\n\n{line}\n\n{BODY}"
    assert read_head(text).publisher == publisher
    assert [text[a:b] for a, b in seams(text)] == [line]
    assert stamp_end(text) == 0


@pytest.mark.parametrize(
    "text", [BODY, "By Saturday, the hill was lost", "Source: some people say the hill fell\n" + BODY, "\n\n", "", "Hill Wire"]
)
def test_texts_without_a_masthead(text: str) -> None:
    assert (read_head(text).publisher, stamp_end(text)) == (None, 0)
