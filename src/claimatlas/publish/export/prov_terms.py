"""Names of the prov export: the JSON-LD context, which stands in each document, and the IRIs of what it tells of."""

import hashlib
from typing import Any
from urllib.parse import quote

XSD = "http://www.w3.org/2001/XMLSchema#"


def _link(name: str) -> dict[str, str]:
    return {"@id": name, "@type": "@id"}


def _typed(name: str, kind: str) -> dict[str, str]:
    return {"@id": name, "@type": f"xsd:{kind}"}


CONTEXT: dict[str, Any] = {
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "dcterms": "http://purl.org/dc/terms/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "schema": "http://schema.org/",
    "xsd": XSD,
    "ca": "urn:claimatlas:term:",
    "label": "rdfs:label",
    "wasDerivedFrom": _link("prov:wasDerivedFrom"),
    "wasGeneratedBy": _link("prov:wasGeneratedBy"),
    "wasAttributedTo": _link("prov:wasAttributedTo"),
    "wasAssociatedWith": _link("prov:wasAssociatedWith"),
    "used": _link("prov:used"),
    "endedAtTime": _typed("prov:endedAtTime", "dateTime"),
    "motivatedBy": _link("oa:motivatedBy"),
    "bodyValue": "oa:bodyValue",
    "hasTarget": _link("oa:hasTarget"),
    "hasSource": _link("oa:hasSource"),
    "hasSelector": _link("oa:hasSelector"),
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": _typed("oa:start", "nonNegativeInteger"),
    "end": _typed("oa:end", "nonNegativeInteger"),
    "title": "dcterms:title",
    "identifier": "dcterms:identifier",
    "issued": _typed("dcterms:issued", "date"),
    "language": "dcterms:language",
    "url": "schema:url",
    "name": "schema:name",
    "version": "schema:softwareVersion",
    "lat": _typed("geo:lat", "decimal"),
    "long": _typed("geo:long", "decimal"),
    "startDate": _typed("schema:startDate", "date"),
    "endDate": _typed("schema:endDate", "date"),
    "sha256": "ca:sha256",
    "claimType": "ca:claimType",
    "stance": "ca:stance",
    "status": "ca:status",
    "belief": _typed("ca:belief", "decimal"),
    "confidence": _typed("ca:confidence", "decimal"),
    "agents": "ca:agent",
    "targets": "ca:target",
    "place": "ca:place",
    "placeId": "ca:placeId",
    "speakers": _link("ca:speakers"),
    "kind": "ca:kind",
    "value": "rdf:value",
    "reason": "rdfs:comment",
}


def iri(kind: str, ident: str) -> str:
    """The IRI of something with an id of its own; what no IRI may hold is written in per cent."""
    return f"urn:claimatlas:{kind}:{quote(ident, safe='')}"


def agent_iri(actor_id: str) -> str:
    """The IRI of an actor of the register."""
    return iri("actor", actor_id)


def named(kind: str, name: str) -> str:
    """The IRI of something that has a name only: a hash of it."""
    return f"urn:claimatlas:{kind}:{hashlib.sha256(name.encode()).hexdigest()[:16]}"


def decimal(number: float | None) -> str | None:
    """A number as xsd:decimal writes it, to six places; JSON's own numbers would be read as doubles."""
    return None if number is None else f"{number:.6f}".rstrip("0").rstrip(".") or "0"
