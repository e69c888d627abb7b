"""`claimatlas gazetteer` and `basemap`."""

import json

import pytest


@pytest.fixture(autouse=True)
def fresh_data(tmp_path, monkeypatch):
    monkeypatch.setenv("CLAIMATLAS_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CLAIMATLAS_CACHE", str(tmp_path / "cache"))


def test_places_are_added_and_listed(run, tmp_path):
    row = [
        "99000001",
        "Testville",
        "Testville",
        "",
        "34.5",
        "38.5",
        "P",
        "PPL",
        "SY",
        "",
        "11",
        "",
        "",
        "",
        "100",
        "",
        "",
        "Asia/Damascus",
        "2020-01-01",
    ]
    table = tmp_path / "SY.txt"
    table.write_text("\t".join(row) + "\n", encoding="utf-8")
    done = run("gazetteer", "add", table)
    assert (done.exit_code, done.stdout) == (0, "1 places of SY.txt will be used from now on.\n")
    assert run("gazetteer", "list").stdout == "SY.txt\n"


def test_lines_are_added_and_listed(run, tmp_path):
    shape = {"type": "Feature", "properties": {"name": "A"}, "geometry": {"type": "LineString", "coordinates": [[38, 34], [39, 35]]}}
    layer = tmp_path / "provinces.geojson"
    layer.write_text(json.dumps({"type": "FeatureCollection", "features": [shape]}), encoding="utf-8")
    assert run("basemap", "add", layer).exit_code == 0
    assert run("basemap", "list").stdout.startswith("provinces")


@pytest.mark.parametrize("group", ["gazetteer", "basemap"])
def test_a_file_of_neither_kind_is_told(run, tmp_path, group):
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("nothing of the kind\n", encoding="utf-8")
    for path in (wrong, tmp_path / "absent.txt"):
        done = run(group, "add", path)
        assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)
        assert path.name in done.stderr
