"""Who put a report out, as far as the text's own words, its address or its metadata tell."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from claimatlas.model.names import fold_name
from claimatlas.read.dateline import first_dateline, known_place
from claimatlas.read.outlet import is_generic, is_name, is_outlet

SOURCE_LINE = re.compile(r"^[ \t]*(?:Source|Publisher|©|Copyright)[: ]\s*(?:\d{4}\s+)?(?P<who>[^\n]{2,80})$", re.MULTILINE | re.IGNORECASE)
PUBLISHER_LINE = re.compile(r"^[ \t]*Publisher:\s*(?P<who>[^\n]{2,80})$", re.MULTILINE | re.IGNORECASE)
OPENING = re.compile(r"\A[ \t]*(?P<who>[A-Z][\w .]{1,30}?)(?:\s*(?:[–—:|/\n]|-\s?)\s*)")
LONGEST_ACRONYM = 5
"""Most letters of an agency in capitals that may sound like a place, as SANA does."""
TAIL = 1000
"""How many characters at a text's end are searched for a source line."""
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
    """The outlet that the text itself names: in a source line at its end, its byline, its dateline or its first word.

    A name that the list does not know is taken from a line `Publisher:`, from the dateline's brackets, or from a source line
    where it says that it is a publisher's.
    """
    opening = OPENING.match(text)
    said = (source_line(text), author, agency, opening and opening["who"])
    listed = next((outlet for name in said if name and (outlet := by_name(name, known))), None)
    return listed or _unlisted(text, agency)


def _unlisted(text: str, agency: str | None) -> str | None:
    own = PUBLISHER_LINE.search(text[-TAIL:])
    if own and is_name(name := own["who"].strip(" .")):
        return name
    if is_agency(agency):
        return agency
    source = source_line(text)
    return source if source and is_outlet(source) else None


def is_agency(agency: str | None) -> bool:
    """Whether a dateline's brackets hold a publisher's name, not a time or a country."""
    if agency is None or not is_name(agency) or is_generic(agency):
        return False
    return (agency.isupper() and len(agency) <= LONGEST_ACRONYM) or not known_place(agency)


def source_line(text: str) -> str | None:
    """What a line such as `Source: Levant Wire` near the end of a text names."""
    line = SOURCE_LINE.search(text[-TAIL:])
    return line["who"].strip(" .") if line else None


def credited(text: str) -> list[str]:
    """The publishers that a text says it has its words from: in its source line and in its dateline."""
    dateline = first_dateline(text)
    agency = dateline.paren if dateline and is_agency(dateline.paren) else None
    return [name for name in (source_line(text), agency) if name]
