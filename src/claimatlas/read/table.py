"""Tables: one report a row, from CSV, TSV, JSON lines or Parquet."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from claimatlas.model.errors import InputError, MissingColumn, UnreadableFile
from claimatlas.read.fields import day_first, parse_date
from claimatlas.read.files import ending, sha256_of
from claimatlas.read.raw import Raw, TableColumns
from claimatlas.read.rows import Row, row_bytes, table_rows

MEDIA = {".csv": "text/csv", ".tsv": "text/tab-separated-values", ".parquet": "application/vnd.apache.parquet"}
USUAL_TEXT = ("text", "content", "body", "article_content", "article", "notes")


def read_table(path: Path, data: bytes, columns: TableColumns | None) -> Iterator[Raw | InputError]:
    """One text a row; a row that cannot be used gives an error in its place.

    Raises: UnreadableFile where the file is no table, MissingColumn where a named column is not in it.
    """
    rows = table_rows(path, data)
    columns = _checked(path, rows, columns or TableColumns())
    dates = (str(r.get(columns.date) or "") for r in rows if isinstance(r, dict)) if columns.date else ()
    first_is_day = day_first(dates)
    for number, row in enumerate(rows, 1):
        yield row if isinstance(row, InputError) else _raw(path, number, row, columns, first_is_day)


def _checked(path: Path, rows: Sequence[Row | InputError], columns: TableColumns) -> TableColumns:
    good = [row for row in rows if isinstance(row, dict)]
    if not good:
        if any(isinstance(row, InputError) for row in rows):
            return columns
        raise UnreadableFile(f"'{path}' is a table without rows; give one row for each report.")
    names = list(dict.fromkeys(name for row in good for name in row))
    text = columns.text or next((n for n in USUAL_TEXT if n in names), None)
    if text is None:
        raise MissingColumn(f"'{path}' has no column that is plainly the text; name one of: {_listed(names)}.")
    for column in (columns.key, text, columns.title, columns.publisher, columns.date, columns.url):
        if column is not None and column not in names:
            raise MissingColumn(f"'{path}' has no column '{column}'; name one of: {_listed(names)}.")
    return TableColumns(columns.key, text, columns.title, columns.publisher, columns.date, columns.url)


def _listed(names: Sequence[str]) -> str:
    """Names of columns on one line, whatever is in them."""
    return ", ".join(" ".join(name.split()) for name in names)[:300]


def _raw(path: Path, number: int, row: Row, columns: TableColumns, first_is_day: bool) -> Raw | InputError:
    text = _cell(row, columns.text)
    if text is None:
        return UnreadableFile(f"Row {number} of '{path}' has no text in column '{columns.text}'; fill it or take the row out.")
    return Raw(
        text=text,
        media_type=MEDIA.get(ending(path), "application/json"),
        key=_cell(row, columns.key),
        title=_cell(row, columns.title),
        publisher=_cell(row, columns.publisher),
        published=parse_date(row.get(columns.date), first_is_day) if columns.date else None,
        url=_cell(row, columns.url),
        sha256=sha256_of(row_bytes(row)),
        is_row=True,
    )


def _cell(row: Row, column: str | None) -> str | None:
    value = row.get(column) if column is not None else None
    text = "" if value is None else str(value)
    return text if text.strip() else None
