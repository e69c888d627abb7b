"""Reports and claims as rows of the ledger, and back."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import msgspec

from claimatlas.ledger.connection import Db, Row
from claimatlas.model.claim import Claim
from claimatlas.model.report import Report

CLAIM_COLUMNS = 'reading, id, report_id, type, stance, start, "end", place_id, lat, lon, at, quote, body'
REPORT_COLUMNS = "id, key, sha256, published, publisher, title, text, body"


# ids given as one JSON value: `WHERE id {AMONG}`
AMONG = "IN (SELECT value FROM json_each(?))"
AMONG_NUMBERS = "IN (SELECT CAST(value AS INTEGER) FROM json_each(?))"


def to_json(value: object) -> str:
    """Canonical JSON: the same value gives the same bytes everywhere."""
    return msgspec.json.encode(value, order="sorted").decode()


def insert(db: Db, table: str, rows: Iterable[Sequence[object]]) -> None:
    """Adds whole rows to a table."""
    rows = list(rows)
    if rows:
        db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)


def report_row(report: Report) -> tuple[object, ...]:
    """The columns of a report; its text stands in a column of its own, not twice."""
    body = to_json(replace(report, text=""))
    published = report.published.isoformat() if report.published else None
    return (report.id, report.key, report.sha256, published, report.publisher, report.title or "", report.text, body)


def report_of(row: Row) -> Report:
    """The report of a row."""
    return replace(msgspec.json.decode(row["body"], type=Report), text=row["text"])


def claim_row(claim: Claim, reading: int) -> tuple[object, ...]:
    """The columns of a claim; what the view sets (event) is not part of the log."""
    place, time = claim.place, claim.time
    return (
        reading,
        claim.id,
        claim.report_id,
        claim.type,
        claim.stance,
        time.start.isoformat() if time.start else None,
        time.end.isoformat() if time.end else None,
        place.id if place else None,
        place.lat if place else None,
        place.lon if place else None,
        claim.quote.start,
        claim.quote.exact,
        to_json(replace(claim, event=None)),
    )


def claim_of(row: Row) -> Claim:
    """The claim of a row of `current_claims` joined with the view: with its event and the flags that the view set."""
    claim = msgspec.json.decode(row["body"], type=Claim)
    added = row["flags"].split(",") if row["flags"] else []
    own = tuple(f for f in claim.flags if not f.startswith("duplicate_of:"))  # earlier versions kept there what was a copy when it was read
    flags = (*own, *sorted(f for f in added if f not in own))
    return replace(claim, event=row["event_id"], flags=flags)
