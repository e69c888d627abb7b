"""A report's text is cut into stamp, headline and paragraphs before it is parsed."""

import pytest

from claimatlas.language.sentences import blocks
from claimatlas.model.report import Report
from claimatlas.reading import Reading

STORY = "The army captured the town on Monday. It lost four men."


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """(kind, text) of each block."""
    return [(kind, body.strip()) for _, body, kind in blocks(text, title)]


def test_every_block_stands_where_its_start_says() -> None:
    """Blocks carry their offset and do not overlap."""
    text = f"SANA, 1 August 2017\n\nTown captured by the army\n\n{STORY}\n\nA second paragraph follows."
    at = 0
    for start, body, _ in blocks(text, "Town captured by the army"):
        assert text[start : start + len(body)] == body
        assert start >= at
        at = start + len(body)


def test_paragraphs_are_cut_at_blank_lines() -> None:
    """A blank line ends a paragraph, in Windows' line ends too."""
    assert [k for k, _ in kinds(f"{STORY}\n\n{STORY}\n \n{STORY}")] == ["body"] * 3


def test_the_title_is_a_headline() -> None:
    """The title in the head of the text is told apart from the body."""
    found = kinds(f"Army captures eastern town\n\n{STORY}", "Army captures eastern town")
    assert found == [("headline", "Army captures eastern town"), ("body", STORY)]


def test_the_title_far_down_is_the_story() -> None:
    """The same words in the middle of a long text are no headline."""
    text = f"{STORY * 12}\n\nArmy captures eastern town"
    assert "headline" not in [k for k, _ in kinds(text, "Army captures eastern town")]


def test_a_missing_or_short_title_changes_nothing() -> None:
    """Without a title, or with one too short to be sure of, all is body."""
    assert kinds(STORY, None) == kinds(STORY, "The army") == kinds(STORY, "") == [("body", STORY)]


@pytest.mark.parametrize(
    "behind",
    [
        "said the agency on Monday.",
        "The army said so.",
    ],
)
def test_a_run_of_capitals_is_a_headline(behind: str) -> None:
    """A pasted headline inside a paragraph is cut out."""
    found = kinds(f"The talks went on. SYRIAN ARMY CAPTURES TOWN OF SUKHNAH IN DESERT {behind}")
    assert ("headline", "SYRIAN ARMY CAPTURES TOWN OF SUKHNAH IN DESERT") in found
    assert found[0][0] == found[-1][0] == "body"


@pytest.mark.parametrize("text", ["The UN and US and EU met.", "ISIS, YPG, SDF and FSA fought.", "He works for SANA in Damascus."])
def test_a_few_capitals_are_no_headline(text: str) -> None:
    """Abbreviations in a sentence do not make a headline."""
    assert [k for k, _ in kinds(text)] == ["body"]


def test_blank_text_has_no_blocks() -> None:
    """Nothing in, nothing out."""
    assert blocks("", None) == []
    assert blocks(" \n\n \n", None) == []


@pytest.mark.parametrize("stamp", ["Published: 1 August 2017", "August 1, 2017 10:32 AM", "2017-08-01"])
def test_a_stamp_is_no_story(stamp: str) -> None:
    """The line with the date carries no claim: it is not body."""
    assert kinds(f"{stamp}\n\n{STORY}")[-1] == ("body", STORY)
    assert [body for kind, body in kinds(f"{stamp}\n\n{STORY}") if kind == "body" and stamp in body] == []


def test_sentences_are_numbered_in_order(reading: Reading) -> None:
    """Passages count up, and know their paragraph."""
    passages = reading.parser.passages(Report(id="r", key="k", text=f"{STORY}\n\n{STORY}"))
    assert [p.number for p in passages] == list(range(4))
    assert passages[0].paragraph == passages[1].paragraph < passages[2].paragraph
