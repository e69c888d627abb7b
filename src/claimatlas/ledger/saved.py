"""The derived view as rows of the ledger: replaced as a whole, never part by part."""

import sqlite3
from collections.abc import Iterable, Sequence

import msgspec

from claimatlas.ledger.database import transaction
from claimatlas.ledger.rows import to_json
from claimatlas.ledger.view import View
from claimatlas.model.event import Event
from claimatlas.model.judgement import Judgement


def save(db: sqlite3.Connection, view: View) -> None:
    """Put a view in place of the one before, in one transaction."""
    with transaction(db):
        for table in ("events", "event_claims", "claim_flags", "corrections"):
            db.execute(f"DELETE FROM {table}")
        _insert(db, "events", ((i, e.id, e.type, e.status, to_json(e)) for i, e in enumerate(view.events)))
        _insert(db, "event_claims", sorted((c, e.id) for e in view.events for c in e.claims))
        _insert(db, "claim_flags", sorted((c, flag) for c, flags in view.flags.items() for flag in flags))
        _insert(db, "corrections", ((i, c.id, to_json(c)) for i, c in enumerate((*view.corrections, *view.revisions))))


def _insert(db: sqlite3.Connection, table: str, rows: Iterable[Sequence[object]]) -> None:
    rows = list(rows)
    if rows:
        db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)


def load(db: sqlite3.Connection) -> View:
    """The saved view; an empty one before the first `save`."""
    events = [event_of(row) for row in db.execute("SELECT body FROM events ORDER BY position")]
    derived = [msgspec.json.decode(r["body"], type=Judgement) for r in db.execute("SELECT body FROM corrections ORDER BY position")]
    flags: dict[str, tuple[str, ...]] = {}
    for row in db.execute("SELECT claim_id, flag FROM claim_flags ORDER BY claim_id, flag"):
        flags[row["claim_id"]] = (*flags.get(row["claim_id"], ()), row["flag"])
    of = {kind: tuple(j for j in derived if j.kind == kind) for kind in ("corrects", "revises")}
    return View(tuple(events), of["corrects"], flags, of["revises"])


def event_of(row: sqlite3.Row) -> Event:
    """The event of a row of `events`."""
    return msgspec.json.decode(row["body"], type=Event)
