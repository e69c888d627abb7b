"""Layers: types, places and times as the records have them, and text that every format can hold."""

from datetime import date

import pytest
import shapely

from claimatlas.publish.export.layer import clean, flat, polygons, value


def test_rows_are_as_many_as_records(layers, harmful):
    assert [len(layer.rows) for layer in layers[:3]] == [len(harmful.events), len(harmful.claims), len(harmful.holds)]
    assert len(layers[3].rows) == sum(h.status != "unknown" for h in harmful.holds) + 1


def test_every_value_has_its_kind(layers):
    types = {"text": str, "texts": tuple, "whole": int, "real": float, "day": date, "flag": bool}
    for layer in layers:
        assert len({f.name for f in layer.fields}) == len(layer.fields)
        for row in layer.rows:
            for field, told in zip(layer.fields, row.values, strict=True):
                assert told is None or type(told) is types[field.kind], (layer.name, field.name, told)


def test_points_are_longitude_and_latitude(layers):
    events = layers[0]
    for row, lon, lat in zip(events.rows, events.column("longitude"), events.column("latitude"), strict=True):
        assert (row.shape is None) == (lon is None)
        assert row.shape is None or (row.shape.x, row.shape.y) == (lon, lat)
    assert any(row.shape is None for row in events.rows)
    assert any(row.shape is not None for row in events.rows)


def test_sides_and_shares_are_told(layers):
    holds = layers[2]
    at = holds.column("place").index("Raqqa")
    assert (holds.column("share_low")[at], holds.column("share_high")[at], holds.column("rivals")[at]) == (45.0, 55.0, ("ISIS",))
    assert holds.column("side")[at] == "SDF and US-led coalition"


def test_tolls_are_whole_numbers(layers):
    assert (layers[0].column("killed_low")[1], layers[0].column("killed_high")[1]) == (12, 29)


def test_areas_turn_the_way_geojson_has_it(layers):
    holed = layers[3].rows[-1].shape
    (part,) = shapely.get_parts(holed)
    assert shapely.is_ccw(part.exterior)
    assert not shapely.is_ccw(part.interiors[0])
    assert holed.area == pytest.approx(0.96)


def test_what_is_no_polygon_is_no_area():
    mixed = shapely.GeometryCollection([shapely.Point(1, 2), shapely.box(0, 0, 1, 1)])
    assert polygons(mixed).geom_type == "MultiPolygon"
    assert polygons(mixed).area == 1.0
    assert polygons(shapely.Point(1, 2)) is None


def test_text_is_kept_but_for_what_is_no_character():
    assert clean("a\x00b\ud83dc\x01\u202e") == "a\ufffdb\ufffdc\x01\u202e"


def test_values():
    assert value("day", "2017-08-02") == date(2017, 8, 2)
    assert value("texts", ()) is None
    assert flat("texts", ("a; b", "c")) == "a, b; c"
    assert flat("texts", None) is None


def test_every_column_is_documented(layers, root):
    told = (root / "docs" / "exports.md").read_text(encoding="utf-8")
    assert [f.name for layer in layers for f in layer.fields if f"`{f.name}`" not in told] == []
