"""Lines that stand above or below a headline and tell no news: dates, labels, bylines, mastheads."""

import re
from dataclasses import dataclass

from claimatlas.read.dateline import known_place
from claimatlas.read.dates import find_dates
from claimatlas.read.outlet import is_department, is_generic, is_name, is_outlet, is_short_name

LONGEST_LINE = 160
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
LABELLED = re.compile(r"^[ \t]*(?P<label>Source|Publisher|Published by|Outlet|From)\s*:\s*(?P<who>[^\n]{2,80})$", re.IGNORECASE)
NUMBER = re.compile(r"\b(?:No|Nr|Number|Issue|Vol|Volume)\b\.?\s*#?\s*\d{1,5}\b|#\s?\d{1,5}\b", re.IGNORECASE)
NOTE_OF = re.compile(r"\b(?:note|bulletin|report|summary|update|statement|digest|briefing|edition) (?:of|for)\s*(?=\x00)", re.IGNORECASE)
WRITER = re.compile(
    rf"by (?:the |our |an? )?(?:{NAME}|[\w\- ]{{0,30}}\b(?:correspondent|desk|staff|reporter|editors?|newsroom)s?)", re.IGNORECASE
)
WEEKDAYS = re.compile(r"By (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]+ \d|Dawn|Noon|Midnight|Night)\b")
PARTS = re.compile(r"\s*[|•·\t]\s*|\s+[-–—]+\s+|[,:/]\s+|\.\s+|\x00")


@dataclass(frozen=True, slots=True)
class StampLine:
    """A line that tells no news.

    `dated`: it holds a date, a number of issue, a label or a byline, as no headline does. `name`: a publisher's.
    `sure`: the name says of itself that it is a publisher's, or a label says so.
    """

    dated: bool
    name: str | None = None
    sure: bool = False


def stamp_line(line: str) -> bool:
    """Whether a line is nothing but a date, a label, a byline: `date 2017-08-02 Posted on by someone`."""
    if len(line) <= LONGEST_LINE and BYLINE.match(line) and not WEEKDAYS.match(line.strip()) and not line.rstrip().endswith("."):
        return True
    dates = find_dates(line)
    labelled = POSTED.search(line)
    if not dates and not labelled:
        return False
    rest = line[: labelled.start()] + line[labelled.end() :] if labelled and len(labelled["who"].split()) <= 5 else line
    for found in reversed(find_dates(rest)):
        rest = rest[: found.start] + rest[found.end :]
    return len(STAMP_WORDS.sub("", rest)) <= 2


def read_line(line: str) -> StampLine | None:
    """The line as a stamp or masthead; None where it is a headline or tells something."""
    line = line.strip(" \t\r\n#*_>")
    if not line or len(line) > LONGEST_LINE:
        return None
    label = LABELLED.match(line)
    if label:
        who = label["who"].strip(" .")
        return StampLine(True, who, True) if is_name(who) else None
    return _by_parts(line) or (StampLine(True) if stamp_line(line) else None)


def _by_parts(line: str) -> StampLine | None:
    """A masthead such as `Levant Wire | Monday, 24 July 2017`: each of its parts is a name, a department, a place or a piece of a stamp."""
    bare = line
    for found in reversed(find_dates(line)):
        bare = bare[: found.start] + "\x00" + bare[found.end :]
    bare = NUMBER.sub("\x00", bare)
    dated = bare != line
    parts = [p for part in PARTS.split(NOTE_OF.sub("\x00", bare)) if (p := part.strip(" \t.,;|*_()[]–—-"))]
    names = [p for p in parts if not _is_trimming(p)]
    if len(names) > 1 or not (names or dated):
        return None
    if not names:
        return StampLine(dated)
    sure = is_outlet(names[0])
    first = names[0] == parts[0]
    return StampLine(dated, names[0], sure) if sure or (first and is_short_name(names[0])) else None


def _is_trimming(part: str) -> bool:
    """Whether a part of a line is a time, a label, a section, a department, a byline or a place."""
    if not STAMP_WORDS.sub("", part) or is_generic(part) or is_department(part):
        return True
    return WRITER.fullmatch(part) is not None or (part[0].isupper() and known_place(part))
