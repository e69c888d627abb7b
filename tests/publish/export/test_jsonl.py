"""The jsonl export keeps to FORMAT.md."""

import io
import json

import pytest

from claimatlas.publish.atlas import AtlasView
from claimatlas.publish.export.jsonl import write_jsonl

FIELDS = {
    "id", "report", "type", "stance", "agent", "target", "place", "time", "quantities", "source",
    "quote", "reader", "confidence", "event", "flags",
}  # fmt: skip


def lines(view: AtlasView) -> list[dict[str, object]]:
    """The export read back."""
    stream = io.StringIO()
    count = write_jsonl(reversed(list(view.claims.values())), view.reports, stream)
    rows = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert count == len(rows) == len(view.claims)
    return rows


def test_every_field_is_there(view: AtlasView) -> None:
    for row in lines(view):
        assert set(row) >= FIELDS
        assert set(row["report"]) >= {"key", "id", "publisher", "title", "author", "published", "retrieved", "url", "sha256", "language"}


def test_sorted_by_report_then_quote(view: AtlasView) -> None:
    keys = [(r["report"]["key"], r["report"]["id"], r["quote"]["start"]) for r in lines(view)]  # type: ignore[index]
    assert keys == sorted(keys)


def test_quotes_are_the_words_of_the_report(view: AtlasView) -> None:
    for row in lines(view):
        report, quote = row["report"], row["quote"]
        assert view.reports[report["id"]].text[quote["start"] : quote["end"]] == quote["exact"]  # type: ignore[index]


def test_a_claim_without_its_report_is_an_error(view: AtlasView) -> None:
    with pytest.raises(KeyError):
        write_jsonl(view.claims.values(), {}, io.StringIO())
