"""Transactions on a ledger's file, and what its errors mean, in one sentence each."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from claimatlas.ledger.connection import Db
from claimatlas.ledger.dialect import BEGIN
from claimatlas.model.errors import LedgerError

ERRORS = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What a damaged file raises; the second where SQLite's message quotes broken words of the file."""
MEANINGS = {
    sqlite3.SQLITE_FULL: "the disk is full, and nothing of this step was kept; make room and give the same command again",
    sqlite3.SQLITE_READONLY: "it may only be read here, and nothing was written; check the permissions of the file and its folder",
    sqlite3.SQLITE_BUSY: "another program has been writing to it for too long; give the same command again when that is done",
    sqlite3.SQLITE_IOERR: "the disk refuses to be written or read, and nothing of this step was kept; check it for room and for faults",
    sqlite3.SQLITE_CORRUPT: "the file is damaged; run claimatlas verify, and go on from a backup",
    sqlite3.SQLITE_NOTADB: "the file is damaged; run claimatlas verify, and go on from a backup",
}


@contextmanager
def transaction(db: Db) -> Iterator[None]:
    """All or nothing: what is written inside stands as a whole or not at all, also after a kill.

    Raises: LedgerError where the ledger cannot be written (full disk, no permission, locked, damaged).
    """
    try:
        db.execute(BEGIN)
        with db:  # commits at the end, rolls back on any error
            yield
    except sqlite3.DatabaseError as error:
        if (meant := meaning(error)) is None:
            raise
        raise LedgerError(f"{file_of(db)}: {meant}.") from error


def meaning(error: Exception) -> str | None:
    """What an error of the file means to its user; None for one that is ours."""
    code = getattr(error, "sqlite_errorcode", None)
    return MEANINGS.get(code & 0xFF) if code is not None else None


def file_of(db: Db) -> str:
    """The path of an open file."""
    try:
        return str(db.execute("PRAGMA database_list").fetchone()[2]) or "the ledger"
    except sqlite3.DatabaseError:
        return "the ledger"
