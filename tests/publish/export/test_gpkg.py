"""GeoPackage read back by GDAL and checked against what the standard demands."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import geopandas
import pyogrio
import pytest

from claimatlas.publish.export.gpkg import blob, write_gpkg
from claimatlas.publish.export.layer import flat


@pytest.fixture
def path(layers, tmp_path):
    made = tmp_path / "atlas.gpkg"
    assert write_gpkg(layers, made, date(2017, 8, 3)) == sum(len(layer.rows) for layer in layers)
    return made


def test_gdal_lists_the_layers(layers, path):
    assert [tuple(row) for row in pyogrio.list_layers(path)] == [(layer.name, layer.shapes) for layer in layers]


def test_every_value_comes_back(layers, path):
    for layer in layers:
        frame = geopandas.read_file(path, layer=layer.name)
        assert (str(frame.crs), len(frame)) == ("EPSG:4326", len(layer.rows))
        for field in layer.fields:
            told = [flat(field.kind, v) for v in layer.column(field.name)]
            back = [None if missing else v for v, missing in zip(frame[field.name], frame[field.name].isna(), strict=True)]
            assert [b.date() if field.kind == "day" and b is not None else b for b in back] == told, field.name


def test_shapes_come_back(layers, path):
    for layer in layers:
        for mine, theirs in zip((r.shape for r in layer.rows), geopandas.read_file(path, layer=layer.name).geometry, strict=True):
            assert (mine is None) == (theirs is None)
            assert mine is None or mine.equals_exact(theirs, 0)
        assert pyogrio.read_info(path, layer=layer.name)["total_bounds"] == layer.bounds()


def test_the_file_says_what_it_is(path):
    with closing(sqlite3.connect(path)) as base:
        assert base.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"GPKG", "big"),)
        assert base.execute("PRAGMA user_version").fetchone() == (10300,)
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        assert set(base.execute("SELECT srs_id FROM gpkg_spatial_ref_sys")) == {(-1,), (0,), (4326,)}
        assert set(base.execute("SELECT last_change FROM gpkg_contents")) == {("2017-08-03T00:00:00.000Z",)}


def test_columns_are_described(layers, path):
    with closing(sqlite3.connect(path)) as base:
        told = base.execute("SELECT table_name, column_name, description FROM gpkg_data_columns").fetchall()
    assert told == [(layer.name, f.name, f.about) for layer in layers for f in layer.fields]


def test_dates_and_truths_are_so_typed(path):
    info = pyogrio.read_info(path, layer="events")
    types = dict(zip(info["fields"], info["ogr_types"], strict=True))
    assert (types["start"], types["belief"], types["credibility"], types["place"]) == ("OFTDate", "OFTReal", "OFTInteger64", "OFTString")
    subtypes = dict(zip(info["fields"], info["ogr_subtypes"], strict=True))
    assert subtypes["date_default"] == "OFSTBoolean"


def test_a_geometry_has_the_header_of_the_standard(layers):
    area = layers[3].rows[-1].shape
    found = blob(area)
    assert found[:4] == b"GP\x00\x03"
    assert blob(layers[0].rows[0].shape)[:8] == b"GP\x00\x01" + (4326).to_bytes(4, "little")
    assert blob(None) is None


def test_equal_layers_give_equal_bytes(layers, path, tmp_path):
    write_gpkg(layers, tmp_path / "again.gpkg", date(2017, 8, 3))
    assert (tmp_path / "again.gpkg").read_bytes() == path.read_bytes()


def test_no_rows_are_no_fault(layers, tmp_path):
    assert write_gpkg([replace(layer, rows=()) for layer in layers], tmp_path / "none.gpkg") == 0
    assert len(geopandas.read_file(tmp_path / "none.gpkg", layer="areas")) == 0
