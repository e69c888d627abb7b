"""Plain sentences of every claim type and stance that the reader must not miss (tests/golden), and what holds of every claim."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from claimatlas.intake import Worker
from claimatlas.model.claim import STANCES, Claim, record
from claimatlas.model.codebook import codebook, two_sided
from claimatlas.model.quantity import WHAT
from claimatlas.model.report import Report
from claimatlas.reading import Reading

HERE = Path(__file__).parent / "golden"
HEAD = re.compile(r"^=== (\S+) \| (\S+)\n", re.MULTILINE)
GOLDEN: dict[str, list[dict[str, Any]]] = yaml.safe_load((HERE / "golden.yaml").read_text(encoding="utf-8"))
FIELDS = {
    "id", "report", "type", "stance", "agent", "target", "place", "time", "quantities",
    "source", "quote", "reader", "confidence", "event", "flags",
}  # fmt: skip
REPORT = {"key", "id", "publisher", "title", "author", "published", "retrieved", "url", "sha256", "language"}
ACTOR = {"text", "name", "id", "start", "end", "candidates"}
PLACE = {
    "text", "name", "id", "lat", "lon", "precision", "radius_km", "relation", "part", "level", "admin", "start", "end", "candidates", "why",
}  # fmt: skip
TIME = {"text", "start", "end", "precision", "default", "anchor"}
QUANTITY = {"what", "low", "high", "approx", "who", "text", "start", "end"}
SOURCE = {"text", "name", "id", "kind", "side", "start", "end"}
KINDS = {"person", "organisation", "anonymous", "document", "publisher"}
Told = dict[str, tuple[Report, list[Claim]]]


def reports() -> dict[str, Report]:
    """The reports of golden.txt by key."""
    parts = HEAD.split((HERE / "golden.txt").read_text(encoding="utf-8"))[1:]
    rows = zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    return {k: Report(id=f"r_{k}", key=k, text=text.strip("\n"), published=date.fromisoformat(day)) for k, day, text in rows}


@pytest.fixture(scope="module")
def reading(own_data: Path) -> Reading:
    """The reader by rules alone: plain sentences are what rules must get right."""
    return Worker.reading("syria_iraq", "rules")


@pytest.fixture(scope="module")
def told(reading: Reading) -> Told:
    """Every golden report with its claims, read once."""
    return {k: (r, reading.claims(r)) for k, r in reports().items()}


def same(wanted: list[str], got: list[str]) -> bool:
    """Whether two lists hold the same names in any order; a wanted "A|B" takes either."""
    left = list(got)
    for options in wanted:
        hit = next((g for g in left if g in options.split("|")), None)
        if hit is None:
            return False
        left.remove(hit)
    return not left


def wrong_actors(entry: dict[str, Any], claim: Claim) -> list[str]:
    """The actor slots that differ; in a two-sided claim the sides may be told in either order, prisoners exchanged left out."""
    agents, targets = [a.name for a in claim.agent], [t.name for t in claim.target]
    if two_sided(claim.type) and "agent" in entry and "target" in entry:
        both = [n for n in (*agents, *targets) if n not in {"prisoners", "fighters"}]
        return [] if same([*entry["agent"], *entry["target"]], both) else [f"sides {both}"]
    wrong = [f"agent {agents}"] if "agent" in entry and not same(entry["agent"], agents) else []
    return wrong + ([f"target {targets}"] if "target" in entry and not same(entry["target"], targets) else [])


def wrong_place(entry: dict[str, Any], claim: Claim) -> list[str]:
    """The parts of the place that differ."""
    if "place" not in entry:
        return []
    place = claim.place
    if place is None or place.name not in entry["place"].split("|"):
        return [f"place {place.name if place else None}"]
    wanted = {"relation": entry.get("relation"), "part": entry.get("part", place.part)}
    return [f"{slot} {getattr(place, slot)}" for slot, value in wanted.items() if getattr(place, slot) != value]


def wrong_time(entry: dict[str, Any], claim: Claim) -> list[str]:
    """The dates where they differ; a `day` begins and ends the time."""
    start, end = entry.get("start", entry.get("day")), entry.get("end", entry.get("day"))
    if start is None or (claim.time.start, claim.time.end, claim.time.default) == (start, end, False):
        return []
    return [f"time {claim.time.start} to {claim.time.end}"]


def wrong_numbers(entry: dict[str, Any], claim: Claim) -> list[str]:
    """The counts that are missing or differ."""
    got = {(q.what, q.low, q.high) for q in claim.quantities}
    return [f"{what} {sorted(map(str, got))}" for what in WHAT if what in entry and (what, *entry[what]) not in got]


def faults(entry: dict[str, Any], claim: Claim) -> list[str]:
    """All slots of a claim that differ from an entry."""
    sources = [s.name for s in claim.source]
    wrong = [] if same(entry.get("source", []), sources) else [f"source {sources}"]
    return wrong + wrong_actors(entry, claim) + wrong_place(entry, claim) + wrong_time(entry, claim) + wrong_numbers(entry, claim)


def cases() -> list[Any]:
    """One parameter an entry, and one a place where it lists several."""
    out = []
    for key, entries in GOLDEN.items():
        for entry in entries:
            for one in [{**entry, "place": p} for p in entry["each"]] if "each" in entry else [entry]:
                open_ = pytest.mark.xfail(strict=True, reason="the reader does not get it yet")
                name = f"{one['says']}: {one['type']}" + (f" {one['place']}" if "each" in entry else "")
                out.append(pytest.param(key, one, id=name, marks=[open_] if entry.get("open") else []))
    return out


@pytest.mark.parametrize(("key", "entry"), cases())
def test_claim_is_read(told: Told, key: str, entry: dict[str, Any]) -> None:
    """The sentence gives a claim of the type and stance whose plain slots are right."""
    report, claims = told[key]
    at = report.text.index(entry["says"])
    here = [c for c in claims if c.quote.start <= at < c.quote.end]
    fitting = [c for c in here if c.type == entry["type"] and c.stance == entry.get("stance", "fact")]
    assert fitting, f"no such claim; the sentence gave {[(c.type, c.stance) for c in here]}"
    best = min((faults(entry, c) for c in fitting), key=len)
    assert best == []


def test_every_type_and_stance_is_covered() -> None:
    """The golden reports hold each of the codebook's types and stances."""
    entries = [e for rows in GOLDEN.values() for e in rows]
    assert {e["type"] for e in entries} == set(codebook().types)
    assert {e.get("stance", "fact") for e in entries} == set(STANCES)


