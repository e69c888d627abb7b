"""Layers as data frames of pandas, polars or geopandas: the extra `frames`, the only modules here that are not installed by default."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from claimatlas.model.errors import InputError
from claimatlas.publish.export.layer import FieldKind, Layer

ENGINES = ("pandas", "polars", "geopandas")
PANDAS: dict[FieldKind, str] = {"text": "str", "whole": "Int64", "real": "float64", "day": "datetime64[s]", "flag": "boolean"}
EXTRA = 'the data frames of {0} need it installed; run: pip install "claimatlas[frames]"'


def frame(made: Callable[[], Layer], engine: str = "pandas") -> Any:
    """The layer that `made` gives as a DataFrame, or with geopandas as a GeoDataFrame in EPSG:4326.

    `made` is called only once the library is found. Columns have types that know what is missing; lists (agents, sources,
    claims) are lists. Areas have their polygons as `geometry`: WKT in pandas and polars. Raises: InputError for an unknown
    engine, or one that is not installed.
    """
    if engine not in ENGINES:
        raise InputError(f"'{engine}' makes no data frames here; use {', '.join(ENGINES)}.")
    module = _library(engine)
    pandas = module if engine == "polars" else _library("pandas")
    layer = made()
    if engine == "polars":
        return _polars(module, layer)
    table = _pandas(pandas, layer)
    if engine == "pandas":
        return table.assign(geometry=_wkt(layer)) if layer.shapes != "Point" else table
    return module.GeoDataFrame(table, geometry=[row.shape for row in layer.rows], crs="EPSG:4326")


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise InputError(f"{name} is not here, and {EXTRA.format(name)}") from error


def _pandas(pandas: Any, layer: Layer) -> Any:
    made = {}
    for at, field in enumerate(layer.fields):
        values = [row.values[at] for row in layer.rows]
        if field.kind == "texts":
            values = [list(v) if v is not None else [] for v in values]
        made[field.name] = pandas.Series(values, dtype=PANDAS.get(field.kind, "object"))
    return pandas.DataFrame(made)


def _polars(polars: Any, layer: Layer) -> Any:
    kinds: dict[FieldKind, Any] = {
        "text": polars.String,
        "texts": polars.List(polars.String),
        "whole": polars.Int64,
        "real": polars.Float64,
        "day": polars.Date,
        "flag": polars.Boolean,
    }
    columns: dict[str, list[Any]] = {f.name: [_listed(row.values[at]) for row in layer.rows] for at, f in enumerate(layer.fields)}
    for field in layer.fields:
        if field.kind == "texts":
            columns[field.name] = [v or [] for v in columns[field.name]]
    schema = {f.name: kinds[f.kind] for f in layer.fields}
    if layer.shapes != "Point":
        columns["geometry"], schema["geometry"] = _wkt(layer), polars.String
    return polars.DataFrame(columns, schema=schema)


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _wkt(layer: Layer) -> list[str | None]:
    return [row.shape.wkt if row.shape is not None else None for row in layer.rows]
