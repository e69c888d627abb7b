"""Web archives (WARC, ISO 28500): each page that was fetched is a report. The file is read record by record, whatever its size."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from claimatlas.model.errors import InputError, UnreadableFile
from claimatlas.read.decode import decode
from claimatlas.read.files import sha256_of
from claimatlas.read.limits import MB, PARSER_ERRORS, TEXT
from claimatlas.read.page import read_page
from claimatlas.read.raw import Raw

PAGES = ("text/html", "application/xhtml+xml")
GOOD = "200"
TYPES = frozenset(("warcinfo", "response", "resource", "request", "metadata", "revisit", "conversion", "continuation"))
BROKEN = "'{0}' is no whole web archive: it cannot be read behind record {1}; fetch it again."


@dataclass(frozen=True, slots=True)
class Fetched:
    """The body of one page: `date` is when it was fetched (ISO), `kind` its media type, `data` its bytes, unpacked."""

    url: str
    date: str
    kind: str
    data: bytes


def read_warc(path: Path) -> Iterator[tuple[Raw, str] | InputError]:
    """The text of each page with the time at which it was fetched; pages without a text of a report are passed over.

    What is not a page (pictures, style sheets, errors of the server, records that only say that nothing changed) is too.
    In the place of a page that is too large stands an error; a broken file ends with one. Raises: UnreadableFile where there is none.
    """
    for page in pages(path):
        if isinstance(page, InputError):
            yield page
        elif (raw := _raw(page, f"{page.url}' in '{path}")) is not None:
            yield raw, page.date


def pages(path: Path) -> Iterator[Fetched | InputError]:
    """The pages of a web archive, in its order."""
    number = 0
    try:
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream):
                number += record.format == "warc" and record.rec_type in TYPES
                found = _fetched(record, path)
                if found is not None:
                    yield found
    except (ArchiveLoadFailed, *PARSER_ERRORS) as error:
        if not path.is_file():
            raise UnreadableFile(f"'{path}' does not exist or cannot be opened; check the path.") from error
        yield UnreadableFile(BROKEN.format(path, number))
        return
    if number == 0:
        yield UnreadableFile(BROKEN.format(path, number))


def _fetched(record: Any, path: Path) -> Fetched | InputError | None:
    """The page of a record, None where it holds none."""
    head = record.rec_headers
    url, date = head.get_header("WARC-Target-URI") or "", head.get_header("WARC-Date") or ""
    kind = _kind(record)
    if kind is None or not url:
        return None
    data = record.content_stream().read(TEXT + 1)
    if len(data) > TEXT:
        return UnreadableFile(f"The page '{url}' in '{path}' is larger than {TEXT // MB} MB, the most that is read of one; leave it out.")
    return Fetched(url.strip("<>"), date, kind, data)


def _kind(record: Any) -> str | None:
    """The media type of a record that holds a page or its text."""
    if record.rec_type == "response" and record.http_headers is not None:
        if record.http_headers.get_statuscode() != GOOD:
            return None
        kind = record.http_headers.get_header("Content-Type") or ""
    elif record.rec_type in ("resource", "conversion"):
        kind = record.rec_headers.get_header("Content-Type") or ""
    else:
        return None
    kind = kind.partition(";")[0].strip().lower()
    return kind if kind in (*PAGES, "text/plain") else None


def _raw(page: Fetched, name: str) -> Raw | None:
    try:
        if page.kind in PAGES:
            raw = read_page(page.data, name)
        else:
            text, flags = decode(page.data, name)
            raw = Raw(text, flags=flags)
    except UnreadableFile:
        return None
    return replace(raw, url=page.url, key=page.url, sha256=sha256_of(page.data)) if raw.text.strip() else None
