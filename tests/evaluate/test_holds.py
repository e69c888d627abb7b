"""Answers to questions on who held a place are tallied beside the floors."""

import json
import sys
from pathlib import Path

import pytest

from claimatlas.evaluate.holds import GOLD, TEXTS, WAYS, hold_scores
from claimatlas.reading import Reading

# a scorer of our own: as the shared one, whose answers are right, wrong, half or silent
SCORER = """
def verdict(query, answer):
    holder = (answer["holder"] or {}).get("name")
    if answer["status"] == "unknown" and query["holder"] != "unknown":
        return "silent"
    if answer["status"] == "claimed" and holder == query["holder"]:
        return "half"
    return "right" if query["holder"] in (holder, answer["status"]) else "wrong"
"""
STORY = """On 2 May 2017, the Syrian army captured Suran from ISIS. On 4 May 2017, ISIS recaptured Suran from the Syrian army.
On 6 May 2017, the Syrian army captured Halfaya from ISIS."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of material with one narrative and no questions yet."""
    for name in ("gold", "scoring", f"reports/{TEXTS}"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "scoring" / "score_holds.py").write_text(SCORER, encoding="utf-8")
    (tmp_path / "reports" / TEXTS / "war.txt").write_text(STORY, encoding="utf-8")
    monkeypatch.delitem(sys.modules, "claimatlas_shared_score_holds", raising=False)
    return tmp_path


def ask(folder: Path, *queries: tuple[str, str, str]) -> None:
    """Write questions (place, date, holder) as the gold."""
    rows = [{"doc": "war", "place": p, "date": d, "holder": h} for p, d, h in queries]
    (folder / "gold" / GOLD).write_text(json.dumps({"queries": rows}), encoding="utf-8")


def test_no_gold_no_figures(folder: Path, reading: Reading) -> None:
    assert hold_scores(folder, reading) == {}


def test_right_wrong_and_silent_answers(folder: Path, reading: Reading) -> None:
    """One of each; the shares are of all questions."""
    ask(
        folder,
        ("Suran", "2017-05-03", "Syrian government"),
        ("Suran", "2017-05-05", "Islamic State"),
        ("Suran", "2017-05-05", "Syrian government"),
        ("Tadif", "2017-05-05", "Islamic State"),
    )
    found = hold_scores(folder, reading)
    assert tuple(found) == WAYS
    assert (found["concluded"].right, found["concluded"].wrong, found["concluded"].silent) == (0.5, 0.25, 0.25)
    assert found["last claim wins"].right == 0.5


def test_a_holder_where_the_text_gives_none_is_invented(folder: Path, reading: Reading) -> None:
    ask(folder, ("Suran", "2017-05-05", "unknown"), ("Tadif", "2017-05-05", "unknown"))
    assert hold_scores(folder, reading)["concluded"].invented == 1
    ask(folder, ("Tadif", "2017-05-05", "unknown"))
    assert hold_scores(folder, reading)["concluded"].invented == 0
