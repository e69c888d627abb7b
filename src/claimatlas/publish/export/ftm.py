"""Events, claims, actors, places and reports as entities of FollowTheMoney, one JSON object a line."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import Claim, SourceRef
from claimatlas.model.codebook import codebook
from claimatlas.model.event import Event
from claimatlas.model.report import Report
from claimatlas.model.time import TimeRange
from claimatlas.publish.export.country_codes import country_of
from claimatlas.publish.export.data import ExportData
from claimatlas.publish.export.ftm_parts import Entity, actor, address, article, entity, key, report_key
from claimatlas.publish.export.jsonl import in_order
from claimatlas.publish.export.lines import json_line
from claimatlas.publish.export.roles import HELPED
from claimatlas.theatres import Theatre


def export_ftm(data: ExportData, stream: TextIO) -> int:
    """The chosen events and claims, with the actors, places and reports that they name."""
    return write_ftm(data.events, data.claims, data.reports, data.theatre, stream)


def write_ftm(events: Iterable[Event], claims: Mapping[str, Claim], reports: Mapping[str, Report], theatre: Theatre, stream: TextIO) -> int:
    """Writes the entities, each once, and returns how many; the same ledger gives the same bytes."""
    written: set[str] = set()
    for one in entities(events, claims, reports, theatre):
        if one["id"] in written:
            continue
        written.add(one["id"])
        stream.write(json_line(one))
    return len(written)


def entities(events: Iterable[Event], claims: Mapping[str, Claim], reports: Mapping[str, Report], theatre: Theatre) -> Iterator[Entity]:
    """All entities; what several claims name comes several times, the same each time."""
    told = in_order(claims.values(), reports)
    under: dict[str, Event] = {}
    for event in events:
        own = [claims[c] for c in event.claims if c in claims]
        under |= {c.id: event for c in own}
        if event.place:
            yield address(event.place)
        yield _event(event, own, theatre)
    for report in sorted({c.report_id for c in told}, key=lambda r: (reports[r].key, r)):
        yield article(reports[report])
    for claim in told:
        yield from _claim(claim, reports[claim.report_id], under.get(claim.id), theatre)


def _event(event: Event, own: list[Claim], theatre: Theatre) -> Entity:
    label = codebook().types[event.type].label
    place = event.place
    day = event.time.start.isoformat() if event.time.start else None
    code = country_of(place)
    acting = [actor(a, c, where, theatre)["id"] for c in own if c.stance != "denied" for where, a in _actors(c)]
    return entity(
        key("event", event.id),
        "Event",
        {
            "name": [", ".join(x for x in (label, place.name if place else None, day) if x)],
            **_time(event.time),
            "location": [place.name if place else None],
            "addressEntity": [address(place)["id"] if place else None],
            "country": [code.lower() if code else None],
            "involved": acting,
            "summary": [f"{event.status}; belief {event.belief.value:.2f}; credibility {event.credibility} of 6"],
            "keywords": [event.type, event.status],
            "recordId": [event.id],
            "proof": [report_key(c.report_id) for c in own],
        },
    )


def _time(time: TimeRange) -> dict[str, Iterable[str | None]]:
    return {
        "startDate": [time.start.isoformat() if time.start else None],
        "endDate": [time.end.isoformat() if time.end else None],
    }


def _actors(claim: Claim) -> list[tuple[str, ActorRef]]:
    return [
        *((f"agent {n}", a) for n, a in enumerate(claim.agent)),
        *((f"target {n}", a) for n, a in enumerate(claim.target)),
    ]


def _claim(claim: Claim, report: Report, event: Event | None, theatre: Theatre) -> Iterator[Entity]:
    """A claim: a Note with its words on the event (on its report where it is of no event), and a link for each actor and speaker."""
    note = key("claim", claim.id)
    about = key("event", event.id) if event else report_key(report.id)
    yield entity(
        note,
        "Note",
        {
            "name": [f"{codebook().types[claim.type].label}, {claim.stance}"],
            "description": [claim.quote.exact],
            "summary": [f"{claim.type}; {claim.stance}; characters {claim.quote.start} to {claim.quote.end}"],
            "entity": [about],
            "keywords": [claim.type, claim.stance],
            "publisher": [report.publisher],
            "proof": [report_key(report.id)],
            "notes": [f"confidence {claim.confidence:.2f}; read by {claim.reader.name} {claim.reader.version}"],
        },
    )
    named: list[tuple[str, ActorRef | SourceRef]] = [*_actors(claim), *((f"source {n}", s) for n, s in enumerate(claim.source))]
    for where, ref in named:
        one = actor(ref, claim, where, theatre)
        yield one
        yield _link(claim, report, one["id"], note if where.startswith("source") else about, where)


def _link(claim: Claim, report: Report, subject: str, about: str, where: str) -> Entity:
    """Who had which part: a role that is not told as fact says so itself, for those who read the role alone."""
    role = where.split()[0]
    if role == "target" and claim.type in HELPED:
        role = "helped"
    hedged = role != "source" and claim.stance != "fact"
    return entity(
        f"{key('link', claim.id)}-{where.replace(' ', '-')}",
        "UnknownLink",
        {
            "subject": [subject],
            "object": [about],
            "role": [f"{role} ({claim.stance})" if hedged else role],
            "status": [claim.stance],
            **_time(claim.time),
            "recordId": [claim.id],
            "publisher": [report.publisher],
            "proof": [report_key(report.id)],
        },
    )
