"""Names of publishers against headlines, sections and departments."""

import pytest

from claimatlas.read.outlet import cased, is_name, is_outlet, is_short_name, site_name


@pytest.mark.parametrize(
    "name", ["Hill Wire", "THE HILL TRIBUNE", "Ministry of Defence", "Syrian Arab News Agency", "Radio Ridge", "Hill Observatory for Peace"]
)
def test_outlets(name: str) -> None:
    assert is_outlet(name)


@pytest.mark.parametrize(
    "words",
    [
        "Army Takes Border Post",
        "Rebels Storm Hill Post",
        "Ministry of Defence Denies Losses",
        "Latest News",
        "Daily Bulletin",
        "the hill post",
        "He works at the Hill Post.",
        "Ten Dead, Says Hill Monitor",
        "Post",
        "",
        "A Very Long Row of Many Words Called Hill Post",
    ],
)
def test_headlines_and_sections_are_no_outlets(words: str) -> None:
    assert not is_outlet(words)


def test_short_names() -> None:
    assert is_short_name("Enab Baladi") and is_short_name("TASS")
    assert not any(map(is_short_name, ["Damascus", "Aleppo Falls", "Army Advances", "Hill Ridge Town", "News", "7 days"]))


def test_names_hold_no_sentence() -> None:
    assert not any(map(is_name, ["Some sources", "Hill falls", "Reuters, AFP", "Twitter", "Army says", "A. Sentence. Here", "2017"]))


def test_capitals_follow_the_text() -> None:
    assert cased("HILL FRONT MONITOR", "He told the Hill Front Monitor so.") == "Hill Front Monitor"
    assert cased("ARA NEWS OF THE HILL", "") == "ARA News of the Hill"
    assert cased("SANA", "sana Sana") == "SANA"


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Hill Wire", "Hill Wire"),
        ("Hill Wire - Latest News", "Hill Wire"),
        ("Top stories | Hill Wire", "Hill Wire"),
        ("RSS feed", None),
        (None, None),
    ],
)
def test_site_name(title: str | None, site: str | None) -> None:
    assert site_name(title) == site
