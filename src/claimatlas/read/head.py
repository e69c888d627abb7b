"""What the head of a text says of itself: its publisher, its title, its author, the stamp lines around its title."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from claimatlas.read.headline import capital_headline, title_line
from claimatlas.read.outlet import cased, large_words
from claimatlas.read.stampline import BYLINE, POSTED, StampLine, read_line

HEAD_LINES = 8
HEAD = 2000
"""How many characters of a text are searched for its head."""
MARKS = " \t#*_>"
MOST_WORDS_ALONE = 3
"""Most large words of a masthead below which no headline stands: a longer one may be the headline itself."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its span, its words without marks, what it is as a stamp."""

    start: int
    end: int
    words: str
    stamp: StampLine | None


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a text. `end`: offset behind the stamp lines that open it; `below`: the span of those under its title."""

    end: int = 0
    publisher: str | None = None
    title: str | None = None
    below: tuple[int, int] | None = None


def read_head(text: str) -> Head:
    """The masthead, title and stamp lines that open a text; an empty head where its first line tells news."""
    lines = list(islice(_lines(text), HEAD_LINES))
    stamps = _opening(lines, text)
    title = _title(lines[len(stamps) :], text)
    alone = title is not None and len(title) >= len(lines[len(stamps)].words)
    under = list(_under(lines[len(stamps) + 1 :])) if alone else []
    names = [s.stamp.name for s in (*stamps, *under) if s.stamp and s.stamp.name and (s.stamp.sure or _tells_itself(s.stamp.name, text))]
    below = (under[0].start, under[-1].end) if under else None
    return Head(_skip_blank(text, stamps[-1].end) if stamps else 0, cased(names[0], text) if names else None, title, below)


def _lines(text: str) -> Iterator[Line]:
    at = 0
    for line in text[:HEAD].splitlines(keepends=True):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            yield Line(start, at + len(line.rstrip()), line.strip(MARKS + "\r\n"), read_line(line))
        at += len(line)


def _opening(lines: list[Line], text: str) -> list[Line]:
    """The stamp lines that open a text, up to the first line that may be its headline."""
    run = []
    for line in lines:
        if line.stamp is None:
            break
        run.append(line)
    rest = lines[len(run) :]
    headed = _title(rest, text) is not None
    for number, line in enumerate(run):
        if not _stands(line, number, run, headed):
            return run[:number]
    return run


def _stands(line: Line, number: int, run: list[Line], headed: bool) -> bool:
    """Whether a line without a date is a masthead: one that a date or headline follows, and that looks like no headline."""
    stamp = line.stamp
    if stamp is None or (stamp.dated and (stamp.sure or stamp.name is None)):
        return stamp is not None
    strong = any(other.stamp and other.stamp.dated for other in run)
    if stamp.sure:
        short = stamp.dated or large_words(stamp.name or "") <= MOST_WORDS_ALONE
        return (strong and (headed or short)) or (headed and number == 0)
    return strong and headed and (stamp.name is None or number == 0)


def _title(lines: list[Line], text: str) -> str | None:
    """The headline that the first of these lines is: a run of capitals, or a short line without a full stop, with text below."""
    if not lines:
        return None
    first = lines[0]
    shouted = capital_headline(text, first.start)
    if shouted:
        return text[first.start : shouted].strip()
    return first.words if title_line(first.words) and len(text[first.end :].strip()) >= len(first.words) else None


def _under(lines: list[Line]) -> Iterator[Line]:
    """The stamp lines under a title: those with a date or a byline, and a publisher's name that says what it is."""
    for line in lines:
        if line.stamp is None or not (line.stamp.sure or (line.stamp.dated and line.stamp.name is None)):
            return
        yield line


def _tells_itself(name: str, text: str) -> bool:
    """Whether a text speaks of that name as of its publisher: `told Hill Sun`, `Hill Sun's correspondent`."""
    form = rf"\btold (?:the )?{re.escape(name)}\b|\b{re.escape(name)}(?:['’]s?)? (?:correspondent|reporter)|\({re.escape(name)}\) ?[-–—]"
    return re.search(form, text, re.IGNORECASE) is not None


def _skip_blank(text: str, at: int) -> int:
    """The start of the next line that is not blank; the text's end where none follows."""
    blank = re.compile(r"[ \t\r\n]*\n|[ \t\r\n]*\Z").match(text, at)
    return blank.end() if blank else at


def stamp_end(text: str) -> int:
    """Offset behind the masthead and stamp lines that open a text; 0 where its first line says something."""
    return read_head(text).end


def title_of(text: str) -> str | None:
    """The headline of a text, below its masthead: a heading in capitals, or a short line that ends in no full stop."""
    return read_head(text).title


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
