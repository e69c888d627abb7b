"""The reading scored against hand-coded claims, with the shared scorer."""

import csv
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from claimatlas.evaluate.labels import HELD, labels
from claimatlas.evaluate.shared import gold, rows_of, scorer
from claimatlas.model.claim import Claim, record
from claimatlas.model.report import Report
from claimatlas.read import TableColumns, read_file
from claimatlas.reading import Reading

DIGEST = "2017-08-02-digest.txt"
COLUMNS = TableColumns("unit_id", "article_content", "article_title", "source", "date")
RETRIEVED = "2026-01-01"
DIGESTS = ("seed", "bare")
GOLD = (*DIGESTS, "held")
"""What the reader was not trained on: the digest, the digest without its commas and apostrophes, hand-coded reports held back."""
FLOORS: dict[str, dict[str, float]] = {
    "seed": {"found": 0.75, "coded_row": 0.50},
    "bare": {"found": 0.75},
    "all": {
        "found": 0.78,
        "coded_row": 0.55,
        "source": 0.90,
        "stance": 0.93,
        "agent": 0.85,
        "target": 0.82,
        "place": 0.88,
        "time": 0.88,
        "quantities": 0.80,
    },
}
"""What is aimed at; `all` on the five folds of the hand-coded reports."""
Scores = dict[str, dict[str, float]]


def seed_reports(folder: Path, publishers: list[tuple[str, str]], marks: bool = True) -> list[Report]:
    """The digest's pieces, keyed seed, seed#2, ...; without `marks` as a careless copy would have it."""
    text = (folder / "reports" / DIGEST).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place, "seed.txt")
        copy.write_text(text if marks else without_marks(text), encoding="utf-8")
        return read_file(copy, RETRIEVED, None, publishers)


def without_marks(text: str) -> str:
    """A text that has lost its apostrophes and its commas, those inside of numbers and dates kept."""
    return re.sub(r"(?<!\d),(?=\s)|['’‘]", "", text)


def gold_claims(name: str, folder: Path) -> list[dict[str, Any]]:
    """The hand-coded claims of a set: shared gold, or our own labels that are held back."""
    if name == "held":
        return labels(folder, HELD)
    return [_bare(g) for g in gold(folder, "seed")] if name == "bare" else gold(folder, name)


def _bare(claim: dict[str, Any]) -> dict[str, Any]:
    """A hand-coded claim on the digest without its marks."""
    return {**claim, "trigger": without_marks(claim["trigger"])}


def table_reports(folder: Path, docs: set[str], publishers: list[tuple[str, str]]) -> list[Report]:
    """Reports of the report table, keyed by unit_id, read as the table that they come in."""
    rows = rows_of(folder, docs)
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
    if name in DIGESTS:
        return seed_reports(folder, publishers, marks=name == "seed")
    return table_reports(folder, {str(g["doc"]) for g in gold_claims(name, folder)}, publishers)


def records(reports: list[Report], reading: Reading) -> Iterator[dict[str, Any]]:
    """The claims of reports as the export writes them."""
    for report in reports:
        for claim in reading.claims(report):
            yield as_exported(claim, report)


def as_exported(claim: Claim, report: Report) -> dict[str, Any]:
    """A claim as the export writes it, dates as text."""
    out: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(record(claim, report)))
    return out


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
