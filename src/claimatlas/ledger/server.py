"""A ledger in a PostgreSQL database: a connection that takes the store's statements, and what errors of the server mean."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from claimatlas.ledger.dialect import BEGIN, READ, of_many, translated
from claimatlas.model.address import Address
from claimatlas.model.errors import LedgerError

if TYPE_CHECKING:
    import psycopg

CHUNK = 500
"""Rows that one INSERT takes at most."""
LOCK = "SELECT pg_advisory_xact_lock(hashtext('claimatlas ' || current_schema()))"
"""Writers wait for one another: numbers of rows have no gaps, and each transaction adds one link to the chain."""
NEEDED = "a ledger on PostgreSQL needs the package psycopg and the library libpq; pip install 'claimatlas[postgres]'"


class Record(tuple[Any, ...]):
    """A row that answers to numbers and to the names of its columns."""

    names: dict[str, int]

    def __getitem__(self, key: Any) -> Any:
        return super().__getitem__(self.names[key] if isinstance(key, str) else key)


def _records(cursor: Any) -> Any:
    """Makes psycopg give Records."""
    names = {column.name: n for n, column in enumerate(cursor.description or ())}
    kind = type("Record", (Record,), {"names": names})
    return lambda values: kind(values)


class Server:
    """A connection to a ledger's schema, as `connection.Db` has it. Errors of the server are raised as LedgerError."""

    def __init__(self, db: "psycopg.Connection[Any]", address: Address) -> None:
        self._db, self.address = db, address

    def execute(self, sql: str, values: Sequence[Any] = (), /) -> Any:
        """Run one statement; a transaction that writes waits until no other writer is at work, one that reads sees one state."""
        if sql == BEGIN:
            self._run("BEGIN")
            return self._run(LOCK)
        if sql == READ:
            return self._run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        return self._run(translated(sql), values)

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]], /) -> Any:
        """Run one statement for each row, many rows of an INSERT at a time."""
        told, found = translated(sql), None
        one = of_many(told, 1) is not None
        for chunk in _chunks(rows, CHUNK if one else 1):
            whole = of_many(told, len(chunk)) or told
            found = self._run(whole, [v for row in chunk for v in row])
        return found

    def script(self, sql: str) -> None:
        """Run statements of PostgreSQL's own, without values."""
        self._run(sql, None)

    def _run(self, sql: str, values: Sequence[Any] | None = ()) -> Any:
        import psycopg

        try:
            return self._db.execute(sql, None if values is None else list(values))
        except psycopg.Error as error:
            raise LedgerError(f"{self.address}: {meaning(error)}.") from error

    def close(self) -> None:
        """Close the connection."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /) -> None:
        if not self._db.closed:
            self._run("COMMIT" if kind is None else "ROLLBACK")


def _chunks(rows: Iterable[Sequence[Any]], size: int) -> Iterator[list[Sequence[Any]]]:
    left = iter(rows)
    while chunk := list(islice(left, size)):
        yield chunk


def connected(address: Address) -> Server:
    """An open connection with the ledger's schema in front. Raises LedgerError where the server or the package is not there."""
    try:
        import psycopg
    except ImportError as error:
        raise LedgerError(f"{address}: {NEEDED}.") from error
    try:
        # the schema of the ledger alone: nothing of another program's is met by its names
        options = {**address.options, "options": f"-c search_path={address.schema},public -c client_encoding=UTF8"}
        db = psycopg.connect(**options, autocommit=True, row_factory=_records, cursor_factory=psycopg.ClientCursor)  # type: ignore[arg-type]
    except psycopg.Error as error:
        raise LedgerError(f"{address}: {meaning(error)}.") from error
    return Server(db, address)


def meaning(error: Exception) -> str:
    """What an error of the server means to its user, in one clause."""
    state = getattr(error, "sqlstate", None)
    first = next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
    known = {
        "42501": f"the server does not let this user do that ({first}); ask its keeper for the right to write to the schema",
        "53100": "the server's disk is full, and nothing of this step was kept; make room and give the same command again",
        "25006": "it may only be read here, and nothing was written",
        "57P01": "the server was shut down; give the same command again when it is back",
    }
    if state in known:
        return known[state]
    if state is None:
        return f"the server cannot be reached ({first}); check the address and whether it runs"
    return f"the server refuses ({first})"
