"""`python -m claimatlas.evaluate.beliefs`: whether events are believed as often as an independent record has them.

Events with a death toll, told by the reports beside the checkout, are looked up in UCDP GED: a death there within REACH_KM on one
of the event's days confirms it. Deaths are common in that war, so some are confirmed by chance; by how much is measured for each
place over all days of the record, and places with deaths on half of all days say too little and are left out. What is confirmed
beyond chance is (confirmed - chance) / (1 - chance), Cohen's (1960) correction. The record misses deaths too, so that it is a
lower bound of what happened. Beside it: the labels of the reports, which say whether a report agrees with a record of casualties.
"""

import csv
import gzip
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import click

from claimatlas.evaluate.scores import table_reports
from claimatlas.evaluate.shared import ABSENT, rows_of, shared_folder
from claimatlas.ledger import build_view
from claimatlas.model.claim import Claim
from claimatlas.model.event import Event
from claimatlas.model.place import distance_km
from claimatlas.model.report import Report
from claimatlas.read import mark_copies
from claimatlas.reading import Reading

RECORD = "ged_syria_2016-01_2017-06.csv.gz"
REACH_KM, PRECISE, LONGEST_DAYS, COMMON = 10.0, 3, 1, 0.5
BANDS = (0.0, 0.45, 0.65, 1.01)
LEVELS = frozenset({"town", "district", "site"})

Record = Mapping[date, Sequence[tuple[float, float]]]


@dataclass(frozen=True, slots=True)
class Band:
    """Events whose belief lies in a band. All but `events` 0 to 1: mean `belief`, share `confirmed`, and by `chance`."""

    events: int
    belief: float
    confirmed: float
    chance: float

    @property
    def beyond(self) -> float:
        """The share confirmed beyond chance."""
        return (self.confirmed - self.chance) / (1 - self.chance)


def read_record(path: Path) -> Record:
    """Points of deaths by day, of rows that are placed to a district or better."""
    found: dict[date, list[tuple[float, float]]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if float(row["where_prec"]) <= PRECISE:
                for day in _days(date.fromisoformat(row["date_start"][:10]), date.fromisoformat(row["date_end"][:10])):
                    found[day].append((float(row["latitude"]), float(row["longitude"])))
    return found


def _days(start: date, end: date) -> Iterable[date]:
    return (start + timedelta(n) for n in range((end - start).days + 1))


def comparable(event: Event) -> bool:
    """Whether a record could confirm it: it tells of deaths, in a place with a point, within two days."""
    place, time = event.place, event.time
    if place is None or place.lat is None or place.level not in LEVELS or "quantities.killed" not in event.slots:
        return False
    return time.start is not None and time.end is not None and (time.end - time.start).days <= LONGEST_DAYS


class Confirmed:
    """Answers whether a record has deaths near a point on a day."""

    def __init__(self, record: Record) -> None:
        self.first, self.last = min(record), max(record)
        self._record = record
        self._days: dict[tuple[float, float], list[date]] = {}

    def days(self, lat: float, lon: float) -> list[date]:
        """The days with deaths within REACH_KM, in order."""
        if (lat, lon) not in self._days:
            near = (d for d, points in self._record.items() if any(_near(lat, lon, *p) for p in points))
            self._days[lat, lon] = sorted(near)
        return self._days[lat, lon]

    def of(self, event: Event) -> tuple[bool, float]:
        """Whether it is confirmed, and the chance that it would be on days drawn by lot."""
        place, start, end = event.place, event.time.start, event.time.end
        assert place is not None and place.lat is not None and place.lon is not None and start is not None and end is not None
        days = self.days(place.lat, place.lon)
        at = bisect_left(days, start)
        rate = len(days) / ((self.last - self.first).days + 1)
        return at < len(days) and days[at] <= end, 1 - (1 - rate) ** ((end - start).days + 1)


def _near(lat: float, lon: float, other_lat: float, other_lon: float) -> bool:
    return abs(lat - other_lat) < 0.2 and abs(lon - other_lon) < 0.2 and distance_km(lat, lon, other_lat, other_lon) <= REACH_KM


def bands(events: Iterable[Event], confirmed: Confirmed) -> list[Band]:
    """The events of the record's time, by bands of belief; bands without events are left out."""
    told: dict[int, list[tuple[float, bool, float]]] = defaultdict(list)
    for event in events:
        if not comparable(event) or not (
            confirmed.first <= (event.time.start or date.min) and (event.time.end or date.max) <= confirmed.last
        ):
            continue
        hit, chance = confirmed.of(event)
        if chance < COMMON:
            told[next(n for n, top in enumerate(BANDS[1:]) if event.belief.value < top)].append((event.belief.value, hit, chance))
    means = ([sum(column) / len(rows) for column in zip(*rows, strict=True)] for _, rows in sorted(told.items()))
    return [Band(len(rows), *mean) for (_, rows), mean in zip(sorted(told.items()), means, strict=True)]


def read_of(folder: Path, reading: Reading, record: Confirmed) -> tuple[list[Report], list[Claim]]:
    """The reports of the table that were published in the record's time, with their claims."""
    with (folder / "data" / "fakes" / "reports.csv").open(encoding="utf-8-sig", newline="") as table:
        docs = {row["unit_id"] for row in csv.DictReader(table)}
    reports = mark_copies(table_reports(folder, docs, reading.theatre.publishers()))
    kept = [r for r in reports if r.published and record.first <= r.published <= record.last]
    return kept, [c for r in kept for c in reading.claims(r)]


def labelled(folder: Path, reports: Sequence[Report], claims: Sequence[Claim], events: Sequence[Event]) -> dict[str, tuple[int, float]]:
    """How many reports agree with a record of casualties by their label, how many do not, and the mean belief in the tolls of each."""
    told: dict[str, list[float]] = defaultdict(list)
    belief = {c: e.belief.value for e in events for c in e.claims}
    for claim in claims:
        if claim.id in belief and any(q.what == "killed" for q in claim.quantities):
            told[claim.report_id].append(belief[claim.id])
    label = {row["unit_id"]: row["labels"] for row in rows_of(folder, {r.key for r in reports})}
    means: dict[str, list[float]] = defaultdict(list)
    for report in reports:
        if report.id in told:
            means["agrees" if label[report.key] == "1" else "does not"].append(sum(told[report.id]) / len(told[report.id]))
    return {name: (len(rows), sum(rows) / len(rows)) for name, rows in sorted(means.items())}


def print_beliefs(folder: Path, reading: Reading) -> None:
    """One line a band of belief, one a label."""
    record = Confirmed(read_record(folder / "data" / "ucdp" / RECORD))
    reports, claims = read_of(folder, reading, record)
    events = build_view(claims, reports, [], reading.theatre).events
    for band in bands(events, record):
        told = f"believed {band.belief:.2f}  confirmed {band.confirmed:.2f}  by chance {band.chance:.2f}  beyond it {band.beyond:.2f}"
        click.echo(f"beliefs  {band.events:4d} events with tolls  {told}")
    for name, (count, mean) in labelled(folder, reports, claims, events).items():
        click.echo(f"beliefs  {count:4d} reports, label {name:8s}  mean belief in their tolls {mean:.3f}")


@click.command()
def main() -> None:
    """Print how often what is believed is in an independent record."""
    folder = shared_folder()
    if folder is None:
        raise SystemExit(f"Not measured: {ABSENT}.")
    print_beliefs(folder, Reading())


if __name__ == "__main__":
    main()
