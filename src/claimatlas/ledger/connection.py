"""What a ledger asks of its database: the part of sqlite3's connection that the store uses, which a server's connection offers too."""

from collections.abc import Iterable, Iterator, Mapping
from types import TracebackType
from typing import Any, Protocol

Row = Mapping[str, Any]
"""A row by the names of its columns."""


class Answer(Protocol):
    """The rows of a statement. `rowcount`: how many it wrote."""

    @property
    def rowcount(self) -> int: ...
    def fetchone(self) -> Any: ...
    def fetchall(self) -> list[Any]: ...
    def __iter__(self) -> Iterator[Any]: ...


class Db(Protocol):
    """An open database. Statements are SQLite's, values stand for `?`; rows answer to numbers and names; used as a context, what was
    begun is committed at the end and rolled back on an error.
    """

    def execute(self, sql: str, values: Any = ..., /) -> Answer: ...
    def executemany(self, sql: str, rows: Iterable[Any], /) -> Answer: ...
    def close(self) -> None: ...
    def __enter__(self) -> Any: ...
    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /) -> bool | None: ...
