"""RSS and Atom feeds: one report an entry, from the bytes given; nothing is fetched."""

import io
import re
from typing import Any
from xml.etree.ElementTree import ParseError

import defusedxml.ElementTree
import feedparser
from defusedxml import DefusedXmlException

from claimatlas.model.errors import UnreadableFile
from claimatlas.read.dates import make_date
from claimatlas.read.limits import PARSER_ERRORS
from claimatlas.read.outlet import site_name
from claimatlas.read.page import fragment_text
from claimatlas.read.raw import Raw

FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|channel)[\s>]")


def is_feed(data: bytes) -> bool:
    """Whether bytes begin as an RSS or Atom feed does."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and FEED.search(head) is not None and b"<html" not in head.lower()


def read_feed(data: bytes, name: str) -> list[Raw]:
    """The entries that hold a text, in the feed's order. Raises: UnreadableFile where none does, or for entity bombs."""
    _refuse_entities(data, name)
    try:
        feed = feedparser.parse(io.BytesIO(data))
    except PARSER_ERRORS as error:
        raise UnreadableFile(f"'{name}' is no feed that can be read; save it again.") from error
    site = site_name(_words(feed.feed.get("title")))
    found = [raw for entry in feed.entries if (raw := _entry(entry, site))]
    if not found:
        raise UnreadableFile(f"The feed '{name}' has no entry with a text; save it again with its entries.")
    return found


def _refuse_entities(data: bytes, name: str) -> None:
    try:
        defusedxml.ElementTree.fromstring(data)
    except DefusedXmlException as error:
        raise UnreadableFile(f"'{name}' defines XML entities, which a feed has no need of; take them out.") from error
    except (ParseError, LookupError, ValueError):
        return


def _entry(entry: Any, site: str | None) -> Raw | None:
    bodies = [str(c.get("value", "")) for c in entry.get("content", ())] + [str(entry.get("summary", ""))]
    text = next((t for body in bodies if (t := fragment_text(body))), "")
    title = _words(entry.get("title"))
    if not text and not title:
        return None
    plain = dict(entry)  # feedparser's own `get` warns where a date is not there
    moment = plain.get("published_parsed") or plain.get("updated_parsed")
    return Raw(
        text=text or title or "",
        media_type="application/feed+xml",
        title=title,
        author=_words(entry.get("author")),
        publisher=site,
        published=make_date(*moment[:3]) if moment else None,
        url=str(entry["link"]) if entry.get("link") else None,
    )


def _words(value: object) -> str | None:
    text = fragment_text(str(value)) if value else ""
    return " ".join(text.split()) or None
