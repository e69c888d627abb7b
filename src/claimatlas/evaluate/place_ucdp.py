"""UCDP GED events: from an event's headline and the words for its place, is the point within 25 km of the coder's?"""

import csv
import gzip
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claimatlas.evaluate.place_files import places_of
from claimatlas.evaluate.shared import ABSENT, shared_folder
from claimatlas.model.place import PlaceRef, distance_km
from claimatlas.resolve.gazetteer import Gazetteer
from claimatlas.resolve.place import PlaceResolver
from claimatlas.theatres import load_theatre

NEAR_KM = 25.0
PLACED = ("1", "2", "3")
"""Precision classes with a point: the place itself, near it, its district."""


@dataclass(frozen=True, slots=True)
class Row:
    """One event: its headline, the words for its place, its province, its point in degrees, its class of precision."""

    headline: str
    where: str
    province: str
    lat: float
    lon: float
    precision: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A row with the place that it was given; `right`: within 25 km."""

    row: Row
    got: PlaceRef

    @property
    def right(self) -> bool:
        """Whether the point given lies within 25 km of the coder's."""
        got, row = self.got, self.row
        return got.lat is not None and got.lon is not None and distance_km(got.lat, got.lon, row.lat, row.lon) <= NEAR_KM


def rows(folder: Path) -> list[Row]:
    """The events of precision 1 to 3 of the shared UCDP file; [] where it is absent."""
    found = sorted((folder / "data" / "ucdp").glob("*.csv.gz"))
    out: list[Row] = []
    for path in found:
        with gzip.open(path, "rt", encoding="utf-8", newline="") as table:
            out += [_row(r) for r in csv.DictReader(table)]
    return [r for r in out if r.precision in PLACED]


def _row(row: dict[str, str]) -> Row:
    precision = row["where_prec"].split(".")[0]
    return Row(row["source_headline"], row["where_coordinates"], row["adm_1"], float(row["latitude"]), float(row["longitude"]), precision)


def answers(events: Iterable[Row], resolver: PlaceResolver, province: bool = False) -> Iterator[Answer]:
    """Each event placed by its headline and its place's words alone; with `province` its province is told too."""
    known: dict[tuple[str, str, str], PlaceRef] = {}
    for row in events:
        key = (row.headline, row.where, row.province if province else "")
        if key not in known:
            known[key] = _place(*key, resolver)
        yield Answer(row, known[key])


def _place(headline: str, where: str, province: str, resolver: PlaceResolver) -> PlaceRef:
    head = f"{headline}. {province}\n" if province else f"{headline}\n"
    ref = PlaceRef(where, where, start=len(head), end=len(head) + len(where))
    return resolver.places(head + where, [ref])[0]


def figures(done: Iterable[Answer]) -> dict[str, float]:
    """The share within 25 km, 0 to 1, of all events (`all`) and of each class of precision."""
    hits: dict[str, list[bool]] = defaultdict(list)
    for answer in done:
        for name in ("all", answer.row.precision):
            hits[name].append(answer.right)
    return {name: sum(v) / len(v) for name, v in sorted(hits.items())}


def main(every: int = 1) -> None:
    """Print the figures, of one event in `every`, without and with the province told."""
    folder = shared_folder()
    events = rows(folder)[::every] if folder else []
    if folder is None or not events:
        print(f"UCDP: skipped, {ABSENT}")
        return
    theatre = load_theatre()
    resolver = PlaceResolver(Gazetteer.open(theatre, places_of(folder)), theatre)
    for name, told in (("headline and place", False), ("with the province", True)):
        print(f"UCDP {name}: {figures(answers(events, resolver, told))}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
