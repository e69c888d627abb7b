"""Files to reports: one file, or many with one error for each that cannot be read."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from claimatlas.model.errors import InputError, UnreadableFile
from claimatlas.model.report import Report
from claimatlas.read.build import Keys, Origin, reports_of
from claimatlas.read.decode import clean, decode
from claimatlas.read.feed import is_feed, read_feed
from claimatlas.read.files import TABLES, ending, find_files, read_bytes, sha256_of, stem, unpacked
from claimatlas.read.limits import MB, TEXT
from claimatlas.read.mail import is_mail, read_mail
from claimatlas.read.markup import read_markdown
from claimatlas.read.page import read_page
from claimatlas.read.pdf import read_pdf
from claimatlas.read.publisher import Known
from claimatlas.read.raw import Raw, TableColumns
from claimatlas.read.table import read_table
from claimatlas.read.warc import read_warc
from claimatlas.read.word import read_word

PACKED = {
    ".doc": "an old Word file", ".odt": "an OpenDocument file", ".rtf": "an RTF file", ".xls": "an Excel file", ".xlsx": "an Excel file",
    ".zip": "an archive", ".tar": "an archive", ".7z": "an archive",
}  # fmt: skip


def read_file(path: Path, retrieved: str, columns: TableColumns | None = None, publishers: Known = ()) -> list[Report]:
    """All reports in one file, in its order.

    `retrieved`: the ISO date or time at which the file was fetched. `publishers`: pairs (name or domain, outlet) to recognise.
    Raises: UnreadableFile, MissingColumn; the first bad row of a table counts as the file's.
    """
    reports = []
    for found in iter_file(path, retrieved, columns, publishers):
        if isinstance(found, InputError):
            raise found
        reports.append(found)
    return reports


def read_paths(
    paths: Sequence[Path], retrieved: str, columns: TableColumns | None = None, publishers: Known = ()
) -> Iterator[Report | InputError]:
    """The reports of all files and folders, in order; in the place of a file or row that cannot be read, its error."""
    for path in find_files(paths):
        try:
            yield from iter_file(path, retrieved, columns, publishers)
        except InputError as error:
            yield error


def iter_file(path: Path, retrieved: str, columns: TableColumns | None = None, publishers: Known = ()) -> Iterator[Report | InputError]:
    """The reports of one file one by one, bad rows of a table as errors among them. Raises: UnreadableFile, MissingColumn."""
    if ending(path) == ".warc":
        yield from _archived(path, retrieved, publishers)
        return
    data = read_bytes(path)
    origin = Origin(str(path), stem(path), sha256_of(data), retrieved, publishers)
    keys = Keys()
    for raw in _raws(path, unpacked(path, data), columns):
        yield from (raw,) if isinstance(raw, InputError) else _checked(raw, origin, keys)


def _archived(path: Path, retrieved: str, publishers: Known) -> Iterator[Report | InputError]:
    """The pages of a web archive, each with the time at which it was fetched."""
    keys = Keys()
    for found in read_warc(path):
        if isinstance(found, InputError):
            yield found
        else:
            raw, fetched = found
            yield from _checked(raw, Origin(str(path), stem(path), "", fetched or retrieved, publishers), keys)


def _checked(raw: Raw, origin: Origin, keys: Keys) -> Iterator[Report | InputError]:
    if not clean(raw.text).strip():
        yield UnreadableFile(f"'{origin.path}' holds no text of a report; give a file or row with its words.")
    elif len(raw.text) > TEXT:
        yield UnreadableFile(f"'{origin.path}' holds a text of more than {TEXT // MB} million characters; split it.")
    else:
        yield from reports_of(raw, origin, keys)


def _raws(path: Path, data: bytes, columns: TableColumns | None) -> Iterator[Raw | InputError]:
    name, kind = str(path), ending(path)
    if not data.strip(b" \t\r\n\x00"):
        raise UnreadableFile(f"'{name}' is empty; give a file with the report's text in it.")
    if kind in PACKED:
        raise UnreadableFile(f"'{name}' is {PACKED[kind]}, which is not read; save it as text, HTML, PDF, DOCX or CSV.")
    if kind in TABLES:
        yield from read_table(path, data, columns)
    elif is_feed(data):
        yield from read_feed(data, name)
    else:
        yield _single(data, name, kind)


def _single(data: bytes, name: str, kind: str) -> Raw:
    """The one text of a file that is no table and no feed, by what its bytes are and what its ending says."""
    if data.startswith(b"%PDF-") or kind == ".pdf":
        return read_pdf(data, name)
    if data.startswith(b"PK\x03\x04") or kind == ".docx":
        return read_word(data, name)
    if kind == ".eml" or is_mail(data):
        return read_mail(data, name)
    if kind in (".html", ".htm", ".xhtml") or data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html")):
        return read_page(data, name)
    text, flags = decode(data, name)
    if kind in (".md", ".markdown"):
        raw = read_markdown(text.replace("\r\n", "\n"))
        return Raw(raw.text, raw.media_type, None, raw.title, raw.author, raw.publisher, raw.published, raw.url, None, flags)
    return Raw(text, flags=flags)
