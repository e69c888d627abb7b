"""The bytes that a report came in: the file's, or those of its row in a table."""

from pathlib import Path

from claimatlas.model.errors import UnreadableFile
from claimatlas.model.report import Report
from claimatlas.read.files import read_bytes, sha256_of, unpacked
from claimatlas.read.rows import row_bytes, table_rows


class Originals:
    """Finds a report's bytes by its SHA-256; holds those of one file at a time, as reports come file by file."""

    def __init__(self) -> None:
        self._path = ""
        self._found: dict[str, bytes] = {}

    def of(self, report: Report) -> bytes:
        """The bytes. Raises: UnreadableFile where the file has changed since it was read."""
        if report.origin != self._path:
            self._path, self._found = report.origin, {}
        if report.sha256 not in self._found:
            self._load(report)
        if report.sha256 not in self._found:
            raise UnreadableFile(f"'{report.origin}' has changed while it was read; read it again.")
        return self._found[report.sha256]

    def _load(self, report: Report) -> None:
        path = Path(report.origin)
        data = read_bytes(path)
        whole = sha256_of(data)
        if whole == report.sha256:
            self._found = {whole: data}
        else:
            rows = (row_bytes(row) for row in table_rows(path, unpacked(path, data)) if isinstance(row, dict))
            self._found = {sha256_of(row): row for row in rows}
