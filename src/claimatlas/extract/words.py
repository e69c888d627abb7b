"""The folded words of a passage with the tokens they come from, and a trie that finds listed names in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from claimatlas.extract.nouns import nouns
from claimatlas.model.names import fold_name
from claimatlas.model.passage import Passage

T = TypeVar("T")


ARTICLES = nouns("words_articles")
POSSESSIVE = {"'s", "’s", "s"}


@dataclass(frozen=True, slots=True)
class Word:
    """One folded word and the index of its token."""

    text: str
    token: int


@lru_cache(maxsize=100_000)
def folded(text: str) -> tuple[str, ...]:
    """The folded words of one token."""
    return tuple(fold_name(text).split())


def words_of(p: Passage) -> list[Word]:
    """The passage's words, articles and punctuation left out; a possessive ending stays with its word."""
    out: list[Word] = []
    for token in p.tokens:
        if token.tag == "POS" and out and token.text.lower() in POSSESSIVE:
            out[-1] = Word(out[-1].text + "s", out[-1].token)
        elif not _article(p, token.index):
            out += [Word(w, token.index) for w in folded(token.text)]
    return out


def _article(p: Passage, i: int) -> bool:
    """Articles that folding drops inside a name: "the", and "al", "at", "ash" before a capital."""
    lower = p.tokens[i].lower
    if lower == "the":
        return True
    return lower in ARTICLES and i + 1 < len(p.tokens) and p.tokens[i + 1].text[:1].isupper()


@dataclass(slots=True)
class Trie(Generic[T]):
    """Longest-match lookup of word sequences."""

    root: dict[str, dict] = field(default_factory=dict)  # type: ignore[type-arg]
    payloads: dict[int, T] = field(default_factory=dict)

    def add(self, words: Iterable[str], payload: T) -> None:
        """Enter a sequence of words; a later entry of the same words replaces the earlier."""
        node = self.root
        for word in words:
            node = node.setdefault(word, {})
        self.payloads[id(node)] = payload

    def longest(self, words: Sequence[Word], at: int) -> tuple[int, T] | None:
        """(length, payload) of the longest entry that starts at position `at`."""
        node, best = self.root, None
        for i in range(at, len(words)):
            found = node.get(words[i].text)
            if found is None:
                break
            node = found
            if id(node) in self.payloads:
                best = (i - at + 1, self.payloads[id(node)])
        return best

    def ending_in_s(self, words: Sequence[Word], at: int) -> tuple[int, T] | None:
        """The longest entry from position `at` whose last word stands there with an "s" more: "Syrian armys" for "Syrian army"."""
        node, best = self.root, None
        for i in range(at, len(words)):
            word = words[i].text
            bare = node.get(word[:-1]) if word.endswith("s") else None
            if bare is not None and id(bare) in self.payloads:
                best = (i - at + 1, self.payloads[id(bare)])
            found = node.get(word)
            if found is None:
                break
            node = found
        return best
