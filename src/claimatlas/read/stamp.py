"""The report's own date: of the dates in its head, the one that stands where publishers put it, not one told in a sentence."""

import re
from dataclasses import dataclass
from datetime import date

from claimatlas.read.dates import Dated, find_dates
from claimatlas.read.fields import date_in_name

HEAD = 400
"""How many characters of a text are searched for its date."""
TIME = re.compile(
    r"(?:\bat\s+)?\b\d{1,2}[:.]?\d{2}(?::?\d{2})?(?:\s*[AP]\.?M\b\.?)?(?:\s*\(?(?:GMT|UTC|EET|EST)[+\-\d:]*\)?)?[\s,|\-–—]*$", re.IGNORECASE
)
LABEL = re.compile(
    r"(?:(?:^|[\n|•·(])[\s*_]*(?:date|published|posted|updated|last\s+(?:updated|modified)|created|dated)"
    r"|(?:Date of [Pp]ublication|Published|Posted|Updated|Last [Uu]pdated|Publication [Dd]ate|Date|DATE|PUBLISHED|POSTED|UPDATED))"
    r"(?:\s+by\s+[^\n.]{1,40}?)?(?:\s+(?:on|at|in))?[\s:*_,|\-–]*$",
    re.IGNORECASE,
)
CASED = re.compile(r"[A-Z]|\A\s*[a-z]|[\n|•·(][\s*_]*[a-z]")
PROSE = re.compile(
    r"(?:on|since|until|till|from|of|in|by|before|after|the|to|and|between|through|around|early|late|last|dated|for|at|an?|this|mid"
    r"|during|that|as|with|than|about|is|was|were|or|per|next|every|each)",
    re.IGNORECASE,
)
AFTER = re.compile(r"[\s,.;:)\]|\-–—]*(?P<word>\w+)?(?P<label>:)?")
FOLLOWERS = frozenset(["by", "at", "updated", "edited", "gmt", "am", "pm", "last", "modified", "get", "text", "in"])
TAIL = re.compile(r"[\s)]*(?:\(updated|get short url|[\d:.]+\s*(?:[ap]\.?m|gmt|utc))", re.IGNORECASE)
AGENCY = re.compile(r"\b(?:AFP|AP|Reuters|REUTERS|DPA|dpa|SANA|TASS|Xinhua|Anadolu|AA|IRNA|UPI|EFE|ANSA|PTI|Agencies|agencies)\W*$")
NOTE = re.compile(r"^.{0,60}\b(?:note|bulletin|report|summary|update|statement|digest|briefing|edition) (?:of|for)$", re.IGNORECASE)
CITY = re.compile(r"^[A-Z][A-Z'’\- ]{2,}(?:[,/]\s*[A-Z][\w.\- ]*)?,?\s*$")
SURE, LIKELY, WEAK = 3.0, 2.0, 1.0


@dataclass(frozen=True, slots=True)
class Stamp:
    """The date chosen, its span in the text (both 0 when it is not from the text) and flags."""

    day: date | None
    start: int = 0
    end: int = 0
    flags: tuple[str, ...] = ()


def settle_date(text: str, stated: date | None, name: str | None = None, latest: date | None = None) -> Stamp:
    """The report's date: the stamp in its head, else what a column or metadata states, else the file name's, else None.

    `latest` is the day it was fetched: no report is dated after it.
    """
    named = date_in_name(name) if name else None
    best = best_stamp(text, stated, latest, named)
    if best is not None:
        return best
    if stated is not None:
        return Stamp(stated)
    if named is not None:
        return Stamp(named, flags=("date_from_name",))
    return Stamp(None, flags=("no_date",))


def best_stamp(text: str, stated: date | None = None, latest: date | None = None, near: date | None = None) -> Stamp | None:
    """The most trusted date standing in the text's head, the first of equals; None where none stands there.

    A day without a year is completed to lie nearest to `stated`, or else to `near`.
    """
    head = text[:HEAD]
    best: tuple[float, Dated] | None = None
    for found in find_dates(head, stated or near):
        score = trust(head, found)
        if latest is not None and found.day > latest:
            score = 0.0
        if score > 0 and (best is None or score > best[0]):
            best = score, found
    return _checked(best[1], stated) if best else None


def _checked(found: Dated, stated: date | None) -> Stamp:
    day, flags = found.day, []
    if found.weekday_fits is False:
        flags.append("weekday_differs")
        if stated is not None and found.day.replace(day=1) != stated.replace(day=1):
            return Stamp(stated, flags=("weekday_differs", f"date_differs:{found.day.isoformat()}"))
    if found.other is not None and stated == found.other:
        day = found.other
    elif found.other is not None and stated != found.day:
        flags.append("date_ambiguous")
    if stated is not None and stated != day:
        flags.append(f"date_differs:{stated.isoformat()}")
    return Stamp(day, found.start, found.end, tuple(flags))


def trust(head: str, found: Dated) -> float:
    """How surely a date in the head is the report's own: 3 sure, 2 likely, 1 weak, 0 not."""
    before = TIME.sub("", head[: found.start]).rstrip(" \t([{")
    after = head[found.end :]
    score = _standing(before, after, found)
    if not found.year_given and score < SURE:
        return 0.0
    return score - 0.5 if found.weekday_fits is False else score


def _standing(before: str, after: str, found: Dated) -> float:
    label = LABEL.search(before)
    if label and CASED.search(label.group()):
        return LIKELY + 0.25 if "pdated" in label.group().lower() else SURE
    line = before.rpartition("\n")[2].strip(" *_#>|-–—")
    rest = after.partition("\n")[0].strip(" *_|-–—)")
    if not line and not rest:
        return SURE
    if not line:
        return SURE if not _runs_on(after) else 0.0
    if CITY.match(line) and re.match(r"\s*[,(:/\-–—]", after):
        return SURE
    return _inside(line, rest, after, found)


def _inside(line: str, rest: str, after: str, found: Dated) -> float:
    """Trust in a date after a headline on the same line: none where it belongs to a sentence."""
    words = re.findall(r"[\w'’]+", line)
    if found.weekday_fits is not None and AGENCY.search(line):
        return LIKELY
    if NOTE.match(line) and not rest.strip("."):
        return LIKELY
    if (words and PROSE.fullmatch(words[-1])) or _runs_on(after):
        return 0.0
    if TAIL.match(after):
        return SURE - 0.5
    if found.weekday_fits is not None:
        return LIKELY
    return WEAK if found.year_given else 0.0


def _runs_on(after: str) -> bool:
    """Whether a sentence goes on after the date: the next word is in lower case and no word of a stamp."""
    match = AFTER.match(after)
    word = match["word"] if match and not match["label"] else None
    return bool(word and word[0].islower() and word.lower() not in FOLLOWERS)
