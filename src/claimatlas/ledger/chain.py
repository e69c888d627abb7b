"""The chain that binds the log: each transaction's rows are sealed by a SHA-256 over the link before and the rows' canonical bytes."""

import hashlib
import struct
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass

from claimatlas.ledger.connection import Db
from claimatlas.ledger.transactions import transaction
from claimatlas.model.errors import LedgerError

FIRST = hashlib.sha256(b"claimatlas ledger chain 1").hexdigest()
"""What the first link follows."""
REPORTS = (
    "SELECT r.seq, r.id, r.key, r.sha256, r.published, r.publisher, r.title, r.text, r.body, o.size, o.packed "
    "FROM reports r JOIN originals o ON o.sha256 = r.sha256 WHERE r.seq > ? AND r.seq <= ? ORDER BY r.seq"
)
READINGS = "SELECT seq, report_id, reader, version FROM readings WHERE seq > ? AND seq <= ? ORDER BY seq"
CLAIMS = (
    'SELECT seq, reading, id, report_id, type, stance, start, "end", place_id, lat, lon, at, quote, body '
    "FROM claims WHERE seq > ? AND seq <= ? ORDER BY seq"
)
JUDGEMENTS = "SELECT seq, id, kind, body FROM judgements WHERE seq > ? AND seq <= ? ORDER BY seq"
SEALED = {"reports": REPORTS, "readings": READINGS, "claims": CLAIMS, "judgements": JUDGEMENTS}
Seen = Callable[[str, Sequence[object]], None]


@dataclass(frozen=True, slots=True)
class Tip:
    """How far each table of the log reaches: its last `seq`, 0 where it is empty."""

    reports: int = 0
    readings: int = 0
    claims: int = 0
    judgements: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """One link: its number from 1, the log's tip with it, and the SHA-256 in hex."""

    seq: int
    tip: Tip
    hash: str


START = Link(0, Tip(), FIRST)


def encoded(values: Sequence[object]) -> bytes:
    """Canonical bytes of a row: each value with its type and length, so that no two rows give the same bytes."""
    return b"".join(map(_value, values))


def _value(value: object) -> bytes:
    if value is None:
        return b"n"
    if isinstance(value, float):
        return b"f" + struct.pack(">d", value)
    if isinstance(value, bytes):
        return b"b%d:%b" % (len(value), hashlib.sha256(value).digest())
    kind, told = (b"i", str(value).encode()) if isinstance(value, int) else (b"s", str(value).encode("utf-8", "surrogateescape"))
    return b"%b%d:%b" % (kind, len(told), told)


def tip(db: Db) -> Tip:
    """How far the log reaches now."""
    return Tip(*(int(db.execute(f"SELECT coalesce(max(seq), 0) FROM {table}").fetchone()[0]) for table in SEALED))


def links(db: Db) -> Iterator[Link]:
    """All links in order."""
    for seq, *reach, told in db.execute("SELECT seq, reports, readings, claims, judgements, hash FROM chain ORDER BY seq"):
        yield Link(seq, Tip(*reach), told)


def head(db: Db) -> Link:
    """The last link; one with the number 0 before the first."""
    row = db.execute("SELECT seq, reports, readings, claims, judgements, hash FROM chain ORDER BY seq DESC LIMIT 1").fetchone()
    return Link(row[0], Tip(*row[1:5]), row[5]) if row else START


def link_of(db: Db, before: Link, reach: Tip, seen: Seen | None = None) -> Link:
    """The link that seals what the log holds from one link to a tip. `seen(table, row)` is called with each row sealed."""
    digest = hashlib.sha256(encoded((before.hash, before.seq + 1, *astuple(reach))))
    for table, sql in SEALED.items():
        for row in db.execute(sql, (getattr(before.tip, table), getattr(reach, table))):
            if seen:
                seen(table, row)
            digest.update(encoded((table, *row)))
    return Link(before.seq + 1, reach, digest.hexdigest())


def seal(db: Db) -> None:
    """Adds the link of all rows that no link seals yet, in the caller's transaction; none where there are no such rows."""
    before, reach = head(db), tip(db)
    if before.tip != reach:
        made = link_of(db, before, reach)
        db.execute("INSERT INTO chain VALUES (?, ?, ?, ?, ?, ?)", (made.seq, *astuple(reach), made.hash))


@contextmanager
def sealed(db: Db) -> Iterator[None]:
    """A transaction that seals what is added in it. Raises: LedgerError where rows were added in another way before."""
    with transaction(db):
        if head(db).tip != tip(db):
            raise LedgerError("The ledger holds rows that Claimatlas did not add; run claimatlas verify, and go on from a backup.")
        yield
        seal(db)
