"""The bytes that a report came in: the file's, those of its row in a table, or those of its page in a web archive."""

from collections.abc import Iterator
from pathlib import Path

from claimatlas.model.errors import UnreadableFile
from claimatlas.model.report import Report
from claimatlas.read.files import ending, read_bytes, sha256_of, unpacked
from claimatlas.read.rows import row_bytes, table_rows
from claimatlas.read.warc import Fetched, pages


class Originals:
    """Finds a report's bytes by its SHA-256; holds those of one file at a time, as reports come file by file."""

    def __init__(self) -> None:
        self._path = ""
        self._found: dict[str, bytes] = {}
        self._pages: Iterator[tuple[str, bytes]] = iter(())

    def of(self, report: Report) -> bytes:
        """The bytes. Raises: UnreadableFile where the file has changed since it was read."""
        if report.origin != self._path:
            self._path, self._found, self._pages = report.origin, {}, iter(())
        if report.sha256 not in self._found:
            self._load(report)
        if report.sha256 not in self._found:
            raise UnreadableFile(f"'{report.origin}' has changed while it was read; read it again.")
        return self._found[report.sha256]

    def _load(self, report: Report) -> None:
        path = Path(report.origin)
        if ending(path) == ".warc":
            self._found = self._page(path, report.sha256)
            return
        data = read_bytes(path)
        whole = sha256_of(data)
        if whole == report.sha256:
            self._found = {whole: data}
        else:
            rows = (row_bytes(row) for row in table_rows(path, unpacked(path, data)) if isinstance(row, dict))
            self._found = {sha256_of(row): row for row in rows}

    def _page(self, path: Path, sha256: str) -> dict[str, bytes]:
        """A page of a web archive: the next one of that hash, else the first; pages are asked for in the archive's order."""
        ahead = next((found for found in self._pages if found[0] == sha256), None)
        if ahead is None:
            self._pages = ((sha256_of(p.data), p.data) for p in pages(path) if isinstance(p, Fetched))
            ahead = next((found for found in self._pages if found[0] == sha256), None)
        return dict([ahead]) if ahead else {}
