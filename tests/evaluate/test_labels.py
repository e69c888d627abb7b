"""Our own labels join to the reports they were coded on."""

import json
from pathlib import Path

import pytest

from claimatlas.evaluate.labels import LABELS, labels
from claimatlas.evaluate.shared import ABSENT, shared_folder
from claimatlas.model.claim import STANCES
from claimatlas.model.codebook import codebook

FOLDER = shared_folder()


def rows() -> list[dict[str, object]]:
    return [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]


def test_the_labels_keep_to_the_codebook() -> None:
    """Types and stances are those of the codebook, and no sentence of a report is kept."""
    for row in rows():
        assert row["type"] in codebook().types
        assert row["stance"] in STANCES
        assert all(isinstance(n, int) for n in row["trigger"])  # type: ignore[attr-defined]
        assert max(len(text) for text in json.dumps(row).split('"')) < 120


@pytest.mark.skipif(FOLDER is None, reason=ABSENT)
def test_each_trigger_stands_in_its_report() -> None:
    """The words at the offsets are words."""
    assert FOLDER is not None
    joined = labels(FOLDER)
    assert len(joined) == len(rows())
    assert all(any(c.isalnum() for c in g["trigger"]) and g["trigger_n"] >= 1 for g in joined)


@pytest.mark.skipif(FOLDER is None, reason=ABSENT)
def test_offsets_outside_a_report_are_refused(tmp_path: Path) -> None:
    """A label of another text is an error, not a silent shift."""
    assert FOLDER is not None
    wrong = {**rows()[0], "trigger": [10**6, 10**6 + 5]}
    path = tmp_path / "labels.jsonl"
    path.write_text(json.dumps(wrong) + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match="not the text"):
        labels(FOLDER, path)
