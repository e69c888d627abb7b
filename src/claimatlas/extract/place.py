"""Spot places in a passage: names a gazetteer knows, names beside a kind word, unknown names after a preposition of place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from claimatlas.extract.mention import ActorMention, PlaceMention
from claimatlas.extract.nouns import nouns
from claimatlas.extract.place_part import with_context
from claimatlas.extract.place_unknown import unknown
from claimatlas.extract.place_words import NOT_PLACES, capital, mention
from claimatlas.model.passage import Passage
from claimatlas.model.place import Place


class PlaceNames(Protocol):
    """What place spotting asks of a gazetteer."""

    def lookup(self, name: str, countries: Iterable[str] | None = None) -> list[Place]:
        """Places of a name, best first."""
        ...

    def longest(self, words: Sequence[str], start: int, limit: int = 6) -> tuple[int, ...]:
        """Lengths of the known names that start at word `start`, longest first; () for none."""
        ...


class PlaceSpotter:
    """Finds place mentions with a gazetteer's names."""

    def __init__(self, names: PlaceNames, countries: frozenset[str] = frozenset()) -> None:
        self.names = names
        self.countries = countries

    def mentions(self, p: Passage, actors: Sequence[ActorMention], text: str) -> list[PlaceMention]:
        """Non-overlapping mentions in order of the text, each with relation, part and level hint."""
        taken = {i for m in actors for i in range(m.first, m.last + 1)}
        found = list(self._known(p, taken))
        taken |= {i for m in found for i in range(m.first, m.last + 1)}
        found += list(unknown(p, taken))
        found = sorted((_border(p, m) for m in found), key=lambda m: m.first)
        return [self._extent(with_context(p, m, text)) for m in found]

    def without_parts_of_names(self, p: Passage, actors: Sequence[ActorMention]) -> list[ActorMention]:
        """Actors less those that are the tail of a longer place name: "al-Dawla" in "Saif al-Dawla"."""
        texts = [t.text for t in p.tokens]
        return [m for m in actors if m.first != m.last or not self._inside_name(p, texts, m.first)]

    def _inside_name(self, p: Passage, texts: list[str], at: int) -> bool:
        starts = [i for i in range(max(0, at - 2), at) if capital(p, i) and p.tokens[i].lower not in nouns("demonyms")]
        return any(length > at - i for i in starts for length in self.names.longest(texts, i))

    def _extent(self, m: PlaceMention) -> PlaceMention:
        """Whether the name is a country's or a region's, and whether it lies far outside the theatre."""
        best = self.names.lookup(m.name)[:1] if m.known else []
        if not best:
            return m
        wide = m.wide or best[0].level in {"country", "region"} or m.hint == "province"
        return replace(m, wide=wide, abroad=bool(self.countries) and best[0].country not in self.countries)

    def _known(self, p: Passage, taken: set[int]) -> Iterator[PlaceMention]:
        texts = [t.text for t in p.tokens]
        at = 0
        while at < len(texts):
            length = self._length(p, texts, at, taken)
            if length:
                yield mention(p, at, at + length - 1, True)
            at += length or 1

    def _length(self, p: Passage, texts: list[str], at: int, taken: set[int]) -> int:
        if at in taken or not capital(p, at) or p.tokens[at].lower in NOT_PLACES:
            return 0
        if p.tokens[at].lower in nouns("demonyms") and p.tokens[at].tag != "NNPS":
            return 0
        for length in self.names.longest(texts, at):
            if all(i not in taken for i in range(at, at + length)) and (
                capital(p, at + length - 1) or texts[at + length - 1][:1].isdigit() or length > 1
            ):
                return length
        return 0


def _border(p: Passage, m: PlaceMention) -> PlaceMention:
    """ "The border with Iraq" is the border, not the country."""
    i = m.first
    if i < 2 or p.tokens[i - 1].lower != "with" or p.tokens[i - 2].lower not in {"border", "frontier"}:
        return m
    start = p.tokens[i - 2].start
    text = p.text[start - p.start : m.end - p.start]
    return replace(m, first=i - 2, root=i - 2, start=start, name=text, text=text)
