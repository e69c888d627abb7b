"""Claims as PLOVER event records, one JSON object a line: PLOVER codes mentions, so each claim is a record of its own."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, TextIO

from claimatlas.model.claim import Claim
from claimatlas.model.codebook import codebook
from claimatlas.model.event import Event
from claimatlas.model.place import PlaceRef
from claimatlas.model.quantity import Quantity
from claimatlas.model.report import Report
from claimatlas.publish.export.country_codes import alpha3, country_of
from claimatlas.publish.export.data import ExportData
from claimatlas.publish.export.jsonl import in_order
from claimatlas.publish.export.lines import json_line
from claimatlas.publish.export.plover_actors import Sectors, has_word, rules
from claimatlas.theatres import Theatre

PRECISION = {1: "day", 2: "week", 3: "month", 4: "year"}
SIZES = {"killed": "dead", "wounded": "injured", "captured": "arrested"}
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


def mode(claim: Claim) -> list[str]:
    """The mode that the quote's words tell, else the common one of the claim's type, else none."""
    for name, words in rules()["told"].get(claim.type, {}).items():
        if has_word(claim.quote.exact, words):
            return [name]
    mapped = codebook().types[claim.type].plover
    return [mapped[1]] if mapped and mapped[1] else []


def special(claim: Claim, report: Report) -> list[str]:
    """PLOVER's special contexts that hold of a claim, in the order of plover.yaml.

    Denied: negation. Conditional (threatened, demanded, planned, possible): hypothetical. Predicted, or dated after the report: future.
    Ended more than `historical_days` before the report: historical."""
    found = []
    start, end = claim.time.start, claim.time.end
    if claim.stance == "denied":
        found.append("negation")
    if claim.stance == "conditional":
        found.append("hypothetical")
    if claim.stance == "predicted" or (start and report.published and start > report.published):
        found.append("future")
    if _long_ago(end, report.published) and claim.stance not in ("conditional", "predicted"):
        found.append("historical")
    return [name for name in rules()["special"] if name in found]


def _long_ago(end: date | None, published: date | None) -> bool:
    return bool(end and published and end < published - timedelta(days=rules()["historical_days"]))


def _missing(source: Sequence[object], recipient: Sequence[object], day: str | None, needs_recipient: bool) -> list[str]:
    """Fields that PLOVER requires and the claim does not tell."""
    told = {"date": bool(day), "source": bool(source), "recipient": bool(recipient) or not needs_recipient}
    return [name for name, there in told.items() if not there]


def location(place: PlaceRef | None) -> dict[str, Any] | None:
    """PLOVER's location object, with how exact it is; `geonameid` only where GeoNames is the place's source."""
    if place is None:
        return None
    code = country_of(place)
    admin = [*place.admin, None, None, None]
    number = (place.id or "").removeprefix("geonames:")
    return {
        "geonameid": int(number) if number != place.id and number.isdecimal() else None,
        "place_id": place.id,
        "name": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "country code": code,
        "cc3": alpha3(code),
        "admin1": admin[1],
        "admin2": admin[2],
        "level": place.level,
        "precision": place.precision,
        "radius_km": place.radius_km,
        "relation": place.relation,
        "part": place.part,
        "text": place.text,
        "start": place.start,
        "end": place.end,
    }


def magnitude(quantities: Iterable[Quantity]) -> dict[str, Any]:
    """`dead`, `injured` and `arrested` as PLOVER's "integer or code", and all counts with their bounds under `size_info`.

    Codes: 12 exactly, "~50" about, ">=20" at least, "<=30" at most, "10-20" between. Several counts of one kind (by who is counted) are not
    summed: the field is then None, and `size_info` has each.
    """
    told = list(quantities)
    short: dict[str, Any] = {}
    for what, name in SIZES.items():
        own = [q for q in told if q.what == what]
        short[name] = number_code(own[0]) if len(own) == 1 else None
    sizes = [{"what": SIZES.get(q.what, q.what), "low": q.low, "high": q.high, "approx": q.approx, "who": q.who} for q in told]
    return {**short, "size_info": sizes}


def number_code(quantity: Quantity) -> int | float | str | None:
    """A count as a number where it is exact, else as a code; None where neither bound is told."""
    low, high = _plain(quantity.low), _plain(quantity.high)
    if low is None or high is None:
        return f">={low}" if low is not None else f"<={high}" if high is not None else None
    if low != high:
        return f"{low}-{high}"
    return f"~{low}" if quantity.approx else low


def _plain(number: float | None) -> int | float | None:
    return int(number) if number is not None and float(number).is_integer() else number


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
