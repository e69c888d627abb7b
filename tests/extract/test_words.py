"""Folded words and the trie that finds listed names among them."""

from collections.abc import Callable

import pytest

from claimatlas.extract.mention import Scene
from claimatlas.extract.words import Trie, Word, folded, words_of


def listed(*names: str) -> Trie[str]:
    """A trie of names that carry themselves."""
    trie: Trie[str] = Trie()
    for name in names:
        trie.add(name.split(), name)
    return trie


def words(text: str) -> list[Word]:
    """Words numbered as tokens."""
    return [Word(w, i) for i, w in enumerate(text.split())]


def test_the_longest_name_wins() -> None:
    """ "free syrian army" is not just "free"."""
    trie = listed("free", "free syrian army", "army")
    assert trie.longest(words("the free syrian army fights"), 1) == (3, "free syrian army")
    assert trie.longest(words("the free syrian troops"), 1) == (1, "free")


def test_a_beginning_alone_is_no_name() -> None:
    """A name counts only whole; past the end nothing is found."""
    trie = listed("free syrian army")
    assert trie.longest(words("free syrian"), 0) is None
    assert trie.longest(words("free syrian army"), 3) is None
    assert trie.longest([], 0) is None


def test_a_later_entry_replaces_the_earlier() -> None:
    """The same words carry the newest payload."""
    trie: Trie[int] = Trie()
    trie.add(["isis"], 1)
    trie.add(["isis"], 2)
    assert trie.longest(words("isis"), 0) == (1, 2)


@pytest.mark.parametrize(("one", "other"), [("al-Nusra", "Nusra"), ("Hezbollah", "HEZBOLLAH"), ("Idlib’s", "Idlibs"), ("Düzce", "duzce")])
def test_spellings_of_a_word_fold_alike(one: str, other: str) -> None:
    """Case, accents, apostrophes and articles do not count."""
    assert folded(one) == folded(other)


def test_punctuation_is_no_word(scenes: Callable[..., list[Scene]]) -> None:
    """A passage's words point back to their tokens."""
    p = scenes("The army, they said, left al-Bab.")[0].passage
    found = words_of(p)
    assert [w.text for w in found if w.text != "the"] == ["army", "they", "said", "left", "bab"]
    assert [p.tokens[w.token].text for w in found if w.text != "the"] == ["army", "they", "said", "left", "al-Bab"]
