"""What the readers of formats hand on: a text and what its wrapping says about it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class TableColumns:
    """Which columns of a table hold what; None where the table has no such column. `key` names the report."""

    key: str | None = None
    text: str | None = None
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Raw:
    """One text before its head is read. `published` is what a column or metadata says, which may be wrong.

    `key` is set for a table row with a key column; `is_row` marks a table row, whose `sha256` is that of its canonical JSON.
    `host` is the domain of an e-mail's sender.
    """

    text: str
    media_type: str = "text/plain"
    key: str | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    sha256: str | None = None
    flags: tuple[str, ...] = ()
    is_row: bool = False
    host: str | None = None
