"""Events as a table: one row an event, for spreadsheets and statistics programs."""

import csv
from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from claimatlas.model.claim import Claim
from claimatlas.model.event import Event
from claimatlas.publish.export.data import ExportData

COLUMNS = (
    "event_id", "type", "status", "belief", "credibility", "start", "end", "place", "place_id", "latitude", "longitude", "precision",
    "radius_km", "country", "admin1", "admin2", "agents", "targets", "killed_low", "killed_high", "sources", "claims", "first_reported",
    "last_reported",
)  # fmt: skip
DANGER = ("=", "+", "-", "@", "\t", "\r")
"""First letters that a spreadsheet takes for a formula."""


def event_fields(event: Event, claims: Mapping[str, Claim]) -> dict[str, Any]:
    """One event by COLUMNS; several names are joined by a semicolon, what is not told is None."""
    own = [claims[c] for c in event.claims if c in claims]
    place, killed = event.place, event.slots.get("quantities.killed")
    admin = [*(place.admin if place else ()), None, None, None]
    return {
        "event_id": event.id,
        "type": event.type,
        "status": event.status,
        "belief": round(event.belief.value, 3),
        "credibility": event.credibility,
        "start": event.time.start.isoformat() if event.time.start else None,
        "end": event.time.end.isoformat() if event.time.end else None,
        "place": place.name if place else None,
        "place_id": place.id if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "precision": place.precision if place else None,
        "radius_km": place.radius_km if place else None,
        "country": admin[0],
        "admin1": admin[1],
        "admin2": admin[2],
        "agents": _names(a.name for c in own for a in c.agent),
        "targets": _names(a.name for c in own for a in c.target),
        "killed_low": killed.low if killed else None,
        "killed_high": killed.high if killed else None,
        "sources": _names(v.name for v in event.voices),
        "claims": ";".join(event.claims),
        "first_reported": event.first_reported,
        "last_reported": event.last_reported,
    }


def _names(names: Iterable[str]) -> str | None:
    return ";".join(dict.fromkeys(n.replace(";", ",") for n in names)) or None


def safe_cell(value: Any) -> Any:
    """A cell that no spreadsheet runs as a formula: text that begins like one gets an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(DANGER) else value


def write_csv(events: Iterable[Event], claims: Mapping[str, Claim], stream: TextIO) -> int:
    """Writes the table and returns the number of rows; the same events give the same bytes."""
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    count = 0
    for event in events:
        writer.writerow({k: safe_cell(v) for k, v in event_fields(event, claims).items()})
        count += 1
    return count


def export_csv(data: ExportData, stream: TextIO) -> int:
    """The chosen events."""
    return write_csv(data.events, data.claims, stream)
