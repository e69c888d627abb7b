"""Claims as PLOVER event records, one JSON object a line: PLOVER codes mentions, so each claim is a record of its own."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from claimatlas.model.claim import Claim
from claimatlas.model.codebook import codebook
from claimatlas.model.event import Event
from claimatlas.model.report import Report
from claimatlas.publish.export.data import ExportData
from claimatlas.publish.export.jsonl import in_order
from claimatlas.publish.export.lines import json_line
from claimatlas.publish.export.plover_actors import Sectors, rules
from claimatlas.publish.export.plover_slots import location, magnitude, mode, special
from claimatlas.publish.export.roles import HELPED
from claimatlas.theatres import Theatre

PRECISION = {1: "day", 2: "week", 3: "month", 4: "year"}
BOTH_SIDES_ACT = ("AGREE", "ASSAULT", "CONSULT", "RETREAT")
"""Event types in which PLOVER codes all that take part as sources, where the claim's type is two-sided."""


def export_plover(data: ExportData, stream: TextIO) -> int:
    """The chosen claims of the types that PLOVER has."""
    return write_plover(data.events, data.claims, data.reports, data.theatre, stream)


def write_plover(
    events: Iterable[Event], claims: Mapping[str, Claim], reports: Mapping[str, Report], theatre: Theatre, stream: TextIO
) -> int:
    """Writes the claims of the types that PLOVER has and returns how many; the same claims give the same bytes."""
    under = {c: e.id for e in events for c in e.claims}
    sectors, count = Sectors(theatre), 0
    for claim in in_order(claims.values(), reports):
        if codebook().types[claim.type].plover is None:
            continue
        row = plover_record(claim, reports[claim.report_id], sectors, under.get(claim.id, claim.event))
        stream.write(json_line(row))
        count += 1
    return count


def plover_record(claim: Claim, report: Report, sectors: Sectors, event_id: str | None) -> dict[str, Any]:
    """One claim as PLOVER's record. Raises: ValueError for a claim of a type that PLOVER does not have."""
    mapped = codebook().types[claim.type].plover
    if mapped is None:
        raise ValueError(f"PLOVER has no event type for {claim.type}")
    kind = rules()["events"][mapped[0]]
    on = claim.time.start or report.published
    source = [sectors.record(a, on) for a in claim.agent]
    recipient = [sectors.record(a, on) for a in claim.target]
    helped: list[dict[str, Any]] = []
    if claim.type in HELPED and mapped[0] == "ASSAULT":
        helped, recipient = recipient, []
    if codebook().types[claim.type].two_sided and mapped[0] in BOTH_SIDES_ACT:
        source, recipient = source + recipient, []
    day = claim.time.start.isoformat() if claim.time.start else None
    return {
        "id": claim.id,
        "event_id": event_id,
        "link": event_id,
        "has_event": True,
        "date": day,
        "enddate": claim.time.end.isoformat() if claim.time.end else None,
        "date_precision": PRECISION[claim.time.precision],
        "date_default": claim.time.default,
        "event": [mapped[0]],
        "mode": mode(claim),
        "context": [*(c for c, types in rules()["contexts"].items() if claim.type in types), *special(claim, report)],
        "quad_code": kind["quad"],
        "event_scale": kind["scale"],
        "source": source,
        "recipient": recipient,
        "helped": helped,
        "missing": _missing(source, recipient, day, kind.get("recipient", False)),
        "event_loc": location(claim.place),
        **magnitude(claim.quantities),
        "alleged": claim.stance == "alleged",
        "stance": claim.stance,
        "claim_type": claim.type,
        "said_by": [sectors.record(s, on) for s in claim.source],
        "text": claim.quote.exact,
        "text_info": {"start": claim.quote.start, "end": claim.quote.end, "event": list(claim.trigger) if claim.trigger else None},
        "cite_info": _cited(claim, report),
        "coder": f"{claim.reader.name} {claim.reader.version}",
        "confidence": round(claim.confidence, 3),
        "flags": list(claim.flags),
    }


def _missing(source: Sequence[object], recipient: Sequence[object], day: str | None, needs_recipient: bool) -> list[str]:
    """Fields that PLOVER requires and the claim does not tell."""
    told = {"date": bool(day), "source": bool(source), "recipient": bool(recipient) or not needs_recipient}
    return [name for name, there in told.items() if not there]


def _cited(claim: Claim, report: Report) -> dict[str, Any]:
    return {
        "corpus": "claimatlas",
        "citation": report.id,
        "key": report.key,
        "sha256": report.sha256,
        "url": report.url,
        "title": report.title,
        "date": report.published.isoformat() if report.published else None,
        "language": report.language,
        "publication": report.publisher,
        "codebook": rules()["edition"],
    }
