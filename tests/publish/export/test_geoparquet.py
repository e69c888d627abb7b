"""GeoParquet read back by geopandas, pyarrow and DuckDB."""

import hashlib
import json
from dataclasses import replace

import duckdb
import geopandas
import pyarrow.parquet
import pytest

from claimatlas.publish.export.geoparquet import write_geoparquet


@pytest.fixture
def files(layers, tmp_path):
    found = {}
    for layer in layers:
        found[layer.name] = tmp_path / f"{layer.name}.parquet"
        assert write_geoparquet(layer, found[layer.name]) == len(layer.rows)
    return found


def plain(value):
    """A cell as Python has it: lists as tuples."""
    return tuple(value) if isinstance(value, list) else value


def test_every_value_comes_back(layers, files):
    for layer in layers:
        table = pyarrow.parquet.read_table(files[layer.name])
        names = [f.name for f in layer.fields]
        assert table.column_names == [*names, "bbox", "geometry"]
        back = [tuple(plain(row[name]) for name in names) for row in table.to_pylist()]
        assert back == [row.values for row in layer.rows]


def test_columns_have_types(layers, files):
    kinds = {"text": "string", "whole": "int64", "real": "double", "day": "date32[day]", "flag": "bool"}
    for layer in layers:
        schema = pyarrow.parquet.read_schema(files[layer.name])
        for field in layer.fields:
            if field.kind == "texts":
                assert str(schema.field(field.name).type).startswith("list<")
            else:
                assert str(schema.field(field.name).type) == kinds[field.kind]


def test_geopandas_reads_places_and_system(layers, files):
    for layer in layers:
        frame = geopandas.read_parquet(files[layer.name])
        assert frame.crs == "OGC:CRS84"
        assert len(frame) == len(layer.rows)
        for mine, theirs in zip((r.shape for r in layer.rows), frame.geometry, strict=True):
            assert (mine is None) == (theirs is None)
            assert mine is None or mine.equals_exact(theirs, 0)


def test_a_window_is_read_alone(layers, files):
    claims = next(layer for layer in layers if layer.name == "claims")
    box = (38.0, 34.0, 39.2, 35.5)
    inside = [r for r in claims.rows if r.shape is not None and box[0] <= r.shape.x <= box[2] and box[1] <= r.shape.y <= box[3]]
    assert 0 < len(inside) < len(claims.rows)
    assert len(geopandas.read_parquet(files["claims"], bbox=box)) == len(inside)


def test_the_metadata_is_of_version_1_1(layers, files):
    for layer in layers:
        geo = json.loads(pyarrow.parquet.read_schema(files[layer.name]).metadata[b"geo"])
        column = geo["columns"][geo["primary_column"]]
        assert geo["version"] == "1.1.0"
        assert (column["encoding"], column["geometry_types"]) == ("WKB", [layer.shapes])
        assert column["bbox"] == list(layer.bounds())
        assert column["covering"]["bbox"]["xmin"] == ["bbox", "xmin"]


def test_duckdb_reads_it_as_geometry(layers, files):
    for layer in layers:
        path = str(files[layer.name])
        with duckdb.connect() as base:
            kinds = {name: kind for name, kind, *_ in base.execute("DESCRIBE SELECT * FROM read_parquet(?)", [path]).fetchall()}
            assert kinds["geometry"].startswith("GEOMETRY")
            (told,) = base.execute("SELECT count(geometry) FROM read_parquet(?)", [path]).fetchall()
        assert told == (sum(r.shape is not None for r in layer.rows),)


def test_equal_layers_give_equal_bytes(layers, files, tmp_path):
    for layer in layers:
        write_geoparquet(layer, tmp_path / "again.parquet")
        assert digest(tmp_path / "again.parquet") == digest(files[layer.name])


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_an_empty_layer_is_a_table_without_rows(layers, tmp_path):
    path = tmp_path / "none.parquet"
    assert write_geoparquet(replace(layers[0], rows=()), path) == 0
    frame = geopandas.read_parquet(path)
    assert (len(frame), str(frame.crs)) == (0, "OGC:CRS84")
