"""Provenance read back by an RDF library: from an event to the exact words, with nobody asked over the network."""

import importlib.util
import io
import json
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import PROV, RDF

from claimatlas.model.claim import Claim, SourceRef
from claimatlas.model.judgement import Judgement
from claimatlas.publish.export.prov import write_prov
from claimatlas.publish.export.prov_terms import decimal, iri

# the library's own reader of JSON-LD uses what the library has deprecated
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
HERE = Path(__file__).parent
spec = importlib.util.spec_from_file_location("every_type", HERE / "every_type.py")
assert spec and spec.loader
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)

OA = "http://www.w3.org/ns/oa#"
PREFIXES = "PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX ca: <urn:claimatlas:term:> "
DOCS = HERE.parents[2] / "docs" / "exports.md"
TO_THE_WORDS = DOCS.read_text(encoding="utf-8").split("```sparql\n")[1].split("```")[0]
"""The query that the documentation gives."""


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def document(claims: list[Claim], verdicts: list[Judgement] | None = None, public: bool = False) -> str:
    stream = io.StringIO()
    by_id = {c.id: c for c in claims}
    count = write_prov([made.event_of(c) for c in claims], by_id, made.REPORTS, verdicts or [], stream, public)
    assert count == 2 * len(claims)
    return stream.getvalue()


def graph(text: str) -> Graph:
    return Graph().parse(data=text, format="json-ld")


def test_from_events_to_the_exact_words() -> None:
    claims = made.every()
    rows = list(graph(document(list(claims.values()))).query(TO_THE_WORDS))
    found = {str(r.claim): r for r in rows}  # type: ignore[union-attr]
    assert len(rows) == len(claims)
    for claim in claims.values():
        row: Any = found[iri("claim", claim.id)]
        report = made.REPORTS[claim.report_id]
        assert str(row.exact) == claim.quote.exact == report.text[int(row.start) : int(row.end)]
        assert str(row.sha256) == report.sha256


def test_what_stands_around_the_words() -> None:
    claim = made.claim("repel")
    found = graph(document([claim]))
    (row,) = found.query(PREFIXES + "SELECT ?p ?s WHERE { ?q oa:prefix ?p ; oa:suffix ?s }")
    before, after = (str(x) for x in row)  # type: ignore[union-attr]
    assert before + claim.quote.exact + after in made.TEXT and len(before) == len(after) == 32


def test_who_read_it_and_who_said_it() -> None:
    said = (SourceRef("a field commander", "a field commander", kind="person"), SourceRef("SANA", "SANA", "sana"))
    one, other = made.claim("capture", source=said), made.claim("assault")
    found = graph(document([one, other]))
    query = """SELECT ?who ?version ?report WHERE {
      ?claim prov:wasGeneratedBy ?reading . ?reading prov:used ?report ; prov:wasAssociatedWith ?reader .
      ?reader a prov:SoftwareAgent ; <http://schema.org/name> ?who ; <http://schema.org/softwareVersion> ?version }"""
    assert {tuple(map(str, r)) for r in found.query(PREFIXES + query)} == {("by hand", "1", iri("report", made.REPORT.id))}  # type: ignore[arg-type]
    label = URIRef("http://www.w3.org/2000/01/rdf-schema#label")

    def speakers(claim: Claim) -> set[str]:
        return {str(found.value(s, label)) for s in found.objects(URIRef(iri("claim", claim.id)), PROV.wasAttributedTo)}

    assert speakers(one) == {"a field commander", "SANA"} and speakers(other) == {"Desert Wire"}
    assert (URIRef(iri("actor", "sana")), RDF.type, PROV.Organization) in found


def judged(claim: Claim) -> Judgement:
    return Judgement("j_1", "mark_source", (claim.id, 'a "source"'), "Analyst <One>", "2017-08-03T10:00:00Z", "I was <there>", "B")


def test_judgements_are_activities_with_author_and_time() -> None:
    claim = made.claim("capture")
    found = graph(document([claim], [judged(claim)]))
    query = """SELECT ?at ?who ?why WHERE { ?j a ca:Judgement , prov:Activity ; prov:endedAtTime ?at ; prov:used ?claim ;
      rdfs:comment ?why ; prov:wasAssociatedWith ?author . ?author rdfs:label ?who . ?claim a oa:Annotation }"""
    (row,) = found.query(PREFIXES + query)
    at, who, why = row  # type: ignore[misc]
    assert str(who) == "Analyst <One>" and str(why) == "I was <there>"
    assert isinstance(at, Literal) and at.toPython().isoformat() == "2017-08-03T10:00:00+00:00"
    assert (URIRef("urn:claimatlas:judgement:j_1"), PROV.used, URIRef("urn:claimatlas:subject:a%20%22source%22")) in found


def test_the_public_does_not_see_who_judged_and_why() -> None:
    claim = made.claim("capture")
    text = document([claim], [judged(claim)], public=True)
    assert "Analyst" not in text and "there" not in text and "source%22" not in text and "urn:claimatlas:judgement:j_1" in text


def test_hostile_text_makes_no_nodes_and_no_links() -> None:
    found = graph(document([made.hostile()]))
    assert not [s for s in found.subjects() if "evil" in s]
    for term in {t for triple in found for t in triple if isinstance(t, URIRef)}:
        assert str(term).startswith(("urn:claimatlas:", "http://www.w3.org/", "http://purl.org/", "http://schema.org/")), term
        assert not set('<>" {}|\\^`') & set(term), term
    assert Literal(made.HOSTILE.url) in set(found.objects())


def test_withheld_speakers_are_not_one() -> None:
    hidden = tuple(SourceRef("[name withheld]", "[name withheld]", kind="person") for _ in range(2))
    claim = replace(made.claim("capture"), source=hidden)
    speakers = list(graph(document([claim])).objects(URIRef(iri("claim", claim.id)), PROV.wasAttributedTo))
    assert len(set(speakers)) == 2


def test_numbers_are_decimals() -> None:
    assert [decimal(n) for n in (None, 0, 1, 0.62, -34.5, 0.0000001)] == [None, "0", "1", "0.62", "-34.5", "0"]
    found = graph(document([made.claim("capture")]))
    lat = next(iter(found.objects(None, URIRef("http://www.w3.org/2003/01/geo/wgs84_pos#lat"))))
    assert isinstance(lat, Literal) and str(lat.toPython()) == "34.5624"


def test_the_sample(written: Callable[..., str]) -> None:
    text = written("prov")
    assert text == written("prov")
    told = json.loads(text)
    claims = [n for n in told["@graph"] if n["@id"].startswith("urn:claimatlas:claim:")]
    rows = list(graph(text).query(TO_THE_WORDS))
    words = {(c["@id"], c["hasTarget"]["hasSelector"][0]["exact"]) for c in claims}
    assert len(rows) > 100 and {(str(r.claim), str(r.exact)) for r in rows} <= words  # type: ignore[union-attr]
    hidden = json.loads(written("prov", profile="public"))
    assert not [n for n in hidden["@graph"] if "prefix" in json.dumps(n.get("hasTarget", {}))]
