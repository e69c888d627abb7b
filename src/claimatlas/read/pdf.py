"""PDFs that hold text; scans are refused."""

import io
from datetime import datetime

import pypdf
from pypdf.errors import PyPdfError

from claimatlas.model.errors import UnreadableFile
from claimatlas.read.limits import MB, PAGES, PARSER_ERRORS, TEXT
from claimatlas.read.raw import Raw


def read_pdf(data: bytes, name: str) -> Raw:
    """The text of the pages in order, an empty line between two.

    Raises: UnreadableFile for a broken, locked, scanned or over-long PDF.
    """
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFile(f"'{name}' is locked with a password; save a copy without one.")
        text = _pages(reader, name)
        about = reader.metadata
        title, author = (about.title, about.author) if about else (None, None)
        made = about.creation_date if about else None
    except (*PARSER_ERRORS, PyPdfError) as error:
        raise UnreadableFile(f"'{name}' is no whole PDF; save it again or give its text.") from error
    if not text.strip():
        raise UnreadableFile(f"'{name}' holds no text, only pictures of pages; run text recognition on it first.")
    flags = (f"file_made:{made.date().isoformat()}",) if isinstance(made, datetime) else ()
    return Raw(text=text, media_type="application/pdf", title=title or None, author=author or None, flags=flags)


def _pages(reader: pypdf.PdfReader, name: str) -> str:
    if len(reader.pages) > PAGES:
        raise UnreadableFile(f"'{name}' has more than {PAGES} pages; split it.")
    texts, size = [], 0
    for page in reader.pages:
        texts.append(page.extract_text())
        size += len(texts[-1])
        if size > TEXT:
            raise UnreadableFile(f"'{name}' holds more than {TEXT // MB} million characters; split it.")
    return "\n\n".join(texts)
