"""GeoParquet 1.1 by DuckDB: layers as columns with types, for data science and mapping programs."""

import json
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import shapely

from claimatlas.publish.export.data import ExportData
from claimatlas.publish.export.layer import Layer, Row
from claimatlas.publish.export.of_data import layers_of

COLUMN = {"text": "VARCHAR", "texts": "VARCHAR[]", "whole": "BIGINT", "real": "DOUBLE", "day": "DATE", "flag": "BOOLEAN"}
BOX = "STRUCT(xmin DOUBLE, ymin DOUBLE, xmax DOUBLE, ymax DOUBLE)"
SIDES = ("xmin", "ymin", "xmax", "ymax")
LONGEST_ROW = 1 << 28
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "threads": "1",
}


def write_geoparquet(layer: Layer, path: Path) -> int:
    """Writes one layer to one file and returns the number of rows; rows without a place have no geometry.

    Geometry is WKB in longitude and latitude on WGS 84 (OGC:CRS84, the format's default), with a `bbox` column that lets a
    reader skip rows outside of a window. Equal layers give equal bytes with the same version of DuckDB.
    """
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(":memory:", config=SETTINGS) as base:
        lines = Path(folder, "rows.json")
        with lines.open("w", encoding="utf-8", newline="\n") as stream:
            for row in layer.rows:
                stream.write(json.dumps(_line(layer, row), ensure_ascii=False, default=_plain) + "\n")
        made = Path(folder, "layer.parquet")
        base.execute(_copy(layer, lines, made))
        path.write_bytes(made.read_bytes())
    return len(layer.rows)


def metadata(layer: Layer) -> dict[str, Any]:
    """The file's `geo` metadata as GeoParquet 1.1 defines it."""
    column: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": [layer.shapes] if any(r.shape is not None for r in layer.rows) else [],
        "edges": "planar",
        "covering": {"bbox": {side: ["bbox", side] for side in SIDES}},
    }
    if layer.shapes == "MultiPolygon":
        column["orientation"] = "counterclockwise"
    if bounds := layer.bounds():
        column["bbox"] = list(bounds)
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}


def _line(layer: Layer, row: Row) -> dict[str, Any]:
    """One row as DuckDB reads it from JSON; bytes are told as hexadecimal digits."""
    told = dict(zip((f.name for f in layer.fields), row.values, strict=True))
    told["bbox"] = dict(zip(SIDES, row.shape.bounds, strict=True)) if row.shape is not None else None
    told["geometry"] = shapely.to_wkb(row.shape, hex=True, byte_order=1) if row.shape is not None else None
    return told


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a layer")


def _copy(layer: Layer, lines: Path, made: Path) -> str:
    """The statement that turns lines of JSON into the file. DuckDB 1.3 takes no parameters in it; nothing in it is a report's."""
    columns = {f.name: COLUMN[f.kind] for f in layer.fields} | {"bbox": BOX, "geometry": "VARCHAR"}
    typed = ", ".join(f"'{name}': '{kind}'" for name, kind in columns.items())
    names = ", ".join(f'"{f.name}"' for f in layer.fields)
    return (
        f"COPY (SELECT {names}, bbox, unhex(geometry) AS geometry FROM read_json({_quoted(lines)}, format = 'newline_delimited', "
        f"columns = {{{typed}}}, maximum_object_size = {LONGEST_ROW})) "
        f"TO {_quoted(made)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{geo: {_quoted(json.dumps(metadata(layer)))}}})"
    )


def _quoted(text: object) -> str:
    """A literal of SQL."""
    return "'" + str(text).replace("'", "''") + "'"


def export_geoparquet(data: ExportData, folder: Path) -> int:
    """Writes events, claims, holds and areas as NAME.parquet into a folder and returns the rows of all; other files in it stay."""
    layers = layers_of(data)
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".part") as part:
        for layer in layers:
            write_geoparquet(layer, Path(part, f"{layer.name}.parquet"))
        for layer in layers:
            Path(part, f"{layer.name}.parquet").replace(folder / f"{layer.name}.parquet")
    return sum(len(layer.rows) for layer in layers)
