"""The SQLite file under a ledger: opening, checking that it is ours, transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from claimatlas.ledger.likes import LIKES_TABLES, fill
from claimatlas.model.errors import LedgerError

APPLICATION_ID = 0x434C4154  # "CLAT"
SCHEMA_VERSION = 4
BUSY_SECONDS = 10.0
VIEW_TABLES = (
    *("events", "event_claims", "claim_flags", "corrections", "view_state"),
    *("matched", "match_blocks", "links", "stands", "copied"),
)


def connect(path: Path, create: bool) -> sqlite3.Connection:
    """An open connection to a ledger file; LedgerError where it is absent, foreign or newer than this program."""
    fresh = not path.exists() or path.stat().st_size == 0
    if fresh and not create:
        raise LedgerError(f"{path}: there is no ledger here; add reports first, or check the path.")
    if path.is_dir() or (fresh and not path.parent.is_dir()):
        raise LedgerError(f"{path}: a ledger is one file in a folder that exists; name such a file.")
    try:
        db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    except sqlite3.OperationalError as error:
        raise LedgerError(f"{path}: cannot be opened ({error}); check its permissions.") from error
    try:
        _prepare(db, path)
    except sqlite3.DatabaseError as error:
        db.close()
        raise LedgerError(f"{path}: is not a Claimatlas ledger or is damaged ({error}); name another file.") from error
    except LedgerError:
        db.close()
        raise
    return db


def _prepare(db: sqlite3.Connection, path: Path) -> None:
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA foreign_keys = ON")
    if _empty(db):
        db.execute("PRAGMA journal_mode = WAL")
        with transaction(db):
            if _empty(db):  # another process may have laid the tables in the meantime
                _lay_tables(db)
    check(db, path)
    if db.execute("PRAGMA user_version").fetchone()[0] < SCHEMA_VERSION:
        with transaction(db):
            _lay_view(db)
    db.execute("PRAGMA synchronous = NORMAL")


def _empty(db: sqlite3.Connection) -> bool:
    tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return bool(tables == 0 and db.execute("PRAGMA application_id").fetchone()[0] == 0)


def _lay_tables(db: sqlite3.Connection) -> None:
    _run(db, "schema.sql")
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _lay_view(db)


def _lay_view(db: sqlite3.Connection) -> None:
    """The tables of the view, empty, and the index of like texts: an older file's are dropped, as they follow from the log."""
    for name in VIEW_TABLES:
        db.execute(f"DROP TABLE IF EXISTS {name}")
    for name in LIKES_TABLES:
        db.execute(f"DROP TABLE IF EXISTS {name}")
    _run(db, "view.sql")
    _run(db, "likes.sql")
    fill(db)
    db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _run(db: sqlite3.Connection, script: str) -> None:
    statement = ""
    for line in (files("claimatlas.ledger") / script).read_text(encoding="utf-8").splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""


def check(db: sqlite3.Connection, path: Path) -> None:
    """LedgerError unless the open file is a ledger of a version that this program knows."""
    owner, version = (db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    if owner != APPLICATION_ID:
        raise LedgerError(f"{path}: is an SQLite file of another program, not a Claimatlas ledger; name another file.")
    if version > SCHEMA_VERSION:
        raise LedgerError(f"{path}: was written by a newer Claimatlas (schema {version}, this one knows {SCHEMA_VERSION}); update first.")


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: what is written inside stands as a whole or not at all, also after a kill."""
    db.execute("BEGIN IMMEDIATE")
    with db:  # commits at the end, rolls back on any error
        yield
