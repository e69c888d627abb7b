"""The reading scored against hand-coded claims, with the shared scorer."""

import csv
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from claimatlas.evaluate.labels import labels
from claimatlas.evaluate.shared import gold, rows_of, scorer
from claimatlas.model.claim import record
from claimatlas.model.report import Report
from claimatlas.read import TableColumns, read_file
from claimatlas.reading import Reading

DIGEST = "2017-08-02-digest.txt"
COLUMNS = TableColumns("unit_id", "article_content", "article_title", "source", "date")
RETRIEVED = "2026-01-01"
GOLD = ("seed", "dev", "labels")
FLOORS: dict[str, dict[str, float]] = {
    "seed": {"found": 0.70, "coded_row": 0.45, "source": 0.85, "stance": 0.90, "geo": 0.80},
    "dev": {"found": 0.62, "coded_row": 0.30},
}
"""What the first version must reach."""
Scores = dict[str, dict[str, float]]


def seed_reports(folder: Path, publishers: list[tuple[str, str]]) -> list[Report]:
    """The digest's pieces, keyed seed, seed#2, ..."""
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place, "seed.txt")
        shutil.copyfile(folder / "reports" / DIGEST, copy)
        return read_file(copy, RETRIEVED, None, publishers)


def gold_claims(name: str, folder: Path) -> list[dict[str, Any]]:
    """The hand-coded claims of a set: shared gold, or our own labels."""
    return labels(folder) if name == "labels" else gold(folder, name)


def table_reports(name: str, folder: Path, publishers: list[tuple[str, str]]) -> list[Report]:
    """The reports that a set of the report table was coded on, keyed by unit_id, read as the table that they come in."""
    rows = rows_of(folder, {str(g["doc"]) for g in gold_claims(name, folder)})
    with tempfile.TemporaryDirectory() as place:
        table = Path(place, "reports.csv")
        with table.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        return read_file(table, RETRIEVED, COLUMNS, publishers)


def reports_of(name: str, folder: Path, reading: Reading) -> list[Report]:
    """The reports of a gold file."""
    publishers = reading.theatre.publishers()
    return seed_reports(folder, publishers) if name == "seed" else table_reports(name, folder, publishers)


def records(reports: list[Report], reading: Reading) -> Iterator[dict[str, Any]]:
    """The claims of reports as the export writes them."""
    for report in reports:
        for claim in reading.claims(report):
            yield _json(record(claim, report))


def _json(value: Any) -> Any:
    """Dates as text, as they stand in the export."""
    return msgspec.json.decode(msgspec.json.encode(value))


def flat(scored: dict[str, Any]) -> dict[str, float]:
    """The figures that are kept: F1 of found claims and of rows, the mean of each slot."""
    rows = {name: float(scored[name]["f1"]) for name in ("found", "coded_row", "full_row")}
    return {**rows, **{name: float(slot["mean"]) for name, slot in scored["slots"].items() if name != "type"}}


def score(name: str, folder: Path, reading: Reading) -> dict[str, float]:
    """The figures of one gold file, each 0 to 1."""
    claims = list(records(reports_of(name, folder, reading), reading))
    result, _, _ = scorer(folder, "score_claims").score(gold_claims(name, folder), claims)
    return {key: round(value, 4) for key, value in flat(result).items()}


def all_scores(folder: Path, reading: Reading) -> Scores:
    """The figures of every gold file that the reader is scored on."""
    return {name: score(name, folder, reading) for name in GOLD}
