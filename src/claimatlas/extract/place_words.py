"""What known and unknown place names share: capitals, words that are no places, the mention of a span."""

from claimatlas.extract.mention import PlaceMention
from claimatlas.extract.nouns import nouns
from claimatlas.extract.syntax import root_of_span
from claimatlas.model.passage import Passage

NOT_PLACES = nouns("place_not_places")
APOSTROPHES = "'\u2019\u2018`\u02bf\u02be"


def mention(p: Passage, first: int, last: int, known: bool) -> PlaceMention:
    """The place mention at tokens first..last; `known`: whether the gazetteer has the name."""
    start, end = p.tokens[first].start, p.tokens[last].end
    text = p.text[start - p.start : end - p.start]
    return PlaceMention(first, last, root_of_span(p, first, last), text, start, end, text, known=known)


def _article(text: str) -> bool:
    """al-Sukhnah, at-Tanf, al-'Ayn: the capital stands behind the article."""
    head, dash, tail = text.partition("-")
    return bool(dash) and len(head) <= 3 and tail.lstrip(APOSTROPHES)[:1].isupper()


def capital(p: Passage, i: int) -> bool:
    """Whether token i begins with a capital, the article before it aside."""
    text = p.tokens[i].text
    return text[:1].isupper() or _article(text)
