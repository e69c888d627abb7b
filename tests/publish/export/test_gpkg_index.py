"""The index of a GeoPackage: GDAL uses it, it tells the truth, and it stays true when others edit."""

import sqlite3
from contextlib import closing

import geopandas
import pyogrio
import pytest
import shapely

from claimatlas.publish.export.gpkg import write_gpkg

BOX = (38.0, 34.0, 39.2, 35.5)


@pytest.fixture
def path(layers, tmp_path):
    made = tmp_path / "atlas.gpkg"
    write_gpkg(layers, made)
    return made


def indexed(path, name):
    with closing(sqlite3.connect(path)) as base:
        return {row[0]: row[1:] for row in base.execute(f"SELECT * FROM rtree_{name}_geom")}


def test_every_shape_is_indexed(layers, path):
    for layer in layers:
        found = indexed(path, layer.name)
        assert set(found) == {n for n, row in enumerate(layer.rows, 1) if row.shape is not None}
        for number, (west, east, south, north) in found.items():
            assert (west, south, east, north) == pytest.approx(layer.rows[number - 1].shape.bounds, abs=1e-5)


def test_gdal_reads_a_window_by_it(layers, path):
    assert pyogrio.read_info(path, layer="claims")["capabilities"]["fast_spatial_filter"]
    for layer in layers:
        inside = sum(row.shape is not None and row.shape.intersects(shapely.box(*BOX)) for row in layer.rows)
        assert 0 < inside < len(layer.rows)
        assert len(geopandas.read_file(path, layer=layer.name, bbox=BOX)) == inside


def test_the_extension_is_told(layers, path):
    with closing(sqlite3.connect(path)) as base:
        told = base.execute("SELECT table_name, column_name FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'").fetchall()
    assert set(told) == {(layer.name, "geom") for layer in layers}


def test_it_stays_true_when_others_add(layers, path):
    before = indexed(path, "events")
    more = geopandas.read_file(path, layer="events").dropna(subset=["latitude"]).head(1)
    more = more.set_geometry([shapely.Point(50.0, 20.0)], crs="EPSG:4326")
    pyogrio.write_dataframe(more, path, layer="events", append=True)
    after = indexed(path, "events")
    (new,) = set(after) - set(before)
    assert after[new] == (50.0, 50.0, 20.0, 20.0)


def test_it_stays_true_when_others_move_and_delete(path):
    with closing(sqlite3.connect(path)) as base:
        for name, at in (("ST_MinX", 0), ("ST_MinY", 1), ("ST_MaxX", 2), ("ST_MaxY", 3)):
            base.create_function(name, 1, lambda found, at=at: shapely.from_wkb(found[8:]).bounds[at])
        base.create_function("ST_IsEmpty", 1, lambda found: False)
        one, other, third = sorted(indexed(path, "events"))[:3]
        blob = b"GP\x00\x01" + (4326).to_bytes(4, "little") + shapely.to_wkb(shapely.Point(50, 20), byte_order=1)
        base.execute("UPDATE events SET geom = ? WHERE fid = ?", (blob, one))
        base.execute("UPDATE events SET geom = NULL WHERE fid = ?", (other,))
        base.execute("UPDATE events SET fid = 900 WHERE fid = ?", (one,))
        base.execute("DELETE FROM events WHERE fid = ?", (third,))
        base.commit()
    after = indexed(path, "events")
    assert after[900] == (50.0, 50.0, 20.0, 20.0)
    assert not {one, other, third} & set(after)
