"""A claim: one report saying that one thing happened (or did not, or will), with the words that say it."""

import hashlib
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from claimatlas.model.actor import ActorRef
from claimatlas.model.place import PlaceRef
from claimatlas.model.quantity import Quantity
from claimatlas.model.report import Report
from claimatlas.model.time import TimeRange

STANCES = ("fact", "alleged", "denied", "conditional", "predicted")


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Who the report has the claim from. `kind`: person, organisation, anonymous, document, publisher."""

    text: str
    name: str
    id: str | None = None
    kind: str = "organisation"
    side: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """The exact words that carry a claim: exact == report.text[start:end]."""

    exact: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReaderInfo:
    """Which reader coded a claim; `version` carries a hash of its settings."""

    name: str
    version: str


UNTOLD = TimeRange(default=True)


@dataclass(frozen=True, slots=True)
class Claim:
    """One coded claim. `id` is '' until `with_id` has run; `report_id` names the report; `trigger` is the event word's span."""

    report_id: str
    type: str
    stance: str
    quote: Quote
    reader: ReaderInfo
    id: str = ""
    agent: tuple[ActorRef, ...] = ()
    target: tuple[ActorRef, ...] = ()
    place: PlaceRef | None = None
    time: TimeRange = UNTOLD
    quantities: tuple[Quantity, ...] = ()
    source: tuple[SourceRef, ...] = ()
    confidence: float = 0.5
    event: str | None = None
    flags: tuple[str, ...] = ()
    trigger: tuple[int, int] | None = None


def content_id(prefix: str, content: object) -> str:
    """`prefix_` and 16 hex digits of the SHA-256 of the canonical JSON of `content`."""
    return f"{prefix}_{hashlib.sha256(msgspec.json.encode(content, order='sorted')).hexdigest()[:16]}"


def with_id(claim: Claim, report: Report) -> Claim:
    """The claim with its id: a hash of the report's bytes, the span, the type and the slots."""
    body = msgspec.to_builtins(claim)
    for name in ("id", "confidence", "event", "flags", "reader", "report_id"):
        body.pop(name)
    return replace(claim, id=content_id("c", [report.sha256, report.id, body]))


def record(claim: Claim, report: Report) -> dict[str, Any]:
    """The claim as one line of the jsonl export (see FORMAT.md)."""
    body: dict[str, Any] = msgspec.to_builtins(claim)
    body.pop("report_id")
    return {"id": body.pop("id"), "report": report.record(), **body}
