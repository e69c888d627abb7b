"""What the head of a text says of itself: its title, its author, the stamp lines above its first sentence."""

import re

from claimatlas.read.dateline import read_dateline
from claimatlas.read.dates import find_dates

HEAD_LINES = 8
LONGEST_TITLE = 200
NAME = r"[A-Z][\w'’\-]+(?:\s+(?:al-|[A-Z])[\w'’.\-]+){0,3}"
POSTED = re.compile(r"\b(?:[Pp]osted|[Pp]ublished|[Ww]ritten|[Aa]dded)\b[^\n]{0,40}?\bby[: ]\s*(?P<who>[^\n]{2,200})")
BYLINE = re.compile(
    rf"^[ \t]*(?:By|BY|Author|Reported by|Written by)[: ]\s*(?P<who>{NAME}(?:(?:,| and| &)\s+{NAME}){{0,3}})\s*(?=$|[|,(–-])",
    re.MULTILINE,
)
STAMP_WORDS = re.compile(
    r"\b(?:date|of publication|publication|posted|published|updated|last|modified|created|on|at|by)\b"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\d{1,2}[:.]\d{2}|\b(?:[ap]\.?m|gmt|utc)\b|[\W_]",
    re.IGNORECASE,
)
CAPITALS = re.compile(r"[A-Z][A-Z0-9'’\-.]*[A-Z0-9]s?")
CREDIT = re.compile(r"\s*[(\[]?(?:AFP|AP|REUTERS|SANA|AA|EPA|PHOTO|FILE|IMAGE|VIDEO|SOURCE)\b")
SMALL = frozenset("a an and as at by for from in into is near of off on or over s the to under vs with".split())  # noqa: SIM905
TOKEN = re.compile(r"[^\s]+")
FEWEST_CAPITALS = 4


def stamp_line(line: str) -> bool:
    """Whether a line is nothing but a date, a label, a byline: `date 2017-08-02 Posted on by someone`."""
    if BYLINE.match(line):
        return True
    dates = find_dates(line)
    labelled = POSTED.search(line)
    if not dates and not labelled:
        return False
    rest = line[: labelled.start()] + line[labelled.end() :] if labelled and len(labelled["who"].split()) <= 5 else line
    for found in reversed(find_dates(rest)):
        rest = rest[: found.start] + rest[found.end :]
    return len(STAMP_WORDS.sub("", rest)) <= 2


def stamp_end(text: str) -> int:
    """Offset behind the stamp lines that open a text; 0 where its first line says something."""
    end = 0
    for line in text.splitlines(keepends=True)[:HEAD_LINES]:
        if line.strip() and not stamp_line(line):
            break
        end += len(line)
    return end if text[:end].strip() else 0


def author_of(text: str, title: str | None = None) -> str | None:
    """The name in a byline in the first 400 characters; None where it runs on into other words and cannot be cut."""
    head = text[:400]
    found = POSTED.search(head) or BYLINE.search(head)
    if found is None:
        return None
    who = found["who"]
    if title and title[:40] in who:
        who = who[: who.index(title[:40])]
    who = re.split(r"[|(]|\s[-–—]\s", who)[0].strip(" .,:;\t")
    return who if who and len(who.split()) <= 5 else None


def title_of(text: str) -> str | None:
    """The headline that opens a text: a heading in capitals, or a short first line that ends in no full stop."""
    body = text[stamp_end(text) :].lstrip()
    shouted = capital_headline(body, 0)
    if shouted:
        return body[:shouted].strip()
    line, found, rest = body.partition("\n")
    line = line.strip(" \t#*_")
    if not found or len(rest.strip()) < len(line) or not len(line.split()) >= 3 or len(line) > LONGEST_TITLE:
        return None
    return None if line.endswith((".", ":", ";", ",")) or read_dateline(line + " ") else line


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
