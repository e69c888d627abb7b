"""Reading of counts: the numbers of a passage, their bounds, what they count and whom."""

import re
from dataclasses import dataclass, replace

from claimatlas.extract.quantity_exclude import names_something, overlaps
from claimatlas.extract.quantity_special import PERCENT_AFTER, Special, fractions, no_losses, percent_what, single_persons
from claimatlas.extract.quantity_surface import adjacent_state, adjacent_verb, surface_what
from claimatlas.extract.quantity_tree import counted, kids
from claimatlas.extract.quantity_what import noun_what, what_of
from claimatlas.extract.quantity_words import Numeral, numerals
from claimatlas.extract.time import time_mentions
from claimatlas.model.passage import Passage, Token

__all__ = ["NumberMention", "quantities"]

FIRST_NUMBER = re.compile(
    r"\d|\b(?:an?\s+(?:hundred|thousand|million|dozen|score|couple|few)|half\s+a|several|few|tens|dozens?|scores?|hundreds?|thousands?|millions?"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|zero)\b",
    re.IGNORECASE,
)
PLAIN_ONE = ("one", "zero")


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A count in a passage: its words and span in the report (code points), bounds, and what it counts.

    `low` and `high`: None where not bounded that way. `what`: one of model.quantity.WHAT. `who`: the counted noun phrase.
    `unit_text`: the counted noun, or the word that the number hangs on. `head`: index of that word's token, or None.
    """

    text: str
    start: int
    end: int
    low: float | None
    high: float | None
    approx: bool
    unit_text: str
    what: str
    who: str | None
    head: int | None = None


def _tokens_in(passage: Passage, start: int, end: int) -> list[Token]:
    return [t for t in passage.tokens if t.start - passage.start < end and start < t.end - passage.start]


def _phrase(passage: Passage, noun: Token, number: Token) -> str:
    """The counted words: the noun with its close modifiers, the number left out."""
    words = [t for t in kids(passage, noun, "amod", "compound", "nmod", "poss") if number.index < t.index < noun.index]
    first = words[0] if words else noun
    text = passage.text[first.start - passage.start : noun.end - passage.start]
    return text if first.index > number.index else noun.text


def _force_before(passage: Passage, index: int) -> bool:
    return any(noun_what(passage, t) == "fighters" for t in passage.tokens[:index])


def _says_little(passage: Passage, noun: Token, number: Token, what: str) -> bool:
    """Whether "one" counts nothing worth keeping: the pronoun, one man, one of the worst attacks."""
    of_many = noun.dep == "pobj" and passage.tokens[noun.head].head == number.index
    return what in ("other", "fighters") or (of_many and what in ("attacks", "strikes", "places"))


def _noun_and_number(passage: Passage, inside: list[Token]) -> tuple[Token, Token]:
    """The counted word and the number's own token."""
    number = inside[-1]
    noun = counted(passage, number)
    if noun.index == number.index and len(inside) > 1:
        noun = next((w for t in reversed(inside) if (w := counted(passage, t)).index > number.index), number)
    return noun, number


def _class(passage: Passage, n: Numeral, noun: Token, number: Token) -> str:
    """The class by syntax, put right by the words right beside the number."""
    what = what_of(passage, noun, number)
    before, after = passage.text[: n.start], passage.text[n.end :]
    if noun_what(passage, noun) in (None, "fighters"):
        tail = passage.text[max(noun.end - passage.start, n.end) :]
        beside = adjacent_state(tail) or adjacent_verb(before)
        what = beside or (surface_what(before, after) if what in ("other", "fighters") else None) or what
    refers_back = noun.lower in ("them", "others", "more") or noun.index == number.index
    return "fighters" if what == "other" and n.vague and refers_back and _force_before(passage, number.index) else what


