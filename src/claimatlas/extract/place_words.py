"""What known and unknown place names share: capitals, words that are no places, the mention of a span."""

from claimatlas.extract.mention import PlaceMention
from claimatlas.extract.nouns import grouped, nouns
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
    """Whether token i begins with a capital, the article before it aside, or is written in Arabic letters, which have none."""
    text = p.tokens[i].text
    return text[:1].isupper() or _article(text) or "\u0600" <= text[:1] < "\u0700"


def joined(p: Passage, i: int) -> bool:
    """Whether token i goes on with the name before it: an Arabic article with its capital, "al-Naasan"."""
    return 0 < i < len(p.tokens) and _article(p.tokens[i].text) and p.tokens[i].text[:1].islower()


def personal(p: Passage, i: int) -> bool:
    """Whether token i is part of a person's name: "Mahmoud al-Halabi", "Jordan Smith"."""
    before, after = p.tokens[i - 1] if i else None, p.tokens[i + 1] if i + 1 < len(p.tokens) else None
    if before is not None and before.lower in nouns("place_persons") and before.text[:1].isupper():
        return True
    given = p.tokens[i].lower in nouns("place_given_names")
    return given and after is not None and after.tag == "NNP" and after.text.isalpha() and after.lower not in grouped("place_kinds")
