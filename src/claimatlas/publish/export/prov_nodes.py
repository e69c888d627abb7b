"""The nodes of the prov export: events, reports, readings, speakers, claims with their words, judgements."""

from collections.abc import Iterator, Mapping
from typing import Any

from claimatlas.model.claim import Claim, SourceRef
from claimatlas.model.event import Event
from claimatlas.model.judgement import Judgement
from claimatlas.model.names import fold_name
from claimatlas.model.report import Report
from claimatlas.publish.export.prov_terms import agent_iri, decimal, iri, named
from claimatlas.publish.profile_names import rules

Node = dict[str, Any]
AROUND = 32
"""Characters before and after a quote that a selector gives."""


def _filled(node: Node) -> Node:
    return {k: v for k, v in node.items() if v not in (None, "", [])}


def event_node(event: Event, claims: Mapping[str, Claim], joining: str) -> Node:
    """An event, derived from its claims by the activity `joining`."""
    place = event.place
    return _filled(
        {
            "@id": iri("event", event.id),
            "@type": ["prov:Entity", "ca:Event"],
            "claimType": event.type,
            "status": event.status,
            "belief": decimal(event.belief.value),
            "startDate": event.time.start.isoformat() if event.time.start else None,
            "endDate": event.time.end.isoformat() if event.time.end else None,
            "place": place.name if place else None,
            "placeId": place.id if place else None,
            "lat": decimal(place.lat) if place else None,
            "long": decimal(place.lon) if place else None,
            "wasDerivedFrom": [iri("claim", c) for c in event.claims if c in claims],
            "wasGeneratedBy": joining,
        }
    )


def report_node(report: Report) -> Iterator[Node]:
    """A report and its publisher."""
    if report.publisher:
        yield {"@id": named("publisher", report.publisher), "@type": ["prov:Agent", "ca:Publisher"], "label": report.publisher}
    yield _filled(
        {
            "@id": iri("report", report.id),
            "@type": ["prov:Entity", "ca:Report"],
            "title": report.title,
            "identifier": report.key,
            "issued": report.published.isoformat() if report.published else None,
            "url": report.url,
            "language": report.language,
            "sha256": report.sha256,
            "wasAttributedTo": named("publisher", report.publisher) if report.publisher else None,
        }
    )


def _reader(claim: Claim) -> str:
    return named("reader", f"{claim.reader.name} {claim.reader.version}")


def _activity(claim: Claim) -> str:
    return named("reading", f"{claim.report_id} {claim.reader.name} {claim.reader.version}")


def reading_node(claim: Claim) -> Iterator[Node]:
    """The reading that a claim is from, and the program that read."""
    name, version = claim.reader.name, claim.reader.version
    yield {"@id": _reader(claim), "@type": "prov:SoftwareAgent", "label": f"{name} {version}", "name": name, "version": version}
    yield {
        "@id": _activity(claim),
        "@type": "prov:Activity",
        "label": "a report read",
        "used": iri("report", claim.report_id),
        "wasAssociatedWith": _reader(claim),
    }


def _speaker(source: SourceRef, claim: Claim, place: int) -> str:
    """A speaker of the register is one agent; any other is one a report and name, a withheld one is its own each time."""
    if source.id:
        return agent_iri(source.id)
    one = f"{claim.id} {place}" if rules()["withheld"] in source.name else fold_name(source.name)
    return named("speaker", f"{claim.report_id} {one}")


def speakers_node(claim: Claim) -> Iterator[Node]:
    """Those who a report has a claim from."""
    for n, source in enumerate(claim.source):
        kind = "prov:Person" if source.kind == "person" else "prov:Organization" if source.kind == "organisation" else "prov:Agent"
        yield {"@id": _speaker(source, claim, n), "@type": kind, "label": source.name}


def claim_node(claim: Claim, report: Report) -> Node:
    """A claim as an annotation of the words that carry it."""
    speakers = [_speaker(s, claim, n) for n, s in enumerate(claim.source)]
    place = claim.place
    return _filled(
        {
            "@id": iri("claim", claim.id),
            "@type": ["prov:Entity", "oa:Annotation"],
            "motivatedBy": "oa:classifying",
            "bodyValue": f"{claim.type}, {claim.stance}",
            "claimType": claim.type,
            "stance": claim.stance,
            "confidence": decimal(claim.confidence),
            "agents": [a.name for a in claim.agent],
            "targets": [a.name for a in claim.target],
            "place": place.name if place else None,
            "placeId": place.id if place else None,
            "startDate": claim.time.start.isoformat() if claim.time.start else None,
            "endDate": claim.time.end.isoformat() if claim.time.end else None,
            "hasTarget": _target(claim, report),
            "wasDerivedFrom": [iri("report", report.id)],
            "wasGeneratedBy": _activity(claim),
            "wasAttributedTo": speakers or ([named("publisher", report.publisher)] if report.publisher else []),
            "speakers": {"@list": speakers} if speakers else None,
        }
    )


def _target(claim: Claim, report: Report) -> Node:
    """The words: as quoted, and by their position in code points. What stands around them is told where the text is there."""
    start, end, text = claim.quote.start, claim.quote.end, report.text
    quote = _filled(
        {
            "@type": "oa:TextQuoteSelector",
            "prefix": text[max(0, start - AROUND) : start],
            "suffix": text[end : end + AROUND],
        }
    )
    return {
        "@type": "oa:SpecificResource",
        "hasSource": iri("report", report.id),
        "hasSelector": [
            {**quote, "exact": claim.quote.exact},
            {"@type": "oa:TextPositionSelector", "start": start, "end": end},
        ],
    }


def judgement_node(one: Judgement, claims: Mapping[str, Claim], reports: Mapping[str, Report], public: bool) -> Iterator[Node]:
    """A judgement as an activity, with its author; to the public without author, value and reason,
    and only on claims and reports that it sees: other subjects may be names.
    """
    author = named("person", one.author)
    if not public:
        yield {"@id": author, "@type": "prov:Agent", "label": one.author}
    yield _filled(
        {
            "@id": iri("judgement", one.id),
            "@type": ["prov:Activity", "ca:Judgement"],
            "kind": one.kind,
            "endedAtTime": one.at,
            "used": [_subject(s, claims, reports) for s in one.subjects if not public or s in claims or s in reports],
            "wasAssociatedWith": None if public else author,
            "value": None if public else one.value,
            "reason": None if public else one.reason,
        }
    )


def _subject(ident: str, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> str:
    kind = "claim" if ident in claims else "report" if ident in reports else "subject"
    return iri(kind, ident)
