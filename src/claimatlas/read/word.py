"""DOCX documents, with a look into the zip before anything is unpacked."""

import io
import zipfile
from collections.abc import Iterator
from xml.sax import ContentHandler, SAXException

import docx
import lxml.etree
from defusedxml import DefusedXmlException
from defusedxml.sax import parseString
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph

from claimatlas.model.errors import UnreadableFile
from claimatlas.read.limits import DOCUMENT, MB, PARSER_ERRORS, RATIO, TEXT
from claimatlas.read.raw import Raw

MOST_PARTS = 5000
CELL_DEPTH = 5


def read_word(data: bytes, name: str) -> Raw:
    """Paragraphs and table rows in order, one a line. Raises: UnreadableFile for bombs, broken files and empty ones."""
    _check_zip(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
        text = "\n\n".join(line for line in _lines(document.iter_inner_content()) if line.strip())
        properties = document.core_properties
        title, author = properties.title or None, properties.author or None
    except (*PARSER_ERRORS, OpcError, zipfile.BadZipFile, lxml.etree.LxmlError) as error:
        raise _broken(name) from error
    if not text.strip():
        raise UnreadableFile(f"'{name}' has no text in it; give the report's text instead.")
    return Raw(
        text=text,
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        title=title,
        author=None if author == "python-docx" else author,
    )


def _lines(items: Iterator[Paragraph | Table], depth: int = 0) -> Iterator[str]:
    for item in items:
        if isinstance(item, Paragraph):
            yield item.text
        elif depth < CELL_DEPTH:
            for row in item.rows:
                yield "\t".join(" ".join(_lines(cell.iter_inner_content(), depth + 1)) for cell in row.cells)


def _check_zip(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            bomb = len(parts) > MOST_PARTS or sum(p.file_size for p in parts) > DOCUMENT or any(_swollen(p) for p in parts)
            if bomb:
                raise UnreadableFile(f"'{name}' unpacks to over {DOCUMENT // MB} MB or {RATIO}-fold its size; save it afresh.")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    parseString(packed.read(part), ContentHandler(), forbid_dtd=True)
    except (*PARSER_ERRORS, zipfile.BadZipFile, DefusedXmlException, SAXException) as error:
        raise _broken(name) from error


def _swollen(part: zipfile.ZipInfo) -> bool:
    return part.file_size > TEXT // 4 and part.file_size > RATIO * max(part.compress_size, 1)


def _broken(name: str) -> UnreadableFile:
    return UnreadableFile(f"'{name}' is no whole DOCX file; save it again as DOCX or give its text.")
