"""Words as reports write them: names with an article are one word, lost apostrophes are found again."""

from collections.abc import Callable

import pytest

from claimatlas.model.report import Report
from claimatlas.reading import Reading

Tokens = Callable[[str], list[str]]
FORCES = "Forces"


@pytest.fixture(scope="module")
def tokens(reading: Reading) -> Tokens:
    def run(text: str) -> list[str]:
        return [t.text for p in reading.parser.passages(Report(id="r", key="k", text=text)) for t in p.tokens]

    return run


@pytest.mark.parametrize("name", ["al-Sukhnah", "Al-Bab", "ar-Rastan", "at-Tanf", "el-Bukamal", "ash-Shaykh", "T-2", "H-3"])
def test_a_name_with_an_article_is_one_word(tokens: Tokens, name: str) -> None:
    """The hyphen does not cut the name."""
    assert name in tokens(f"The army reached {name} yesterday.")


def test_a_comma_behind_the_name_is_cut_off(tokens: Tokens) -> None:
    """Punctuation is no part of a name."""
    assert "al-Sukhnah" in tokens("They left al-Sukhnah, a town in Homs.")
    assert "al-Sukhnah" in tokens("They left (al-Sukhnah).")


def test_a_double_name_is_not_glued_to_a_compound(tokens: Tokens) -> None:
    """ "ISIS-held" is cut, so that the side is a word of its own."""
    found = tokens("The ISIS-held town fell.")
    assert {"ISIS", "held"} <= set(found)


@pytest.mark.parametrize(
    ("text", "cut"),
    [("Syrias army", "Syrias"), ("the countrys north", "countrys"), ("Assads forces", "Assads"), ("the armys positions", "armys")],
)
def test_a_lost_possessive_is_found(tokens: Tokens, text: str, cut: str) -> None:
    """ "Syrias" is "Syria's"."""
    found = tokens(f"They attacked {text} on Monday.")
    assert cut not in found
    assert cut[:-1] in found


@pytest.mark.parametrize("word", ["didnt", "wasnt", "hasnt", "doesnt", "cannot"])
def test_a_lost_negation_is_found(tokens: Tokens, word: str) -> None:
    """ "didnt" is "did not": two words."""
    assert word not in tokens(f"The group {word} withdraw.")


@pytest.mark.parametrize("word", [FORCES, "Sources", "villages", "Damascus", "ISIS", "groups", "militants", "Units"])
def test_a_plural_is_not_cut(tokens: Tokens, word: str) -> None:
    """No plural is read as a possessive."""
    assert word in tokens(f"The {word} were seen in the north.")


def test_offsets_count_in_the_report(reading: Reading) -> None:
    """Every token stands where its offsets say, in every paragraph."""
    text = "SANA, 1 August 2017\n\nThe army didnt reach al-Sukhnah.\n\nSyrias envoy – a “guest” – left at-Tanf."
    for p in reading.parser.passages(Report(id="r", key="k", text=text)):
        assert text[p.start : p.end] == p.text
        assert [text[t.start : t.end] for t in p.tokens] == [t.text for t in p.tokens]
        assert all(p.start <= t.start <= t.end <= p.end for t in p.tokens)


def test_children_mirror_heads(reading: Reading) -> None:
    """The tree is told twice, from above and from below, and has one root a sentence."""
    text = "The army captured the town and ISIS withdrew. Rebels denied it."
    for p in reading.parser.passages(Report(id="r", key="k", text=text)):
        assert sum(t.head == t.index for t in p.tokens) == 1
        pairs = {(t.head, t.index) for t in p.tokens if t.head != t.index}
        assert {(head, child) for head, kids in enumerate(p.children) for child in kids} == pairs