def _idle(passage: Passage, n: Numeral, noun: Token, number: Token, what: str) -> bool:
    """Whether a number counts nothing: "one" as a pronoun, a bare figure, a figure before a name."""
    if number.lower in PLAIN_ONE and _says_little(passage, noun, number, what):
        return True
    if what != "other" or n.vague:
        return False
    bounded = n.low is None or n.high is None or n.approx
    return noun.tag == "NNP" or (noun.index == number.index and not bounded)


def _plain(passage: Passage, n: Numeral, number_start: int) -> NumberMention | None:
    inside = _tokens_in(passage, number_start, n.end)
    if not inside:
        return None
    noun, number = _noun_and_number(passage, inside)
    what = _class(passage, n, noun, number)
    if _idle(passage, n, noun, number, what):
        return None
    who = None if noun in inside else _phrase(passage, noun, number)
    span = (n.start + passage.start, n.end + passage.start)
    return NumberMention(passage.text[n.start : n.end], *span, n.low, n.high, n.approx, noun.text, what, who, noun.index)


def _percent(passage: Passage, n: Numeral) -> NumberMention | None:
    m = PERCENT_AFTER.match(passage.text[n.end :])
    if not m:
        return None
    end = n.end + m.end()
    what, phrase = percent_what(passage, end)
    what = what if m[0].endswith("of") else "other"
    who = f"percent of {phrase}" if phrase else "percent"
    text = passage.text[n.start : end]
    return NumberMention(text, n.start + passage.start, end + passage.start, n.low, n.high, n.approx, phrase, what, who)


def _special(passage: Passage, s: Special) -> NumberMention:
    text = passage.text[s.start : s.end]
    return NumberMention(text, s.start + passage.start, s.end + passage.start, s.low, s.high, False, s.unit_text, s.what, s.who)


def _number_start(passage: Passage, n: Numeral) -> int:
    m = FIRST_NUMBER.search(passage.text, n.start, n.end)
    return m.start() if m else n.start


def _shared_bounds(passage: Passage, found: list[NumberMention]) -> list[NumberMention]:
    """In "including at least two fighters and five civilians" the bound is shared by both numbers."""
    out: list[NumberMention] = []
    for m in found:
        before = out[-1] if out else None
        if before and m.what == "other" and m.unit_text.lower() in ("them", "whom"):
            m = replace(m, what=before.what)
        if before and m.head is not None and before.head is not None and m.low == m.high and before.high is None and "least" in before.text:
            token = passage.tokens[m.head]
            if token.dep == "conj" and token.head == before.head and m.what == before.what and _included(passage, before.head):
                m = replace(m, high=None)
        out.append(m)
    return out


def _counts_time(passage: Passage, mention: NumberMention, times: list[tuple[int, int]]) -> bool:
    if mention.head is None:
        return False
    at = passage.tokens[mention.head].start - passage.start
    return any(a <= at < b for a, b in times)


def _included(passage: Passage, head: int) -> bool:
    return passage.tokens[passage.tokens[head].head].lower in ("including", "among")


def quantities(passage: Passage) -> list[NumberMention]:
    """The counts of a passage in order of place; dates, ages, names, money and measures are left out."""
    text = passage.text
    times = [(t.start - passage.start, t.end - passage.start) for t in time_mentions(passage)]
    found: list[NumberMention] = []
    for n in numerals(text):
        start = _number_start(passage, n)
        if overlaps(replace(n, start=start), times):
            continue
        percent = _percent(passage, n)
        mention = percent or (None if names_something(text, n, start) else _plain(passage, n, start))
        if mention and not _counts_time(passage, mention, times):
            found.append(mention)
    shares = fractions(passage)
    found = [m for m in found if not any(s.start + passage.start < m.end and m.start < s.end + passage.start for s in shares)]
    taken = [(m.start - passage.start, m.end - passage.start) for m in found]
    for s in [*shares, *no_losses(text), *single_persons(passage)]:
        if not any(s.start < end and start < s.end for start, end in taken):
            found.append(_special(passage, s))
    return _shared_bounds(passage, sorted(found, key=lambda m: m.start))
