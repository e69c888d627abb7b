"""Changes and corrections as an Atom feed (RFC 4287): what a day brought, the newest day first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TextIO

from lxml import etree

ATOM = "http://www.w3.org/2005/Atom"
URN = "urn:claimatlas"


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of news: `key` makes its id, `link` leads to its page (relative to the feed)."""

    key: str
    day: date
    title: str
    text: str
    link: str = ""


def write_atom(title: str, entries: Sequence[Entry], stream: TextIO) -> int:
    """Writes the feed and returns the number of entries, ordered by day (newest first) and key; equal entries give equal bytes."""
    ordered = sorted(entries, key=lambda e: (-e.day.toordinal(), e.key))
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    _text(feed, "id", f"{URN}:feed")
    _text(feed, "title", title)
    _text(feed, "subtitle", "Reported, not verified.")
    _text(feed, "updated", _stamp(ordered[0].day if ordered else date(1970, 1, 1)))
    author = etree.SubElement(feed, f"{{{ATOM}}}author")
    _text(author, "name", "Claimatlas")
    for entry in ordered:
        _entry(feed, entry)
    stream.write('<?xml version="1.0" encoding="utf-8"?>\n' + etree.tostring(feed, encoding="unicode", pretty_print=True))
    return len(ordered)


def _entry(feed: etree._Element, entry: Entry) -> None:
    node = etree.SubElement(feed, f"{{{ATOM}}}entry")
    _text(node, "id", f"{URN}:{entry.day}:{entry.key}")
    _text(node, "title", entry.title)
    _text(node, "updated", _stamp(entry.day))
    if entry.link:
        etree.SubElement(node, f"{{{ATOM}}}link", href=entry.link)
    _text(node, "content", entry.text).set("type", "text")


def _stamp(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _text(parent: etree._Element, name: str, words: str) -> etree._Element:
    node = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    node.text = "".join(c for c in words if c in "\t\n" or c >= " ")
    return node
