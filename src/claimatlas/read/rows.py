"""Rows of a table file: CSV, TSV, JSON lines, a JSON list, Parquet."""

import csv
import io
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import msgspec

from claimatlas.model.errors import InputError, UnreadableFile
from claimatlas.read.decode import clean, decode
from claimatlas.read.files import ending
from claimatlas.read.limits import TEXT

Row = dict[str, Any]


def table_rows(path: Path, data: bytes) -> Sequence[Row | InputError]:
    """The rows by what the file's ending says it is; an error in the place of a broken one.

    Raises: UnreadableFile where the file is no such table.
    """
    kind = ending(path)
    if kind == ".parquet":
        return _parquet_rows(path, data)
    text, _ = decode(data, str(path))
    return _delimited(path, text) if kind in (".csv", ".tsv") else _json_rows(path, text)


def _delimited(path: Path, text: str) -> list[Row | InputError]:
    csv.field_size_limit(TEXT)
    header = text.partition("\n")[0]
    mark = "\t" if ending(path) == ".tsv" else max(",;\t", key=header.count)
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark) if row]
    except csv.Error as error:
        raise UnreadableFile(f"'{path}' is no readable table ({error}); check its quotes.") from error
    names = [clean(name).strip() for name in rows[0]] if rows else []
    if len(set(names)) < len(names):
        raise UnreadableFile(f"'{path}' has two columns of one name in its first row; give each its own name.")
    return [_named(path, number, names, row) for number, row in enumerate(rows[1:], 1)]


def _named(path: Path, number: int, names: list[str], row: list[str]) -> Row | InputError:
    if len(row) > len(names):
        return UnreadableFile(f"Row {number} of '{path}' has {len(row)} fields under {len(names)} column names; quote its text.")
    return dict(zip(names, row + [""] * (len(names) - len(row)), strict=True))


def _json_rows(path: Path, text: str) -> list[Row | InputError]:
    if ending(path) == ".json":
        whole = _json(text)
        if not isinstance(whole, list):
            raise UnreadableFile(f"'{path}' is no list of JSON objects; give one object a report, in a list or one a line (.jsonl).")
        return [_object(path, number, value) for number, value in enumerate(whole, 1)]
    lines = [line for line in text.split("\n") if line.strip()]
    return [_object(path, number, _json(line)) for number, line in enumerate(lines, 1)]


def _json(text: str) -> object:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None


def _object(path: Path, number: int, value: object) -> Row | InputError:
    if isinstance(value, dict):
        return value
    return UnreadableFile(f"Record {number} of '{path}' is not a JSON object; write one object in braces for each report.")


def _parquet_rows(path: Path, data: bytes) -> list[Row | InputError]:
    """Rows by DuckDB from a copy under a plain name: a path with `*` would be read as a pattern."""
    if not data.startswith(b"PAR1"):
        raise UnreadableFile(f"'{path}' is no Parquet file although its name says so; give the file its right ending.")
    settings: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "threads": "1",
    }
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(":memory:", config=settings) as base:
        copy = Path(folder, "table.parquet")
        copy.write_bytes(data)
        try:
            found = base.execute("SELECT * FROM read_parquet(?)", [str(copy)])
            names = [column[0] for column in found.description or ()]
            return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
        except duckdb.Error as error:
            raise UnreadableFile(f"'{path}' is no whole Parquet file; write it again.") from error


def row_bytes(row: Row) -> bytes:
    """The canonical JSON of a row: keys in order, UTF-8, no blanks; what its SHA-256 is taken of."""
    text = json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)
    return text.encode("utf-8", "replace")
