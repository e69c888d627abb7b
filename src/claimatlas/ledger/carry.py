"""A ledger's record carried from one store into another: the same rows, the same chain."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from claimatlas.ledger import database, laying, likes
from claimatlas.ledger.connection import Db
from claimatlas.ledger.dialect import READ
from claimatlas.ledger.transactions import transaction
from claimatlas.model.address import Where
from claimatlas.model.errors import LedgerError

TABLES = {
    "originals": "sha256, size, packed",
    "reports": "seq, id, key, sha256, published, publisher, title, text, body",
    "readings": "seq, report_id, reader, version",
    "claims": 'seq, reading, id, report_id, type, stance, start, "end", place_id, lat, lon, at, quote, body',
    "judgements": "seq, id, kind, body",
    "chain": "seq, reports, readings, claims, judgements, hash",
}


def carry(source: Where, target: Where) -> None:
    """Carry the whole record of one ledger into another, which must be empty; the view is made anew when it is first asked for.

    Raises: LedgerError where the target holds reports, or either cannot be opened.
    """
    with closing(_open(source, False)) as there, closing(_open(target, True)) as here:
        there.execute(READ)
        with transaction(here):
            if here.execute("SELECT 1 FROM reports LIMIT 1").fetchone():
                raise LedgerError(f"{target}: holds a ledger already; name another place for the copy.")
            for table, columns in TABLES.items():
                marks = ", ".join("?" * len(columns.split(",")))
                here.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", _rows(there, table, columns))
            likes.fill(here)


def _open(where: Where, create: bool) -> Db:
    return database.connect(where, create) if isinstance(where, Path) else laying.connect(where, create)


def _rows(db: Db, table: str, columns: str) -> Iterator[tuple[object, ...]]:
    for row in db.execute(f"SELECT {columns} FROM {table} ORDER BY 1"):
        yield tuple(row)
