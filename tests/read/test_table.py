"""Tables: CSV, TSV, JSON lines, Parquet."""

import csv
import hashlib
import io
import json
from datetime import date
from pathlib import Path

import duckdb
import pytest

from claimatlas.model.errors import InputError, MissingColumn, UnreadableFile
from claimatlas.read import TableColumns, read_file, read_paths

DAY = "2026-01-02"
COLUMNS = TableColumns("id", "body", "head", "who", "day")
ROWS = [
    {
        "id": "7",
        "body": 'Published March 7 2015 Fighters took "the hill",\nand more.',
        "head": "Hill falls",
        "who": "sana",
        "day": "3/17/2015",
    },
    {"id": "8", "body": "The army left the hill on Sunday.", "head": "", "who": "tass", "day": "3/9/2015"},
]


def delimited(rows: list[dict[str, str]], mark: str = ",") -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter=mark)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def put(path: Path, kind: str) -> None:
    if kind == "parquet":
        lines = path.with_suffix(".jsonl")
        lines.write_text("\n".join(map(json.dumps, ROWS)))
        with duckdb.connect() as base:
            columns = ", ".join(f"{name}: 'VARCHAR'" for name in ROWS[0])
            base.execute(f"COPY (SELECT * FROM read_json('{lines}', columns={{{columns}}})) TO '{path}'")
        return
    text = {
        "csv": "\ufeff" + delimited(ROWS),
        "tsv": delimited(ROWS, "\t"),
        "jsonl": "\n".join(map(json.dumps, ROWS)) + "\n\n",
        "json": json.dumps(ROWS),
    }[kind]
    path.write_bytes(text.encode())


@pytest.mark.parametrize("kind", ["csv", "tsv", "jsonl", "json", "parquet"])
def test_each_kind_of_table(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"t.{kind}"
    put(path, kind)
    one, two = read_file(path, DAY, COLUMNS)
    assert one.text == ROWS[0]["body"]
    assert (one.key, one.title, one.publisher, one.published) == ("7", "Hill falls", "sana", date(2015, 3, 7))
    assert one.flags == ("date_differs:2015-03-17",)
    assert (two.key, two.title, two.publisher, two.published, two.flags) == ("8", None, "tass", date(2015, 3, 9), ())


def test_a_row_is_hashed_as_canonical_json(tmp_path: Path) -> None:
    put(tmp_path / "t.csv", "csv")
    put(tmp_path / "t.jsonl", "jsonl")
    hashes = [[r.sha256 for r in read_file(tmp_path / name, DAY, COLUMNS)] for name in ("t.csv", "t.jsonl")]
    canonical = json.dumps(ROWS[0], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert hashes[0] == hashes[1]
    assert hashes[0][0] == hashlib.sha256(canonical.encode()).hexdigest()


def test_a_publisher_code_stays_as_given(tmp_path: Path) -> None:
    put(tmp_path / "t.csv", "csv")
    columns = TableColumns(None, "body", None, "who", None)
    reports = read_file(tmp_path / "t.csv", DAY, columns, [("sana", "Syrian Arab News Agency")])
    assert [r.publisher for r in reports] == ["sana", "tass"]
    assert [r.key for r in reports] == ["t", "t#2"]


def test_an_address_is_kept(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("body,link\nA hill fell.,https://sana.example/1\nA bridge fell.,\n")
    reports = read_file(tmp_path / "t.csv", DAY, TableColumns(text="body", url="link"))
    assert [r.url for r in reports] == ["https://sana.example/1", None]


def test_a_missing_column_is_named_with_those_there_are(tmp_path: Path) -> None:
    put(tmp_path / "t.csv", "csv")
    with pytest.raises(MissingColumn, match=r"t\.csv' has no column 'nope'; name one of: id, body"):
        read_file(tmp_path / "t.csv", DAY, TableColumns("nope", "body"))
    (tmp_path / "u.csv").write_text("a,b\n1,2\n")
    with pytest.raises(MissingColumn, match="plainly the text"):
        read_file(tmp_path / "u.csv", DAY)


def test_a_usual_text_column_is_found(tmp_path: Path) -> None:
    put(tmp_path / "t.csv", "csv")
    assert len(read_file(tmp_path / "t.csv", DAY)) == 2


def test_bad_rows_are_errors_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('id,body\n1,good one\n2,""\n3,a,b\n4,good two\n')
    (tmp_path / "b.jsonl").write_text('{"id": 1, "body": "good three"}\n{broken\n[1]\n{"id": 4, "body": "good four"}\n')
    found = list(read_paths([tmp_path], DAY, TableColumns("id", "body")))
    assert [f.text for f in found if not isinstance(f, InputError)] == ["good one", "good two", "good three", "good four"]
    errors = [str(f) for f in found if isinstance(f, InputError)]
    assert [e.split(" of ")[0] for e in errors] == ["Row 2", "Row 3", "Record 2", "Record 3"]
    assert all(("a.csv" in e) or ("b.jsonl" in e) for e in errors)
    with pytest.raises(UnreadableFile, match="Row 2"):
        read_file(tmp_path / "a.csv", DAY, TableColumns("id", "body"))


def test_two_rows_of_one_key_keep_two_keys(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,body\n1,one\n1,two\n1#2,three\n")
    keys = [r.key for r in read_file(tmp_path / "a.csv", DAY, TableColumns("id", "body"))]
    assert len(set(keys)) == 3
    assert keys[0] == "1"


@pytest.mark.parametrize(
    ("name", "text"), [("a.csv", "id,body\n"), ("a.csv", "id,id\n1,2\n"), ("a.json", '{"a": 1}'), ("a.parquet", "PAR1 broken PAR1")]
)
def test_broken_tables(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(UnreadableFile, match=name):
        read_file(tmp_path / name, DAY, TableColumns("id", "id"))
