"""Measured on the shared development data, where it lies beside the checkout."""

import json
from pathlib import Path

import pytest

from claimatlas.model.errors import InputError
from claimatlas.read import TableColumns, read_file, read_paths

SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is absent: nothing to measure on")
COLUMNS = TableColumns("unit_id", "article_content", "article_title", "source", "date")
DAY = "2026-01-02"


def test_dates_of_the_hand_coded_reports() -> None:
    gold = {c["doc"]: c["report_date"] for c in json.loads((SHARED / "gold/dev.gold.json").read_text())}
    reports = {r.key: str(r.published) for r in read_file(SHARED / "data/fakes/reports.csv", DAY, COLUMNS)}
    assert {key: reports[key] for key in gold} == gold


def test_single_reports_stay_whole_and_most_carry_their_own_date() -> None:
    reports = read_file(SHARED / "data/fakes/reports.csv", DAY, COLUMNS)
    assert sum("piece" in r.flags for r in reports) <= 2
    assert 150 <= sum(any(f.startswith("date_differs") for f in r.flags) for r in reports) <= 230
    assert {r.language for r in reports} == {"en"}


def test_the_seed_falls_into_its_three_pieces() -> None:
    reports = read_file(SHARED / "reports/2017-08-02-digest.txt", DAY)
    assert len(reports) == 3
    assert {str(r.published) for r in reports} == {"2017-08-02"}
    assert [(r.author, r.dateline) for r in reports] == [("martyrashrakat", None), (None, "LEBANON"), (None, None)]
    assert {r.publisher for r in reports} == {None}
    assert (reports[2].title or "").startswith("SYRIAN ARMY SEIZES")


def test_dated_narratives() -> None:
    found = list(read_paths([SHARED / "reports/control_dev"], DAY))
    assert not any(isinstance(f, InputError) for f in found)
    assert [str(f.published) for f in found if not isinstance(f, InputError)] == ["2017-06-15", "2017-06-15", "2017-05-31"]
