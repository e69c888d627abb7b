"""The SQLite file under a ledger: opening, checking that it is ours, bringing older files up to date."""

import os
import sqlite3
from importlib.resources import files
from pathlib import Path

from claimatlas.ledger.chain import seal
from claimatlas.ledger.likes import LIKES_TABLES, fill
from claimatlas.ledger.transactions import ERRORS, meaning, transaction
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
    if fresh and not os.access(path if path.exists() else path.parent, os.W_OK):
        raise LedgerError(f"{path}: a ledger cannot be made here, as the folder may only be read; name another, or check its permissions.")
    try:
        db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None) if is_writable(path) else for_reading(path)
    except sqlite3.OperationalError as error:
        raise LedgerError(f"{path}: cannot be opened ({error}); check its permissions.") from error
    try:
        return _prepared(db, path)
    except ERRORS as error:
        db.close()
        if (meant := meaning(error)) and "damaged" not in meant:
            raise LedgerError(f"{path}: {meant}.") from error
        raise LedgerError(f"{path}: is not a Claimatlas ledger or is damaged ({error}); name another, or go on from a backup.") from error
    except LedgerError:
        db.close()
        raise


def is_writable(path: Path) -> bool:
    """Whether a ledger may be written: its file, and the folder for the files that SQLite lays beside it."""
    return os.access(path if path.exists() else path.parent, os.W_OK) and os.access(path.parent, os.W_OK)


def for_verifying(path: Path) -> sqlite3.Connection:
    """A connection that can only read, on a ledger whose chain is laid; text that is no UTF-8 comes as surrogates.

    Raises: LedgerError for a file that is no ledger.
    """
    connect(path, create=False).close()
    db = for_reading(path)
    db.text_factory = lambda told: told.decode("utf-8", "surrogateescape")
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'chain'").fetchone():
        db.close()
        raise LedgerError(f"{path}: is of an older Claimatlas and has no chain yet; open it once where it may be written.")
    return db


def laid(*types: str) -> dict[str, str]:
    """What a fresh ledger is laid with, of some types of the schema: name to statement."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    _lay_tables(db)
    rows = db.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    db.close()
    return {name: sql for kind, name, sql in rows if kind in types}


def for_reading(path: Path) -> sqlite3.Connection:
    """A connection to a file that may only be read; where SQLite may not lay its files beside it, nobody writes, so none are needed."""
    address = path.absolute().as_uri()
    db = sqlite3.connect(f"{address}?mode=ro", timeout=BUSY_SECONDS, isolation_level=None, uri=True)
    try:
        db.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        db.close()
        wal = path.with_name(path.name + "-wal")
        if wal.exists() and wal.stat().st_size:
            raise
        return sqlite3.connect(f"{address}?immutable=1", isolation_level=None, uri=True)
    return db


def in_memory(db: sqlite3.Connection) -> sqlite3.Connection:
    """A copy in memory of a ledger that may only be read, which may be brought up to date; the file stays as it is."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    db.backup(copy)
    copy.row_factory = sqlite3.Row
    db.close()
    return copy


def _prepared(db: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA foreign_keys = ON")
    if _empty(db):
        db.execute("PRAGMA journal_mode = WAL")
        with transaction(db):
            if _empty(db):  # another process may have laid the tables in the meantime
                _lay_tables(db)
    check(db, path)
    if _version(db) < SCHEMA_VERSION:
        db = db if is_writable(path) else in_memory(db)
        with transaction(db):
            if _version(db) < SCHEMA_VERSION:
                _update(db)
    db.execute("PRAGMA synchronous = FULL")
    return db


def _empty(db: sqlite3.Connection) -> bool:
    tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return bool(tables == 0 and db.execute("PRAGMA application_id").fetchone()[0] == 0)


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _lay_tables(db: sqlite3.Connection) -> None:
    _run(db, "schema.sql")
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _update(db)


def _update(db: sqlite3.Connection) -> None:
    """Lays what an older file lacks: the tables of the view and the index of like texts, which follow from the log, and its chain."""
    for name in VIEW_TABLES:
        db.execute(f"DROP TABLE IF EXISTS {name}")
    for name in LIKES_TABLES:
        db.execute(f"DROP TABLE IF EXISTS {name}")
    _run(db, "view.sql")
    _run(db, "likes.sql")
    fill(db)
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'chain'").fetchone():
        _run(db, "chain.sql")
        seal(db)
    db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _run(db: sqlite3.Connection, script: str) -> None:
    for statement in statements(script):
        db.execute(statement)


def statements(script: str) -> list[str]:
    """The statements of a script of this folder."""
    found, statement = [], ""
    for line in (files("claimatlas.ledger") / script).read_text(encoding="utf-8").splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            found.append(statement)
            statement = ""
    return found


def check(db: sqlite3.Connection, path: Path) -> None:
    """LedgerError unless the open file is a ledger of a version that this program knows."""
    owner, version = (db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    if owner != APPLICATION_ID:
        raise LedgerError(f"{path}: is an SQLite file of another program, not a Claimatlas ledger; name another file.")
    if version > SCHEMA_VERSION:
        raise LedgerError(f"{path}: was written by a newer Claimatlas (schema {version}, this one knows {SCHEMA_VERSION}); update first.")
