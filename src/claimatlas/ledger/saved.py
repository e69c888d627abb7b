"""The derived view as rows of the ledger, with how far into the log it reaches."""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec

import claimatlas.ledger.workings as workings
from claimatlas.ledger.connection import Db, Row
from claimatlas.ledger.copied import copied_rows
from claimatlas.ledger.database import VIEW_TABLES
from claimatlas.ledger.rows import insert, to_json
from claimatlas.ledger.standing import stand_rows
from claimatlas.ledger.transactions import transaction
from claimatlas.ledger.view import Derived, View
from claimatlas.model.event import Event
from claimatlas.model.judgement import Judgement

RULES = ("likeness.yaml", "factors.yaml", "common_words.txt")
# raised when code changes what follows from a log
VERSION = 4


@dataclass(frozen=True, slots=True)
class Reach:
    """How far into the log a view reaches: the last reading and judgement (0: none), and what made it."""

    readings: int
    judgements: int
    made: str


@cache
def made_by() -> str:
    """What makes views: this version of the rules and their figures."""
    told = b"".join((files("claimatlas.ledger") / name).read_bytes() for name in RULES)
    return f"{VERSION}-{hashlib.sha256(told).hexdigest()[:12]}"


def log_reach(db: Db, theatre: str) -> Reach:
    """The whole log, as a view made now with a theatre's knowledge would reach it."""
    readings, judgements = (db.execute(f"SELECT coalesce(max(seq), 0) FROM {name}").fetchone()[0] for name in ("readings", "judgements"))
    return Reach(int(readings), int(judgements), f"{made_by()} {theatre}")


def saved_reach(db: Db) -> Reach | None:
    """How far the saved view reaches; None before the first one."""
    row = db.execute("SELECT readings, judgements, made FROM view_state").fetchone()
    return Reach(*row) if row else None


def save(db: Db, made: Derived, reach: Reach) -> None:
    """Put a view and its workings in place of those before, in one transaction."""
    with transaction(db):
        for table in VIEW_TABLES:
            db.execute(f"DELETE FROM {table}")
        add(db, made.view)
        workings.put(db, made.matched.slots, made.matched.links)
        insert(db, "copied", copied_rows(made.reports, made.root))
        insert(db, "stands", stand_rows(made))
        reached(db, reach)


def reached(db: Db, reach: Reach) -> None:
    """Notes how far the saved view reaches."""
    db.execute("DELETE FROM view_state")
    insert(db, "view_state", [(reach.readings, reach.judgements, reach.made)])


def add(db: Db, view: View) -> None:
    """Add the rows of a view, or of a part of one, to those that are there."""
    of = view.event_of()
    insert(db, "events", (event_row(e) for e in view.events))
    insert(db, "event_claims", sorted((c, e.id) for e in view.events for c in e.claims))
    insert(db, "claim_flags", sorted((c, flag) for c, flags in view.flags.items() for flag in flags))
    insert(db, "corrections", ((c.id, of[c.subjects[0]], to_json(c)) for c in (*view.corrections, *view.revisions)))


def event_row(event: Event) -> tuple[object, ...]:
    """The columns of an event."""
    start = event.time.start.isoformat() if event.time.start else "9999"
    return (event.id, start, event.type, event.status, event.place.id if event.place else None, to_json(event))


def load(db: Db) -> View:
    """The saved view; an empty one before the first `save`."""
    events = [event_of(row) for row in db.execute("SELECT body FROM events ORDER BY start, id")]
    derived = [msgspec.json.decode(r["body"], type=Judgement) for r in db.execute("SELECT body FROM corrections ORDER BY id")]
    flags: dict[str, tuple[str, ...]] = {}
    for row in db.execute("SELECT claim_id, flag FROM claim_flags ORDER BY claim_id, flag"):
        flags[row["claim_id"]] = (*flags.get(row["claim_id"], ()), row["flag"])
    of = {kind: tuple(j for j in derived if j.kind == kind) for kind in ("corrects", "revises")}
    return View(tuple(events), of["corrects"], flags, of["revises"])


def event_of(row: Row) -> Event:
    """The event of a row of `events`."""
    return msgspec.json.decode(row["body"], type=Event)
