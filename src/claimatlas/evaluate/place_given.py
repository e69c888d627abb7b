"""Places of hand-coded reports: given the coder's own words, does the choice of a place put them where they lie?"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimatlas.evaluate.labels import LABELS, ROOT
from claimatlas.evaluate.scores import gold_claims, table_reports
from claimatlas.evaluate.shared import scorer
from claimatlas.model.place import PlaceRef, distance_km
from claimatlas.model.report import Report
from claimatlas.reading import Reading
from claimatlas.resolve.place import PlaceResolver

KEYED = ROOT / "fakes_places.jsonl"
"""Places of the hand-coded corpus drawn by lot, each with the point that a coder gave it; countries left out."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """A coder's words for a place: start and end in the report, and `want`, latitude and longitude in degrees, right within `km`."""

    doc: str
    name: str
    at: tuple[int, int]
    want: tuple[float, float] | None
    km: float


def keyed(path: Path = KEYED) -> list[Keyed]:
    """The rows of a file of keyed places; those that the coder could not place have no `want`."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [Keyed(r["doc"], r["name"], (r["at"][0], r["at"][1]), tuple(r["want"]) if r["want"] else None, r.get("km", 0.0)) for r in rows]


def corpus(folder: Path, reading: Reading, path: Path = KEYED) -> Iterator[tuple[Keyed, PlaceRef]]:
    """Each keyed place with what the resolver makes of the coder's words, all coded words of the report given together."""
    rows = [r for r in keyed(path) if r.want is not None]
    coded = _coded(LABELS)
    for report in table_reports(folder, {r.doc for r in rows}, reading.theatre.publishers()):
        own = [r for r in rows if r.doc == report.key]
        refs = {at: _ref(report.text, at, place) for at, place in coded[report.key].items()}
        placed = _placed(report, refs, reading.resolver.places)
        yield from ((r, placed[r.at]) for r in own)


def _coded(path: Path) -> Mapping[str, dict[tuple[int, int], Mapping[str, Any]]]:
    """The words for places in each report, nearest to each event, with the place coded for them."""
    found: dict[str, dict[tuple[int, int], Mapping[str, Any]]] = defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        place = row["place"] or {}
        for start, end in place.get("spans", ())[:1]:
            found[row["doc"]].setdefault((start, end), place)
    return found


def _ref(text: str, at: tuple[int, int], place: Mapping[str, Any]) -> PlaceRef:
    """The words as a reference; of a description such as "the town", what it stands for is told, as a reader recalls it."""
    words = text[at[0] : at[1]]
    name = words if any(w[:1].isupper() for w in re.split(r"[\s-]", words)) else str(place["name"])
    return PlaceRef(words, name, relation=place.get("relation"), start=at[0], end=at[1])


def _placed(report: Report, refs: Mapping[tuple[int, int], PlaceRef], resolver: PlaceResolver) -> dict[tuple[int, int], PlaceRef]:
    spans = sorted(refs)
    return dict(zip(spans, resolver.places(report.text, [refs[at] for at in spans]), strict=True))


def right(row: Keyed, got: PlaceRef) -> bool:
    """Whether the point given lies within the row's distance of the keyed one."""
    return row.want is not None and got.lat is not None and got.lon is not None and distance_km(got.lat, got.lon, *row.want) <= row.km


def gold_places(folder: Path, reading: Reading, name: str = "dev") -> Iterator[tuple[dict[str, Any], PlaceRef, bool]]:
    """Each gold claim that has a point: the claim, what its place's words give, and whether the shared scorer takes that for right."""
    tool = scorer(folder, "score_claims")
    gold = [g for g in gold_claims(name, folder) if (g["place"] or {}).get("lat") is not None]
    docs = {str(g["doc"]) for g in gold}
    for report in table_reports(folder, docs, reading.theatre.publishers()):
        own = [(g, at) for g in gold if str(g["doc"]) == report.key and (at := _named(report.text, g)) is not None]
        refs = {at: _ref(report.text, at, g["place"]) for g, at in own}
        placed = _placed(report, refs, reading.resolver.places)
        for g, at in own:
            got = placed[at]
            yield g, got, bool(tool.geo_right(g["place"], {"lat": got.lat, "lon": got.lon}))


def _named(text: str, claim: Mapping[str, Any]) -> tuple[int, int] | None:
    """Where the text has the claim's place, by its name or another form of it, nearest to the words of the event."""
    at = _nth(text, str(claim["trigger"]), int(claim.get("trigger_n") or 1))
    forms = dict.fromkeys((claim["place"]["name"], *claim["place"].get("aliases", ())))
    spots = [(abs(start - at), -len(f), start, start + len(f)) for f in forms for start in _spots(text, f)]
    return min(spots)[2:] if spots else None


def _spots(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _nth(text: str, words: str, number: int) -> int:
    spots = list(_spots(text, words))
    return spots[min(number, len(spots)) - 1] if spots else 0


def share(marks: Iterable[bool]) -> float:
    """The share of true ones, 0 to 1; 0 when there are none."""
    seen: Sequence[bool] = list(marks)
    return round(sum(seen) / len(seen), 4) if seen else 0.0


def told(folder: Path, reading: Reading, path: Path = KEYED) -> list[bool]:
    """Of the keyed places that a claim of the whole reader tells of, which are placed right."""
    rows = [r for r in keyed(path) if r.want is not None]
    marks: list[bool] = []
    for report in table_reports(folder, {r.doc for r in rows}, reading.theatre.publishers()):
        places = [c.place for c in reading.claims(report) if c.place is not None]
        for row in (r for r in rows if r.doc == report.key):
            met = [right(row, p) for p in places if _overlaps(p, row.at)]
            marks += [any(met)] if met else []
    return marks


def _overlaps(place: PlaceRef, at: tuple[int, int]) -> bool:
    return place.start is not None and place.end is not None and place.start < at[1] and at[0] < place.end


def given(folder: Path, reading: Reading) -> dict[str, float]:
    """The share placed right given the coder's words: of the development gold (within 25 km, a province 100 km) and of the corpus."""
    dev = [ok for _, _, ok in gold_places(folder, reading)]
    rows = [right(row, got) for row, got in corpus(folder, reading)]
    return {"dev": share(dev), "dev_places": float(len(dev)), "corpus": share(rows), "corpus_places": float(len(rows))}
