"""Layers as data frames of three libraries, and what is said where one is missing."""

import sys
from datetime import date

import geopandas
import pandas
import polars
import pytest
import shapely

from claimatlas.model.errors import InputError
from claimatlas.publish.export.frames import ENGINES
from claimatlas.publish.export.frames import frame as made_frame


def frame(layer, engine="pandas"):
    return made_frame(lambda: layer, engine)


def missing(value):
    return value is None or value is pandas.NA or value is pandas.NaT or value != value


@pytest.mark.parametrize("engine", ["pandas", "geopandas"])
def test_pandas_keeps_every_value(layers, engine):
    for layer in layers:
        made = frame(layer, engine)
        assert len(made) == len(layer.rows)
        for field in layer.fields:
            back = list(made[field.name])
            if field.kind == "texts":
                assert back == [list(v or ()) for v in layer.column(field.name)]
                continue
            back = [None if missing(v) else v.date() if field.kind == "day" else v for v in back]
            assert back == layer.column(field.name), field.name


def test_pandas_types(layers):
    types = frame(layers[0]).dtypes.astype(str)
    wanted = {"place": "str", "killed_low": "Int64", "belief": "float64", "start": "datetime64[s]", "date_default": "boolean"}
    assert {name: types[name] for name in wanted} == wanted


def test_polars_keeps_every_value(layers):
    for layer in layers:
        made = frame(layer, "polars")
        for field in layer.fields:
            expected = [list(v or ()) for v in layer.column(field.name)] if field.kind == "texts" else layer.column(field.name)
            assert made[field.name].to_list() == expected
    schema = frame(layers[0], "polars").schema
    assert (schema["start"], schema["claims"], schema["killed_low"]) == (polars.Date, polars.List(polars.String), polars.Int64)


def test_areas_keep_their_polygons(layers):
    areas = layers[3]
    for engine in ("pandas", "polars"):
        shapes = [shapely.from_wkt(w) for w in frame(areas, engine)["geometry"]]
        assert all(a.equals_exact(r.shape, 0) for a, r in zip(shapes, areas.rows, strict=True))
    made = frame(areas, "geopandas")
    assert isinstance(made, geopandas.GeoDataFrame)
    assert str(made.crs) == "EPSG:4326"
    assert all(a.equals_exact(r.shape, 0) for a, r in zip(made.geometry, areas.rows, strict=True))


def test_dates_can_be_asked_for(layers):
    made = frame(layers[2])
    assert set(made["on"].dt.date) == {date(2017, 8, 2)}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_missing_library_is_named_with_the_mend(layers, monkeypatch, engine):
    monkeypatch.setitem(sys.modules, engine, None)
    with pytest.raises(InputError, match=rf'{engine} .*pip install "claimatlas\[frames\]"'):
        frame(layers[0], engine)


def test_an_unknown_engine_is_named(layers):
    with pytest.raises(InputError, match="pandas, polars, geopandas"):
        frame(layers[0], "excel")
