"""Who put a report out, as far as the text's own words, its address or its metadata tell."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from claimatlas.model.names import fold_name

SOURCE_LINE = re.compile(r"^[ \t]*(?:Source|Publisher|©|Copyright)[: ]\s*(?:\d{4}\s+)?(?P<who>[^\n]{2,80})$", re.MULTILINE | re.IGNORECASE)
OPENING = re.compile(r"\A[ \t]*(?P<who>[A-Z][\w .]{1,30}?)(?:\s*(?:[–—:|/]|-\s?)\s*)")
Known = Sequence[tuple[str, str]]


def host_of(url: str | None) -> str | None:
    """The host of an address without `www.`; None where there is none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def by_address(url: str | None, known: Known) -> str | None:
    """The outlet whose domain an address lies in. `known`: pairs (name or domain, outlet)."""
    host = host_of(url)
    if host is None:
        return None
    return next((outlet for word, outlet in known if "." in word and (host == word or host.endswith("." + word))), None)


def by_name(name: str | None, known: Known) -> str | None:
    """The outlet of that name; None where the list has none."""
    folded = fold_name(name or "")
    return next((outlet for word, outlet in known if folded and fold_name(word) == folded), None)


def by_words(text: str, agency: str | None, author: str | None, known: Known) -> str | None:
    """The outlet that the text itself names: in a source line at its end, its byline, its dateline or its first word."""
    line = SOURCE_LINE.search(text[-1000:])
    opening = OPENING.match(text)
    said = (line and line["who"].strip(" ."), author, agency, opening and opening["who"])
    return next((outlet for name in said if name and (outlet := by_name(name, known))), None)
