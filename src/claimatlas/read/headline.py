"""Headlines: a short line that ends in no full stop, or a run of capitals at the head of a paragraph."""

import re

from claimatlas.read.dateline import read_dateline

LONGEST_TITLE = 200
CAPITALS = re.compile(r"[A-Z][A-Z0-9'’\-.]*[A-Z0-9]s?")
CREDIT = re.compile(r"\s*[(\[]?(?:AFP|AP|REUTERS|SANA|AA|EPA|PHOTO|FILE|IMAGE|VIDEO|SOURCE)\b")
SMALL = frozenset("a an and as at by for from in into is near of off on or over s the to under vs with".split())  # noqa: SIM905
TOKEN = re.compile(r"[^\s]+")
FEWEST_CAPITALS = 4


def title_line(line: str) -> bool:
    """Whether a line, its marks taken off, can be a headline: three words or more, not long, no full stop, no dateline."""
    if len(line.split()) < 3 or len(line) > LONGEST_TITLE:
        return False
    return not line.endswith((".", ":", ";", ",")) and not read_dateline(line + " ")


def capital_headline(text: str, start: int) -> int:
    """End of a headline in capitals that begins at `start`; 0 where none does.

    It has four words in capitals or more, two of them of five letters, so that a row of abbreviations is none;
    neither is a photo credit, which opens with an agency's name.
    """
    if CREDIT.match(text, start):
        return 0
    end, shouted, long = 0, 0, 0
    for token in TOKEN.finditer(text, start, start + 400):
        if "\n" in text[end or start : token.start()] and end:
            break
        kind = _shouting(token.group())
        if kind is None:
            break
        if kind:
            shouted, end = shouted + 1, token.end()
            long += sum(c.isupper() for c in token.group()) >= 5
    enough = shouted >= FEWEST_CAPITALS and long >= 2 and not read_dateline(text, start)
    return end if enough else 0


def _shouting(token: str) -> bool | None:
    """True for a word in capitals or a number, False for what may stand between such words, None for what ends the headline."""
    word = token.strip("()[]\"'“”‘’,.:;!?|")
    if not word or word.lower() in SMALL or word.replace(",", "").isdigit():
        return False
    return True if CAPITALS.fullmatch(word) else None
