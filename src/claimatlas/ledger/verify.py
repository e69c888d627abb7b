"""Whether a ledger's log is what was added to it: the chain recomputed, originals hashed, quotes looked up. Nothing is written."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import astuple, dataclass, replace
from pathlib import Path

from claimatlas.ledger import database, laying, rules
from claimatlas.ledger.chain import SEALED, START, Link, Tip, head, link_of, links
from claimatlas.ledger.connection import Db
from claimatlas.ledger.dialect import READ
from claimatlas.ledger.stamps import Stamp
from claimatlas.ledger.transactions import ERRORS
from claimatlas.ledger.verify_rows import Rows
from claimatlas.model.address import Address, Where

Look = Callable[[], Iterator[str]]
MOST = 100
"""So many findings are told."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found: `changes`, one sentence each, [] where all is as it was added; and how much was looked at.

    `head`: the last link. `notes`: what is amiss in what is derived, and is made anew from the log.
    """

    changes: tuple[str, ...]
    notes: tuple[str, ...] = ()
    head: Link = START
    originals: int = 0


def verify(path: Where, against: Stamp | None = None) -> Verified:
    """Recomputes all that the ledger's record rests on. `against`: a head noted earlier, which must still be in the chain.

    Every row of the log, every original's bytes and every claim's quote are read; some 30,000 claims a second.
    Raises: LedgerError for a file that is no ledger; one of an older version has its chain laid first.
    """
    if isinstance(path, Address):
        with closing(laying.connect(path, create=False)) as db:
            return _verified(db, against, lambda: iter(()), lambda: rules.changed(db))
    try:
        with closing(database.for_verifying(path)) as file:
            found = _verified(file, against, lambda: _file(file), lambda: _rules(file))
    except ERRORS as error:
        return Verified((f"the file cannot be read to its end ({error})",))
    return replace(found, notes=tuple(_words(path)))


def _verified(db: Db, against: Stamp | None, store: Look, laid: Look) -> Verified:
    """`store`, `laid`: what is amiss in the file as such, and in the rules that keep the log from being changed."""
    db.execute(READ)  # all that follows sees one state, whoever writes
    rows = Rows(db)
    changes = [*store(), *_chain(db, rows, against), *rows.left_over(), *laid()]
    more = [f"and {len(changes) - MOST} more"] if len(changes) > MOST else []
    return Verified((*changes[:MOST], *more), (), head(db), rows.originals)


def _file(db: sqlite3.Connection) -> Iterator[str]:
    """What SQLite finds amiss in the file."""
    told = [str(row[0]) for row in db.execute("PRAGMA integrity_check")]
    yield from (f"the file: {line}" for line in told if line != "ok")


def _words(path: Path) -> Iterator[str]:
    """What is amiss in the indexes of words, which only serve the search; asked in a way that needs a file that may be written."""
    if not database.is_writable(path):
        return
    with closing(sqlite3.connect(path, timeout=database.BUSY_SECONDS, isolation_level=None)) as db:
        for table in ("report_words", "claim_words"):
            try:
                db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
            except ERRORS as error:
                yield f"the index of words {table} does not fit ({error}); only the search uses it"


def _chain(db: Db, rows: Rows, against: Stamp | None) -> Iterator[str]:
    before, met = START, against is None or against.links == 0
    for link in links(db):
        if not all(isinstance(n, int) for n in astuple(link.tip)):
            yield f"link {link.seq} of the chain cannot be read"
            return
        if link.seq != before.seq + 1:
            yield f"link {before.seq + 1} of the chain is missing; {link.seq} follows {before.seq}"
        if any(getattr(link.tip, table) < getattr(before.tip, table) for table in SEALED):
            yield f"link {link.seq} of the chain reaches less far than the one before"
        made = link_of(db, Link(link.seq - 1, before.tip, before.hash), link.tip, rows.look)
        if made.hash != link.hash:
            yield f"link {link.seq} of the chain does not fit: {_of(before.tip, link.tip)} changed, or the link itself"
        met = met or (against is not None and (against.links, against.head) == (link.seq, link.hash))
        before = link
        yield from rows.found()
    yield from (f"{table} {row} stands in the log but in no link of the chain" for table, row in _outside(db, before.tip))
    if not met and against is not None:
        yield f"the head noted earlier (link {against.links}, {against.head[:16]}…) is not in the chain: the log was cut or written anew"


def _outside(db: Db, reach: Tip) -> Iterator[tuple[str, int]]:
    for table in SEALED:
        for row in db.execute(f"SELECT seq FROM {table} WHERE seq > ? OR seq < 1 ORDER BY seq", (getattr(reach, table),)):
            yield table, row[0]


def _of(before: Tip, reach: Tip) -> str:
    spans = [(table, getattr(before, table) + 1, getattr(reach, table)) for table in SEALED]
    told = [f"{table} {first}" + (f" to {last}" if last > first else "") for table, first, last in spans if last >= first]
    return "one of " + ", ".join(told) if told else "nothing that it seals"


def _rules(db: sqlite3.Connection) -> Iterator[str]:
    """The rules that keep the log from being changed, if one is missing or is not as it was laid."""
    there = dict(db.execute("SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchall())
    for name, sql in database.laid("trigger", "view").items():
        if there.pop(name, None) != sql:
            yield f"the rule '{name}' of the file is missing or changed"
    yield from (f"the file holds a rule '{name}' that Claimatlas did not lay" for name in sorted(there))
