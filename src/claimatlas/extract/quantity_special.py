"""Counts that are not plain numbers: percentages and halves, no casualties, one person told by an article."""

import re
from dataclasses import dataclass

from claimatlas.extract.quantity_context import context_what
from claimatlas.extract.quantity_tree import is_person, kids
from claimatlas.extract.quantity_what import noun_what
from claimatlas.model.passage import Passage, Token

PERCENT_AFTER = re.compile(r"^\s*(?:%|per\s?cent\b|percentage points?\b)(?:\s+of\b)?", re.IGNORECASE)
FRACTION = re.compile(
    r"(?<!ern )(?<!other )(?<!second )(?<!first )(?<!this )"
    r"\b(?P<w>(?i:half|one third|a third|two thirds|a quarter|one quarter|three quarters"
    r"|one-third|two-thirds|one-quarter|three-quarters))"
    r"(?:\s+of\b|(?=\s+(?:the|its|their)\b))"
)
FRACTIONS = {
    "half": 50.0,
    "one third": 33.0,
    "a third": 33.0,
    "two thirds": 67.0,
    "a quarter": 25.0,
    "one quarter": 25.0,
    "three quarters": 75.0,
}
PHRASE_END = re.compile(r"[,.;:()]|\b(?:from|in|after|since|by|to|and)\b")
GROUP_WORDS = re.compile(
    r"\b(?:population|people|group|force|members|fighters|militants|civilians|troops|casualties|victims|dead|them|those|children|women|refugees"
    r"|weapons|stockpile|brigade|army|votes?|schools|hospitals)\b",
    re.IGNORECASE,
)
NO_LOSS = re.compile(
    r"\b(?:(?:no|any|without|zero)\s+(?:human\s+|civilian\s+|reported\s+)*(?P<noun>casualties|deaths|fatalities|injuries|losses|victims)"
    r"|(?:nobody|no[ -]one|none)\s+(?:was|were|has been|had been|is)\s+(?P<verb>killed|injured|hurt|wounded)"
    r"|no\s+(?:\w+\s+){1,2}(?:was|were)\s+(?P<verb2>killed|injured|hurt|wounded))\b",
    re.IGNORECASE,
)
SINGLE = frozenset({"a", "an", "another", "one"})


@dataclass(frozen=True, slots=True)
class Special:
    """A count at a span of the passage's text; `low` and `high` as in Quantity."""

    start: int
    end: int
    low: float | None
    high: float | None
    what: str
    who: str | None
    unit_text: str


def _finite(token: Token) -> bool:
    return (
        token.pos in ("VERB", "AUX") and token.dep not in ("amod", "compound", "pobj") and token.tag in ("VBD", "VBZ", "VBP", "MD", "VBN")
    )


def percent_what(passage: Passage, at: int) -> tuple[str, str]:
    """What a percentage told before offset `at` of the passage is of: a place, or else; and the words that name it."""
    stop = next((t.start - passage.start for t in passage.tokens if _finite(t) and t.start - passage.start >= at), None)
    phrase = PHRASE_END.split(passage.text[at:stop], maxsplit=1)[0].strip()
    return ("other" if not phrase or GROUP_WORDS.search(phrase) else "percent_of_place"), phrase


def fractions(passage: Passage) -> list[Special]:
    """Half of the city, a third of its territory, as percent."""
    found = []
    for m in FRACTION.finditer(passage.text):
        what, phrase = percent_what(passage, m.end())
        value = FRACTIONS[m["w"].lower().replace("-", " ")]
        found.append(Special(m.start(), m.end(), value, value, what, f"percent of {phrase}" if phrase else None, phrase))
    return found


def no_losses(text: str) -> list[Special]:
    """No casualties, nobody was hurt: a count of 0."""
    found = []
    for m in NO_LOSS.finditer(text):
        word = (m["noun"] or m["verb"] or m["verb2"]).lower()
        what = "wounded" if word in ("injuries", "injured", "hurt", "wounded") else "killed"
        found.append(Special(m.start(), m.end(), 0.0, 0.0, what, "people", word))
    return found


def single_persons(passage: Passage) -> list[Special]:
    """One person killed, wounded or taken, told by an article: "a sniper killed another journalist"."""
    found = []
    for token in passage.tokens:
        if token.tag != "NN" or not is_person(token.lemma.lower()):
            continue
        article = next((d for d in kids(passage, token, "det", "nummod") if d.lower in SINGLE), None)
        if article is None or article.lower == "one":
            continue
        what = context_what(passage, token)
        if what in ("killed", "wounded", "captured") and noun_what(passage, token) in (None, "fighters"):
            found.append(_single(passage, article, token, what))
    return found


def _single(passage: Passage, article: Token, noun: Token, what: str) -> Special:
    start, end = article.start - passage.start, noun.end - passage.start
    return Special(start, end, 1.0, 1.0, what, noun.text, noun.text)
