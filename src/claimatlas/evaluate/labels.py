"""Our own hand-coded labels (offsets and codes, no text), joined to the reports that they were coded on."""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimatlas.evaluate.shared import rows_of

ROOT = Path(__file__).resolve().parents[3] / "labels"
LABELS = ROOT / "fakes.jsonl"
SECOND = ROOT / "fakes_second.jsonl"
"""The same reports, some of them, coded by a second coder who had not seen the first one's coding."""
HELD = ROOT / "fakes_held.jsonl"
"""Reports that no reader is trained on."""
STAND_INS = frozenset(
    {
        "he",
        "she",
        "it",
        "they",
        "them",
        "him",
        "his",
        "her",
        "its",
        "their",
        "we",
        "us",
        "our",
        "i",
        "who",
        "which",
        "that",
        "this",
        "there",
        "here",
    }
)
"""Words that stand for a name in one place only: no alias of it."""


def labels(folder: Path, path: Path = LABELS) -> list[dict[str, Any]]:
    """The labels as gold claims: the words at their offsets, read from the reports in `folder`, are the aliases of their names.

    Raises ValueError where an offset lies outside its report, which then is not the text that was coded.
    """
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    texts = {r["unit_id"]: r["article_content"] for r in rows_of(folder, {row["doc"] for row in rows})}
    forms = _forms(rows, texts)
    return [_joined(row, texts[row["doc"]], forms) for row in rows]


def _named(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The actors, speakers and the place of a label, those of older labels that are plain text left out."""
    for slot in ("agent", "target", "source"):
        yield from (entry for entry in row[slot] if isinstance(entry, dict))
    if row["place"]:
        yield row["place"]


def _words(row: dict[str, Any], text: str, span: list[int]) -> str:
    start, end = span
    if not 0 <= start < end <= len(text):
        raise ValueError(f"labels of {row['doc']}: {start}-{end} lies outside the report; it is not the text that was coded.")
    return text[start:end]


def _forms(rows: list[dict[str, Any]], texts: dict[str, str]) -> dict[tuple[str, str], set[str]]:
    """The words that stand for each name in each report."""
    forms: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        for entry in _named(row):
            words = {_words(row, texts[row["doc"]], span) for span in entry.get("spans", ())}
            forms[row["doc"], entry["name"]] |= {w for w in words if w.lower() not in STAND_INS} | set(entry.get("aliases", ()))
    return forms


def _joined(row: dict[str, Any], text: str, forms: dict[tuple[str, str], set[str]]) -> dict[str, Any]:
    words = _words(row, text, row["trigger"])
    claim: dict[str, Any] = json.loads(json.dumps(row)) | {
        "trigger": words,
        "trigger_n": text[: row["trigger"][1] - 1].count(words) + 1,
        "at": row["trigger"],
    }
    for entry in _named(claim):
        entry["aliases"] = sorted(forms[row["doc"], entry["name"]] | {_words(row, text, s) for s in entry.get("spans", ())})
    return claim
