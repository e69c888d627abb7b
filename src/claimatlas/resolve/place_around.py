"""All place names that a report's text holds, whether a claim tells of them or not: evidence for those that claims do."""

import re
from collections.abc import Collection

from claimatlas.model.place import PlaceRef
from claimatlas.resolve.gazetteer import Gazetteer

TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+|[^\w\s]")
ARTICLE_LETTERS = 3


def names_around(text: str, gazetteer: Gazetteer, taken: Collection[tuple[int, int]]) -> list[PlaceRef]:
    """Known place names of a text as references, in its order; `taken` are spans (start, end) that others already name."""
    tokens = list(TOKEN.finditer(text))
    words = [t.group() for t in tokens]
    busy = {at for start, end in taken for at in range(start, end)}
    found: list[PlaceRef] = []
    at = 0
    while at < len(words):
        length = next(iter(gazetteer.longest(words, at, limit=5)), 0) if _named(words[at]) else 0
        start, end = tokens[at].start(), tokens[at + max(length, 1) - 1].end()
        if length and busy.isdisjoint(range(start, end)):
            found.append(PlaceRef(text[start:end], text[start:end], start=start, end=end))
        at += max(length, 1)
    return found


def _named(word: str) -> bool:
    """Whether a word is written as a name: Sukhnah, al-Sukhnah."""
    head, dash, tail = word.partition("-")
    return word[:1].isupper() or not word.isascii() or (bool(dash) and len(head) <= ARTICLE_LETTERS and tail[:1].isupper())
