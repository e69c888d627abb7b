"""Where everything comes from, as PROV-O in JSON-LD: events from claims, claims from the exact words of reports, judgements on them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from claimatlas import __version__
from claimatlas.model.claim import Claim
from claimatlas.model.event import Event
from claimatlas.model.judgement import Judgement
from claimatlas.model.report import Report
from claimatlas.publish.export.data import ExportData
from claimatlas.publish.export.jsonl import in_order
from claimatlas.publish.export.prov_nodes import Node, claim_node, event_node, judgement_node, reading_node, report_node, speakers_node
from claimatlas.publish.export.prov_terms import CONTEXT

JOINING = f"urn:claimatlas:joining:{__version__}"
PROGRAM = f"urn:claimatlas:program:claimatlas-{__version__}"


def export_prov(data: ExportData, stream: TextIO) -> int:
    """The chosen events and claims. In the public profile judgements come without who made them and why."""
    return write_prov(data.events, data.claims, data.reports, data.verdicts, stream, data.public)


def write_prov(
    events: Iterable[Event],
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    verdicts: Iterable[Judgement],
    stream: TextIO,
    public: bool = False,
) -> int:
    """Writes one document, a node a line, and returns the number of events and claims; the same ledger gives the same bytes.

    The context stands in the document: nothing has to be fetched to read it.
    """
    stream.write('{"@context":' + _json(CONTEXT) + ',"@graph":[\n')
    written: set[str] = set()
    count = 0
    for node in nodes(events, claims, reports, verdicts, public):
        if node["@id"] in written:
            continue
        stream.write((",\n" if written else "") + _json(node))
        written.add(node["@id"])
        count += node["@id"].startswith(("urn:claimatlas:claim:", "urn:claimatlas:event:"))
    stream.write("\n]}\n")
    return count


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def nodes(
    events: Iterable[Event], claims: Mapping[str, Claim], reports: Mapping[str, Report], verdicts: Iterable[Judgement], public: bool
) -> Iterator[Node]:
    """The nodes of the graph; what several claims share comes several times, the same each time."""
    yield {"@id": PROGRAM, "@type": "prov:SoftwareAgent", "label": f"Claimatlas {__version__}", "version": __version__}
    yield {"@id": JOINING, "@type": "prov:Activity", "label": "claims joined to events", "wasAssociatedWith": PROGRAM}
    for event in events:
        yield event_node(event, claims, JOINING)
    for claim in in_order(claims.values(), reports):
        report = reports[claim.report_id]
        yield from report_node(report)
        yield from reading_node(claim)
        yield from speakers_node(claim)
        yield claim_node(claim, report)
    for judgement in verdicts:
        yield from judgement_node(judgement, claims, reports, public)
