"""The ledger, one file or one schema of a server: an append-only log of reports, claims and judgements, and the view derived from it."""

import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

import claimatlas.ledger.database as database
import claimatlas.ledger.laying as laying
import claimatlas.ledger.likes as likes
import claimatlas.ledger.saved as saved
import claimatlas.ledger.search as search
from claimatlas.ledger.chain import sealed
from claimatlas.ledger.connection import Db
from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.renew import renew
from claimatlas.ledger.rows import AMONG, CLAIM_COLUMNS, REPORT_COLUMNS, claim_of, claim_row, report_of, report_row, to_json
from claimatlas.ledger.select import Circle, Filter, claims_sql
from claimatlas.ledger.server import Server
from claimatlas.ledger.view import View, derive
from claimatlas.model.address import Address, Where, where_is
from claimatlas.model.claim import Claim, ReaderInfo
from claimatlas.model.errors import LedgerError
from claimatlas.model.event import Event
from claimatlas.model.judgement import Judgement
from claimatlas.model.report import Report

COUNTED = ("originals", "reports", "readings", "judgements", "events", "corrections")


class Ledger:
    """A ledger. One instance belongs to one thread; opening another is cheap. `path`: its file, or its address on a server."""

    def __init__(self, db: Db, path: Where) -> None:
        self._db = db
        self.path = path

    @classmethod
    def open(cls, path: Where | str, create: bool = True) -> Self:
        """Open a ledger, laying an empty one where there is none and `create` is set.

        `path`: a file, or `postgresql://user@host/database`. Raises LedgerError for one that is absent, foreign, damaged or of a
        newer Claimatlas, or whose server cannot be reached.
        """
        where = where_is(path)
        return cls(laying.connect(where, create) if isinstance(where, Address) else database.connect(where, create), where)

    def close(self) -> None:
        """Close the file; the ledger cannot be used after."""
        self._db.close()

    @property
    def read_only(self) -> bool:
        """Whether the file or its folder may only be read; questions are answered nevertheless."""
        return isinstance(self.path, Path) and not database.is_writable(self.path)

    def _refuse_where_read_only(self) -> None:
        if self.read_only:
            raise LedgerError(f"{self.path}: may only be read here, and nothing was written; check the permissions of file and folder.")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def add_report(self, report: Report, original: bytes, claims: Sequence[Claim], reader: ReaderInfo | None = None) -> bool:
        """Add a report, the bytes it came in and its claims, in one transaction.

        Returns False, writing nothing, where this reader version has read the report before. Another version's claims
        stand in place of the earlier ones in every answer, the earlier ones stay in the log. `reader` names the
        reader of a report in which no claim was found.
        """
        stray = [c.id for c in claims if c.report_id != report.id or not c.id]
        if stray:
            raise LedgerError(f"report {report.id}: {len(stray)} claims do not belong to it or have no id; give each its own report's id.")
        reader = claims[0].reader if claims else reader or ReaderInfo("none", "")
        self._refuse_where_read_only()
        with sealed(self._db):
            if self.has_reading(report.id, reader):
                return False
            self._db.execute("INSERT OR IGNORE INTO originals VALUES (?, ?, ?)", (report.sha256, len(original), zlib.compress(original)))
            added = self._db.execute(
                f"INSERT OR IGNORE INTO reports ({REPORT_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", report_row(report)
            )
            if added.rowcount:
                likes.take_in(self._db, report)
            sql = "INSERT INTO readings (report_id, reader, version) VALUES (?, ?, ?) RETURNING seq"
            reading = int(self._db.execute(sql, (report.id, reader.name, reader.version)).fetchone()[0])
            marks = ", ".join("?" * len(CLAIM_COLUMNS.split(",")))
            rows = (claim_row(c, reading) for c in claims)
            self._db.executemany(f"INSERT OR IGNORE INTO claims ({CLAIM_COLUMNS}) VALUES ({marks})", rows)
        return True

    def has_reading(self, report_id: str, reader: ReaderInfo) -> bool:
        """Whether this reader, in this version, has read the report."""
        sql = "SELECT 1 FROM readings WHERE report_id = ? AND reader = ? AND version = ?"
        return self._db.execute(sql, (report_id, reader.name, reader.version)).fetchone() is not None

    def reports(self, known: date | None = None) -> list[Report]:
        """All reports in the order of their date (undated last) and id; with `known`, those published on or before it.

        `copy_of` names the earliest of all that are alike, in whatever order they were added.
        """
        rows = self._db.execute("SELECT body, text FROM reports ORDER BY published IS NULL, published, id")
        marked = likes.with_copies(self._db, [report_of(row) for row in rows], whole=True)
        return [r for r in marked if known is None or (r.published is not None and r.published <= known)]

    def report(self, report_id: str) -> Report | None:
        """The report with this id, or None."""
        row = self._db.execute("SELECT body, text FROM reports WHERE id = ?", (report_id,)).fetchone()
        return likes.with_copies(self._db, [report_of(row)])[0] if row else None

    def copies(self, report_ids: Iterable[str]) -> dict[str, str]:
        """Those of some reports that copy another one, each with the earliest of all that are alike."""
        ids = to_json(sorted(report_ids))
        rows = self._db.execute(f"SELECT body, text FROM reports WHERE id {AMONG}", (ids,))
        marked = likes.with_copies(self._db, [report_of(row) for row in rows])
        return {r.id: r.copy_of for r in marked if r.copy_of is not None}

    def original(self, sha256: str) -> bytes | None:
        """The bytes as they came in, or None where the ledger does not hold them."""
        row = self._db.execute("SELECT packed FROM originals WHERE sha256 = ?", (sha256,)).fetchone()
        return zlib.decompress(row["packed"]) if row else None

    def claims(
        self,
        report: str | None = None,
        type: str | None = None,
        since: date | None = None,
        until: date | None = None,
        known: date | None = None,
        place: str | None = None,
        event: str | None = None,
        stance: str | None = None,
        near: Circle | None = None,
    ) -> list[Claim]:
        """Claims of each report's latest reading that fit all that is given, by report key, report, start of the quote and id.

        `since` and `until` bound the claims' own time (inclusive; a claim without a time fits); `known` the reports' date; `near` the
        points of their places. On a server with PostGIS an index answers where they lie.
        """
        asked = near if near is not None and isinstance(self._db, Server) and laying.has_spots(self._db) else None
        sql, values = claims_sql(Filter(report, type, since, until, known, place, event, stance, near=asked))
        found = [claim_of(row) for row in self._db.execute(sql, values)]
        return found if near is None or asked is not None else [c for c in found if near.holds(c.place)]

    def claim(self, claim_id: str) -> Claim | None:
        """The claim with this id as the latest reading has it, or None."""
        found = self._claims_with(Filter(id=claim_id))
        return found[0] if found else None

    def claims_starting(self, prefix: str) -> list[Claim]:
        """Claims whose id begins with `prefix` (with or without its `c_`), ordered as in `claims`; [] for an empty prefix."""
        prefix = prefix if prefix.startswith("c_") else f"c_{prefix}"
        return self._claims_with(Filter(prefix=prefix)) if prefix != "c_" else []

    def _claims_with(self, wanted: Filter) -> list[Claim]:
        sql, values = claims_sql(wanted)
        return [claim_of(row) for row in self._db.execute(sql, values)]

    def add_judgement(self, judgement: Judgement) -> bool:
        """Add a judgement to the log; False where it is there already."""
        self._refuse_where_read_only()
        with sealed(self._db):
            sql = "INSERT OR IGNORE INTO judgements (id, kind, body) VALUES (?, ?, ?)"
            return self._db.execute(sql, (judgement.id, judgement.kind, to_json(judgement))).rowcount > 0

    def judgements(self) -> list[Judgement]:
        """All judgements of the log in the order in which they were added."""
        return [msgspec.json.decode(r["body"], type=Judgement) for r in self._db.execute("SELECT body FROM judgements ORDER BY seq")]

    def search(self, text: str, limit: int = search.HALF_LIMIT) -> list[search.Hit]:
        """Claims, then reports, in which all words of `text` stand; the text may hold any characters."""
        return search.find(self._db, text, limit)

    def renew(self, sides: Sides, theatre: str) -> None:
        """Bring the saved view up to the log: what changed since, or all where the rules or the theatre changed too.

        `theatre`: a stamp of the theatre's content. The same log gives the same rows, whichever way it came about. Of a file
        that may only be read, a copy in memory is renewed.
        """
        if isinstance(self._db, sqlite3.Connection) and self.read_only:
            self._db = database.in_memory(self._db)
        if not renew(self._db, sides, theatre):
            self.rebuild(sides, theatre)

    def rebuild(self, sides: Sides, theatre: str) -> None:
        """Make the saved view of the whole log anew, whatever is saved."""
        reach = saved.log_reach(self._db, theatre)
        saved.save(self._db, derive(self.claims(), self.reports(), self.judgements(), sides), reach)

    def is_current(self, theatre: str) -> bool:
        """Whether the saved view follows from the whole log, by this program's rules and the theatre's knowledge."""
        return saved.saved_reach(self._db) == saved.log_reach(self._db, theatre)

    def stamp(self) -> str:
        """Names the state of the log: it changes with every reading and judgement."""
        reach = saved.log_reach(self._db, "")
        return f"{reach.readings}-{reach.judgements}-{reach.made.strip()}"

    def events(self, status: str | None = None, type: str | None = None) -> list[Event]:
        """The events of the saved view, in its order; [] before the first `renew`."""
        asked = {"status = ?": status, "type = ?": type}
        terms = {term: value for term, value in asked.items() if value is not None}
        where = f"WHERE {' AND '.join(terms)} " if terms else ""
        sql = f"SELECT body FROM events {where}ORDER BY start, id"
        return [saved.event_of(row) for row in self._db.execute(sql, list(terms.values()))]

    def event(self, event_id: str) -> Event | None:
        """The event with this id in the saved view, or None."""
        row = self._db.execute("SELECT body FROM events WHERE id = ?", (event_id,)).fetchone()
        return saved.event_of(row) if row else None

    def view(self) -> View:
        """The saved view as a whole."""
        return saved.load(self._db)

    def counts(self) -> dict[str, int]:
        """Rows of each table; `claims` counts those of the latest readings, `superseded` the others."""
        counts = {name: int(self._db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]) for name in COUNTED}
        every = int(self._db.execute("SELECT count(*) FROM claims").fetchone()[0])
        counts["claims"] = int(self._db.execute("SELECT count(*) FROM current_claims").fetchone()[0])
        return {**counts, "superseded": every - counts["claims"]}
