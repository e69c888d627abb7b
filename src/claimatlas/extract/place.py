"""Spot places in a passage: names a gazetteer knows, names beside a kind word, unknown names after a preposition of place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from claimatlas.extract.mention import ActorMention, PlaceMention
from claimatlas.extract.nouns import nouns
from claimatlas.extract.place_part import with_context
from claimatlas.extract.place_unknown import unknown
from claimatlas.extract.place_words import NOT_PLACES, capital, joined, mention, personal
from claimatlas.model.passage import Passage
from claimatlas.model.place import Place

NAMED_KINDS = frozenset({"city", "hospital", "airport", "dam", "lake", "camp", "square", "mosque", "university", "suburb"})
WHERE = frozenset({"in", "at", "near", "toward", "towards", "into", "outside", "around"})


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
        """Actors less those that belong to a place's name ("al-Dawla" in "Saif al-Dawla", "Sadr" in "Sadr City") or are a town."""
        texts = [t.text for t in p.tokens]
        kept = [m for m in actors if m.first != m.last or not self._inside_name(p, texts, m.first)]
        return [m for m in kept if not self._town(p, texts, m)]

    def _town(self, p: Passage, texts: list[str], m: ActorMention) -> bool:
        """Whether an outlet's name is the town of that name: "north of Mayadin"."""
        if m.kind not in {"media", "agency"} or m.first != m.last or not _placed_by(p, m.first - 1):
            return False
        place = self.names.lookup(m.name)[:1] or self.names.lookup(m.text)[:1]
        return bool(place) and place[0].level == "town" and bool(self.names.longest(texts, m.first))

    def _inside_name(self, p: Passage, texts: list[str], at: int) -> bool:
        if any(length > 1 and p.lower_at(at + length - 1) in NAMED_KINDS for length in self.names.longest(texts, at)):
            return True
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
                last = _whole(p, at + length - 1, taken)
                yield mention(p, at, last, last == at + length - 1)
                length = last - at + 1
            at += length or 1

    def _length(self, p: Passage, texts: list[str], at: int, taken: set[int]) -> int:
        if at in taken or not capital(p, at) or p.tokens[at].lower in NOT_PLACES:
            return 0
        if p.tokens[at].lower in nouns("demonyms") and p.tokens[at].tag != "NNPS":
            return 0
        if personal(p, at):
            return 0
        for length in self.names.longest(texts, at):
            if all(i not in taken for i in range(at, at + length)) and (
                capital(p, at + length - 1) or texts[at + length - 1][:1].isdigit() or length > 1
            ):
                return length
        return 0


def _placed_by(p: Passage, i: int) -> bool:
    """Whether token i puts something at the place behind it: "near", "north of"."""
    return p.lower_at(i) in WHERE or (p.lower_at(i) == "of" and p.lower_at(i - 1) in nouns("directions"))


def _whole(p: Passage, last: int, taken: set[int]) -> int:
    """The last token of a known name, or of the longer name that it begins: a name is not cut before an article."""
    after = last + 1
    return after if after not in taken and joined(p, after) and p.tokens[last].text[-1:].isalpha() else last


def _border(p: Passage, m: PlaceMention) -> PlaceMention:
    """ "The border with Iraq" is the border, not the country."""
    i = m.first
    if i < 2 or p.tokens[i - 1].lower != "with" or p.tokens[i - 2].lower not in {"border", "frontier"}:
        return m
    start = p.tokens[i - 2].start
    text = p.text[start - p.start : m.end - p.start]
    return replace(m, first=i - 2, root=i - 2, start=start, name=text, text=text)
