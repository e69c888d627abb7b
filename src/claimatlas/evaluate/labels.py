"""Our own hand-coded labels (offsets and codes, no text), joined to the reports that they were coded on."""

import json
from pathlib import Path
from typing import Any

from claimatlas.evaluate.shared import rows_of

LABELS = Path(__file__).resolve().parents[3] / "labels" / "fakes.jsonl"


def labels(folder: Path, path: Path = LABELS) -> list[dict[str, Any]]:
    """The labels as gold claims: each trigger's words and which occurrence they are, read from the reports in `folder`.

    Raises ValueError where an offset lies outside its report, which then is not the text that was coded.
    """
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    texts = {r["unit_id"]: r["article_content"] for r in rows_of(folder, {row["doc"] for row in rows})}
    return [_joined(row, texts[row["doc"]]) for row in rows]


def _joined(row: dict[str, Any], text: str) -> dict[str, Any]:
    start, end = row["trigger"]
    if not 0 <= start < end <= len(text):
        raise ValueError(f"labels of {row['doc']}: {start}-{end} lies outside the report; it is not the text that was coded.")
    words = text[start:end]
    return {**row, "trigger": words, "trigger_n": text[: end - 1].count(words) + 1}
