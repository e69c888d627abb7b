"""Bytes to reports: text, HTML, feeds, e-mail, DOCX, PDF and tables, split where several reports were pasted into one."""

from claimatlas.read.batch import iter_file, read_file, read_paths
from claimatlas.read.boilerplate import seams
from claimatlas.read.copies import CopyIndex, Signature, mark_copies, signature
from claimatlas.read.digest import split
from claimatlas.read.files import find_files, read_bytes
from claimatlas.read.head import stamp_end
from claimatlas.read.raw import TableColumns

__all__ = [
    "CopyIndex",
    "Signature",
    "TableColumns",
    "find_files",
    "iter_file",
    "mark_copies",
    "read_bytes",
    "read_file",
    "read_paths",
    "seams",
    "signature",
    "split",
    "stamp_end",
]
