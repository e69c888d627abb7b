"""From what a file held to reports: the text is split where it is a digest, and each piece's head is read."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from claimatlas.model.claim import content_id
from claimatlas.model.report import Report
from claimatlas.read.dateline import first_dateline
from claimatlas.read.decode import clean
from claimatlas.read.digest import split
from claimatlas.read.fields import parse_date
from claimatlas.read.head import Head, author_of, read_head
from claimatlas.read.publisher import Known, by_address, by_name, by_words
from claimatlas.read.raw import Raw
from claimatlas.read.stamp import Stamp, best_stamp, settle_date
from claimatlas.read.tongue import language_of


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that reports come from: its path as given, the name reports get, its hash, the day it was fetched."""

    path: str
    name: str
    sha256: str
    retrieved: str
    known: Known = ()


@dataclass(slots=True)
class Keys:
    """Gives each report of a file its own key: `name`, `name#2`, ..."""

    used: set[str] = field(default_factory=set)
    last: Counter[str] = field(default_factory=Counter)

    def next(self, name: str) -> str:
        """The next free key for this name."""
        key = name
        while key in self.used:
            self.last[name] += 1
            key = f"{name}#{self.last[name] + 1}"
        self.used.add(key)
        return key


def reports_of(raw: Raw, origin: Origin, keys: Keys) -> Iterator[Report]:
    """The reports in one text: one, or one for each piece of a digest. Pieces take over the first one's date unless they have their own."""
    text = clean(raw.text)
    spans = split(text)
    latest = parse_date(origin.retrieved)
    first = settle_date(text[slice(*spans[0])], raw.published, None if raw.is_row else origin.name, latest)
    for number, span in enumerate(spans):
        piece = text[slice(*span)]
        stamp = first if number == 0 else _later_stamp(piece, first, latest)
        yield _report(raw, piece, number, stamp, origin, keys)


def _later_stamp(piece: str, first: Stamp, latest: date | None) -> Stamp:
    own = best_stamp(piece, first.day, latest)
    flags = tuple(f for f in first.flags if not f.startswith(("date_differs", "weekday")))
    return Stamp(own.day, own.start, own.end) if own else Stamp(first.day, flags=flags)


def _report(raw: Raw, piece: str, number: int, stamp: Stamp, origin: Origin, keys: Keys) -> Report:
    head = number == 0
    key = keys.next(raw.key or origin.name)
    top = read_head(piece)
    title = (raw.title if head else None) or top.title
    author = author_of(piece, title) or (raw.author if head else None)
    dateline = first_dateline(piece)
    agency = dateline.paren if dateline else None
    publisher = _publisher(raw, piece, top, (author, agency), origin.known, number)
    return Report(
        id=content_id("r", [key, publisher, stamp.day.isoformat() if stamp.day else None, piece]),
        key=key,
        text=piece,
        publisher=publisher,
        title=clean(title) if title else None,
        author=author,
        published=stamp.day,
        retrieved=origin.retrieved,
        url=raw.url,
        sha256=raw.sha256 or origin.sha256,
        language=language_of(piece),
        dateline=dateline.place if dateline else None,
        flags=(*raw.flags, *stamp.flags, *(() if head else ("piece",))),
        origin=origin.path,
        media_type=raw.media_type,
    )


def _publisher(raw: Raw, piece: str, top: Head, said: tuple[str | None, str | None], known: Known, number: int) -> str | None:
    """A table's own word stays as given; a site's name or a masthead is put in the list's form where the list knows it."""
    if raw.publisher and raw.is_row:
        return raw.publisher
    author, agency = said
    stated = by_address(raw.url or (f"mailto://{raw.host}" if raw.host else None), known) or by_name(raw.publisher, known)
    masthead = by_name(top.publisher, known) or top.publisher
    return stated or (raw.publisher if number == 0 else None) or masthead or by_words(piece, agency, author, known) or raw.publisher
