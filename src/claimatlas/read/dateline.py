"""Datelines: the place, time and agency that open a wire story, as `BEIRUT (Reuters) -`."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from claimatlas.model.names import fold_name
from claimatlas.theatres import world

PLACE = r"(?P<place>[A-Z][A-Z'’.\-]{2,}(?:[ \-][A-Z][A-Z'’.\-]+){0,3}|[A-Z][a-z'’\-]{2,}(?:[ \-][A-Z][a-z'’\-]+){0,2})"
REST = r"(?:\s*[,/]\s*(?!\d)[A-Z][\w.]+(?: [A-Z][\w.]+)?)?(?:,?\s*(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?)?,?"
PAREN = r"(?:\s*\((?P<paren>[^()\n]{2,40})\))?"
DATELINE = re.compile(rf"^[ \t]*{PLACE}{REST}{PAREN}[ \t]*(?:[-–—]{{1,2}}|:(?=\s))\s*", re.MULTILINE)
SHORTEST = 5
"""Fewest letters of a cut-off word that is repaired: shorter ones meet too many names."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline with its span. `place` is repaired where its first letters were cut off; `paren` is what stands in brackets."""

    place: str
    start: int
    end: int
    paren: str | None = None
    repaired: bool = False


@lru_cache(maxsize=1)
def _states() -> dict[str, str]:
    names = [name for country in world.names().countries for name in (country.name, country.capital) if name]
    return {fold_name(name): name.upper() for name in names}


@lru_cache(maxsize=1)
def _cities() -> frozenset[str]:
    return frozenset(map(fold_name, world.names().towns))


def known_place(word: str) -> bool:
    """Whether a word names a country, a capital or a city of more than 15,000 people."""
    return fold_name(word) in _states() or fold_name(word) in _cities()


def repair(word: str) -> tuple[str, bool]:
    """The dateline word, with a lost first letter put back where exactly one country or capital fits; and whether that was done."""
    folded = fold_name(word)
    if len(folded) < SHORTEST or known_place(word):
        return word, False
    near = [name for key, name in _states().items() if Levenshtein.distance(folded, key, score_cutoff=1) <= 1]
    cut = [name for name in near if fold_name(name).endswith(folded)] or near
    return (cut[0], True) if len(cut) == 1 else (word, False)


def read_dateline(text: str, start: int = 0) -> Dateline | None:
    """The dateline at a line's start, offset `start`; None where none stands there.

    Without brackets, a place name that is known is needed: `ISIS - ` is none.
    """
    match = DATELINE.match(text, start)
    if match is None or (start > 0 and text[start - 1] != "\n"):
        return None
    place, repaired = repair(match["place"].strip(" .,"))
    shouted = place.isupper()
    agency = match["paren"] is not None
    if not (repaired or known_place(place)) and not (shouted and agency):
        return None
    if not shouted and not agency:
        return None
    return Dateline(place, match.start("place"), match.end(), match["paren"], repaired)


def first_dateline(text: str, until: int = 600) -> Dateline | None:
    """The first dateline that opens a line in the head of a text."""
    start = 0
    while 0 <= start < min(len(text), until):
        found = read_dateline(text, start)
        if found:
            return found
        start = text.find("\n", start) + 1 or -1
    return None
