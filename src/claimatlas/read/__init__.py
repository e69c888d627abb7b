"""Bytes to reports: text, HTML, feeds, e-mail, DOCX, PDF and tables, split where several reports were pasted into one."""

from claimatlas.read.batch import iter_file, read_file, read_paths
from claimatlas.read.boilerplate import seams
from claimatlas.read.copies import Signature, alike, earliest, joined, mark_copies, marked, signature
from claimatlas.read.digest import split
from claimatlas.read.files import find_files, read_bytes
from claimatlas.read.head import stamp_end
from claimatlas.read.raw import TableColumns

__all__ = [
    "Signature",
    "TableColumns",
    "alike",
    "earliest",
    "find_files",
    "iter_file",
    "joined",
    "mark_copies",
    "marked",
    "read_bytes",
    "read_file",
    "read_paths",
    "seams",
    "signature",
    "split",
    "stamp_end",
]
