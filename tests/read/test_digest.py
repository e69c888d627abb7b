"""Splitting of digests; spans of boilerplate."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claimatlas.read.boilerplate import seams
from claimatlas.read.digest import split

FIRST = "In May, a second band of hill fighters went over to the army, a monitor said. The band had forty men. " * 2
SECOND = "As the month begins the army goes on along the river and has taken three farms and a mill from the other side. " * 2
THIRD = "According to a monitor, the army began its attack on the town and took the ridge west of it by noon. " * 2
CLICK = "Click here to see the map above in full. Click here to see another map."
HEADLINE = "ARMY TAKES RIDGE NEAR HILLTOWN, STARTS ENTERING TOWN (MAPS)"
DIGEST = f" date 2015-03-07 Posted on by someone\n\n{FIRST * 2}\n\nEBANON (9:10 A.M.) – {SECOND}{CLICK} {HEADLINE} {THIRD}\n"


def pieces(text: str) -> list[str]:
    return [text[a:b] for a, b in split(text)]


def test_a_digest_gives_its_pieces() -> None:
    one, two, three = pieces(DIGEST)
    assert one.startswith(" date 2015-03-07") and one.endswith("forty men.")
    assert two.startswith("EBANON (9:10 A.M.)") and two.endswith(CLICK)
    assert three.startswith(HEADLINE) and three.endswith("by noon.")


def test_clicks_alone_part_two_reports() -> None:
    assert len(pieces(f"{FIRST}{CLICK} {THIRD}")) == 2
    assert len(pieces(f"{FIRST}Click here to see the map. {THIRD}")) == 1
    assert len(pieces(f"{FIRST}{CLICK}")) == 1


def test_a_stamp_line_opens_a_new_piece() -> None:
    assert len(pieces(f"date 2015-03-07\n{FIRST * 3}\n\ndate 2015-03-09\n{SECOND}")) == 2


def test_the_headline_above_a_stamp_goes_with_it() -> None:
    _, second = pieces(f"Hill falls to army\n7 March 2015\n\n{FIRST * 3}\n\nRidge holds for now\nBy John Smith | 9 March 2015\n\n{SECOND}")
    assert second.startswith("Ridge holds for now")


def test_a_headline_with_a_summary_is_no_piece() -> None:
    for text in (
        f"Hill falls to army\n\n{FIRST}\n\nBEIRUT (Reuters) - {SECOND}",
        f"Hill falls to army\n\n{FIRST * 3}\n\nBy John Smith | 9 March 2015\n\n{SECOND}",
    ):
        assert len(pieces(text)) == 1


def test_a_single_report_stays_whole() -> None:
    for text in (
        f"BEIRUT (Reuters) - {FIRST}\n\n{SECOND}\n\n{THIRD}",
        f"{HEADLINE}\n\n{FIRST}",
        f"{FIRST}\nThe ISIS and SDF, YPG, PYD and HTS - all of them - met.\n{SECOND}",
        f"{FIRST}\n\nDAMASCUS (AFP) - Short.",
        FIRST,
        "",
        "\n\n",
    ):
        assert split(text) == [(0, len(text))]


@given(
    st.lists(st.sampled_from([FIRST, SECOND, CLICK, HEADLINE, "DAMASCUS (AFP) - ", "\n", "\n\n", " ", "date 2015-03-07\n", "é", "x" * 200]))
)
def test_pieces_are_slices_in_order_and_lose_no_word(parts: list[str]) -> None:
    text = "".join(parts)
    spans = split(text)
    assert all(0 <= a <= b <= len(text) for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@given(st.text())
def test_split_and_seams_take_any_text(text: str) -> None:
    assert split(text)[0][0] == 0
    assert all(0 <= a < b <= len(text) for a, b in seams(text))


def spans(text: str) -> list[str]:
    return [text[a:b] for a, b in seams(text)]


def test_clicks_are_seams() -> None:
    assert spans(DIGEST) == ["Click here to see the map above in full.", "Click here to see another map."]


def test_lines_of_navigation_are_seams() -> None:
    lines = [
        "Read more: Hill falls",
        "Tags: hill, war",
        "Related",
        "Source: Some Agency",
        "Follow us on Twitter",
        "Photo: A. Writer",
        "Share this",
    ]
    for line in lines:
        assert spans(f"{FIRST}\n{line}\n{SECOND}") == [line]


def test_running_navigation_is_seams() -> None:
    assert spans("07.03.2015 Get short URL 0 12 Fighters took the hill.") == ["Get short URL 0 12"]
    assert spans(f"{FIRST}Community standards Discussion Comment via Facebook") == ["Community standards Discussion Comment via Facebook"]


def test_what_hangs_below_a_report_runs_to_its_end() -> None:
    body = FIRST * 4
    for tail in (
        "Related Hill Falls Ridge Holds Tags war Hilltown Community standardsDiscussion Comment via FacebookComment via Example",
        "(Source: Hill Post) Twitter",
        "Reporting by John Smith; Editing by Jane Doe Our Standards: The Trust Principles.",
    ):
        assert spans(body + tail) == [tail]


def test_a_row_of_tags_ends_where_the_lead_is_told_again() -> None:
    text = "Fighters took the hill on Saturday. Tags Hill War Town Fighters took the hill on Saturday with guns and more."
    assert spans(text) == ["Tags Hill War Town"]


def test_words_of_news_are_no_seams() -> None:
    for text in (
        "Sources said the hill fell.",
        "Photos show the hill.",
        "Related groups fled the hill.",
        "Share of the hill held: half.",
        FIRST,
    ):
        assert spans(text) == []
