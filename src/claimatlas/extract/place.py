"""Spot places in a passage: names a gazetteer knows, names beside a kind word, unknown names after a preposition of place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from claimatlas.extract.mention import ActorMention, PlaceMention
from claimatlas.extract.nouns import grouped, nouns
from claimatlas.extract.place_part import with_context
from claimatlas.extract.syntax import root_of_span
from claimatlas.model.passage import Passage
from claimatlas.model.place import Place

LOCATIVE = nouns("place_locative")
STRONG = {"in", "at", "near", "inside", "outside", "into", "toward", "towards"}
NOT_PLACES = nouns("place_not_places")


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
        found += list(_unknown(p, taken))
        found.sort(key=lambda m: m.first)
        return [self._extent(with_context(p, m, text)) for m in found]

    def without_parts_of_names(self, p: Passage, actors: Sequence[ActorMention]) -> list[ActorMention]:
        """Actors less those that are the tail of a longer place name: "al-Dawla" in "Saif al-Dawla"."""
        texts = [t.text for t in p.tokens]
        return [m for m in actors if m.first != m.last or not self._inside_name(p, texts, m.first)]

    def _inside_name(self, p: Passage, texts: list[str], at: int) -> bool:
        starts = [i for i in range(max(0, at - 2), at) if _capital(p, i) and p.tokens[i].lower not in nouns("demonyms")]
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
                yield _mention(p, at, at + length - 1, True)
            at += length or 1

    def _length(self, p: Passage, texts: list[str], at: int, taken: set[int]) -> int:
        if at in taken or not _capital(p, at) or p.tokens[at].lower in NOT_PLACES:
            return 0
        if p.tokens[at].lower in nouns("demonyms") and p.tokens[at].tag != "NNPS":
            return 0
        for length in self.names.longest(texts, at):
            if all(i not in taken for i in range(at, at + length)) and (
                _capital(p, at + length - 1) or texts[at + length - 1][:1].isdigit() or length > 1
            ):
                return length
        return 0


def _article(text: str) -> bool:
    """al-Sukhnah, at-Tanf: the capital stands behind the article."""
    head, dash, tail = text.partition("-")
    return bool(dash) and len(head) <= 3 and tail[:1].isupper()


def _capital(p: Passage, i: int) -> bool:
    text = p.tokens[i].text
    return text[:1].isupper() or _article(text)


def _unknown(p: Passage, taken: set[int]) -> Iterator[PlaceMention]:
    """Capitalised names beside a kind word or after a preposition of place that the gazetteer does not know."""
    kinds = grouped("place_kinds")
    i = 0
    while i < len(p.tokens):
        run = _run(p, i, taken)
        if not run:
            i += 1
            continue
        i = run[-1] + 1
        names = [j for j in run if p.tokens[j].lower not in kinds]
        before = p.tokens[run[0] - 1].lower if run[0] else ""
        before2 = p.tokens[run[0] - 2].lower if run[0] > 1 else ""
        after = p.tokens[run[-1] + 1].lower if run[-1] + 1 < len(p.tokens) else ""
        has_kind = (
            len(names) < len(run)
            or (before == "of" and before2 in kinds)
            or after in kinds
            or (before == "of" and before2 in nouns("directions"))
            or _explained(p, run[-1])
        )
        if before == "the" and before2 not in LOCATIVE and not has_kind:
            continue
        if names and (has_kind or before in STRONG) and p.tokens[names[-1]].pos in {"PROPN", "NOUN", "ADJ", "X"}:
            yield _mention(p, names[0], names[-1], False)


def _explained(p: Passage, last: int) -> bool:
    """ "Babeska, a village in Idlib": the kind follows as an apposition."""
    words = [t.lower for t in p.tokens[last + 1 : last + 6] if t.text != ","]
    return words[:1] in (["a"], ["an"]) and any(w in grouped("place_kinds") for w in words[1:3])


def _run(p: Passage, i: int, taken: set[int]) -> list[int]:
    out = []
    while i < len(p.tokens) and i not in taken and _capital(p, i) and p.tokens[i].lower not in NOT_PLACES:
        if (
            p.tokens[i].lower.rstrip(".") in nouns("titles")
            or p.tokens[i].lower in nouns("demonyms")
            or p.tokens[i].pos in {"PRON", "DET", "ADV", "VERB", "AUX", "CCONJ", "SCONJ", "ADP", "INTJ"}
            or (i == 0 and p.tokens[i].pos != "PROPN")
        ):
            break
        out.append(i)
        i += 1
    return out


def _mention(p: Passage, first: int, last: int, known: bool) -> PlaceMention:
    start, end = p.tokens[first].start, p.tokens[last].end
    text = p.text[start - p.start : end - p.start]
    return PlaceMention(first, last, root_of_span(p, first, last), text, start, end, text, known=known)