def test_every_snippet_stands_once() -> None:
    """A snippet names one spot of its report."""
    texts = {k: r.text for k, r in reports().items()}
    assert set(texts) == set(GOLDEN)
    assert [e["says"] for k, rows in GOLDEN.items() for e in rows if texts[k].count(e["says"]) != 1] == []


def test_few_entries_are_open() -> None:
    """Marks for what the reader misses stay the exception."""
    entries = [e for rows in GOLDEN.values() for e in rows]
    assert sum(bool(e.get("open")) for e in entries) <= len(entries) / 4


def test_spans_are_exact(told: Told) -> None:
    """A quote equals the text at its offsets, and so do the words of actors, places, speakers, numbers and times."""
    for report, claims in told.values():
        for c in claims:
            spans = [(c.quote.exact, c.quote.start, c.quote.end), (c.time.text, c.time.begin, c.time.finish)]
            spans += [(x.text, x.start, x.end) for x in (*c.agent, *c.target, *c.source, *c.quantities, *([c.place] if c.place else []))]
            wrong = [(text, start, end) for text, start, end in spans if start is not None and report.text[start:end] != text]
            assert [w for w in wrong if w[0] != (c.place.text if c.place else None)] == []
            assert c.trigger is not None
            assert c.quote.start <= c.trigger[0] < c.trigger[1] <= c.quote.end


def test_claims_stand_in_order_of_the_text(told: Told) -> None:
    """Claims come out sorted by the start of their quote."""
    for _, claims in told.values():
        starts = [c.quote.start for c in claims]
        assert starts == sorted(starts)


def test_ids_are_stable_and_unique(reading: Reading, told: Told) -> None:
    """A second run gives the same claims to the last byte; no two claims share an id; another report's ids differ."""
    for report, claims in told.values():
        again = reading.claims(report)
        assert msgspec.json.encode(again) == msgspec.json.encode(claims)
        assert len({c.id for c in claims}) == len(claims)
    report, claims = told["golden_north"]
    other = reading.claims(replace(report, id="r_other"))
    assert not {c.id for c in other} & {c.id for c in claims}


def test_reading_one_report_leaves_no_trace_on_the_next(reading: Reading, told: Told) -> None:
    """What one report says does not colour the reading of another: the order of reading changes nothing."""
    for report, claims in reversed(told.values()):
        assert reading.claims(report) == claims


def test_records_keep_the_format(told: Told) -> None:
    """Every record has FORMAT.md's fields, with values of the codebook."""
    for report, claims in told.values():
        for c in claims:
            row = record(c, report)
            assert set(row) >= FIELDS
            assert set(row["report"]) >= REPORT
            assert row["type"] in codebook().types
            assert row["stance"] in STANCES
            assert 0 <= row["confidence"] <= 1
            assert set(row["quote"]) >= {"exact", "start", "end"}
            assert set(row["reader"]) >= {"name", "version"}
            assert set(row["time"]) >= TIME
            assert all(set(a) >= ACTOR for a in (*row["agent"], *row["target"]))
            assert all(set(s) >= SOURCE and s["kind"] in KINDS for s in row["source"])
            assert all(set(q) >= QUANTITY and q["what"] in WHAT for q in row["quantities"])
            assert row["place"] is None or set(row["place"]) >= PLACE


def test_a_place_is_on_the_map_or_says_why_not(told: Told) -> None:
    """A place has an id and a point, or neither and a reason."""
    for _, claims in told.values():
        for place in [c.place for c in claims if c.place]:
            known = [place.id is not None, place.lat is not None, place.lon is not None]
            assert all(known) or (not any(known) and place.why)


def test_times_do_not_run_backwards(told: Told) -> None:
    """A start is not after its end; what is told as done does not begin after the report."""
    for report, claims in told.values():
        assert report.published is not None
        for c in claims:
            assert c.time.start is not None
            assert c.time.end is not None
            assert c.time.start <= c.time.end
            if c.stance == "fact":
                assert c.time.start <= report.published
