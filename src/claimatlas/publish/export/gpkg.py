"""GeoPackage 1.3: all layers in one SQLite file that QGIS, ArcGIS and GDAL open."""

import sqlite3
import struct
import tempfile
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from claimatlas.publish.export.data import ExportData
from claimatlas.publish.export.gpkg_index import add_index
from claimatlas.publish.export.layer import Field, Layer, flat
from claimatlas.publish.export.of_data import layers_of

APPLICATION, VERSION, WGS84 = 0x47504B47, 10300, 4326
COLUMN = {"text": "TEXT", "texts": "TEXT", "whole": "INTEGER", "real": "DOUBLE", "day": "DATE", "flag": "BOOLEAN"}
WKT = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],'
    'PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],'
    'AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]'
)
SYSTEMS = (
    ("Undefined Cartesian", -1, "NONE", -1, "undefined", "undefined Cartesian coordinate reference system"),
    ("Undefined geographic", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"),
    ("WGS 84", WGS84, "EPSG", WGS84, WKT, "longitude and latitude in degrees on the WGS 84 ellipsoid"),
)
# the tables that the standard demands, as its annex C gives them, and those of its extension for descriptions of columns
TABLES = """
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
  scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT,
  mime_type TEXT, constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
  CONSTRAINT gdc_tn UNIQUE (table_name, name));
CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC,
  min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
"""
SCHEMA = "http://www.geopackage.org/spec131/#extension_schema"


def write_gpkg(layers: Sequence[Layer], path: Path, changed: date | None = None) -> int:
    """Writes a GeoPackage and returns the number of rows of all layers; a file that stands there is replaced.

    `changed`: the date that each layer is said to have changed last, 1970-01-01 where None; the clock is not asked, so that
    equal layers give equal bytes with the same version of SQLite. Lists are texts joined by semicolons.
    """
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "layers.gpkg")
        with closing(sqlite3.connect(made)) as base:
            base.executescript(f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; {TABLES}")
            base.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", SYSTEMS)
            for table in ("gpkg_data_columns", "gpkg_data_column_constraints"):
                base.execute("INSERT INTO gpkg_extensions VALUES (?, NULL, 'gpkg_schema', ?, 'read-write')", (table, SCHEMA))
            for layer in layers:
                _add(base, layer, changed or date(1970, 1, 1))
            base.commit()
        path.write_bytes(made.read_bytes())
    return sum(len(layer.rows) for layer in layers)


def _add(base: sqlite3.Connection, layer: Layer, changed: date) -> None:
    """One layer as a table of features. All names in the statements are ours, values are parameters."""
    columns = ", ".join(f'"{f.name}" {COLUMN[f.kind]}' for f in layer.fields)
    base.execute(f'CREATE TABLE "{layer.name}" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom {layer.shapes.upper()}, {columns})')
    bounds = layer.bounds() or (None, None, None, None)
    stamp = f"{changed.isoformat()}T00:00:00.000Z"
    contents = (layer.name, "features", layer.name, layer.title, stamp, *bounds, WGS84)
    base.execute("INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", contents)
    base.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)", (layer.name, layer.shapes.upper(), WGS84))
    told = [(layer.name, f.name, f.about) for f in layer.fields]
    base.executemany("INSERT INTO gpkg_data_columns VALUES (?, ?, NULL, NULL, ?, NULL, NULL)", told)
    places = ", ".join("?" for _ in range(len(layer.fields) + 1))
    names = ", ".join(f'"{f.name}"' for f in layer.fields)
    rows = ((blob(row.shape), *map(_cell, layer.fields, row.values)) for row in layer.rows)
    base.executemany(f'INSERT INTO "{layer.name}" (geom, {names}) VALUES ({places})', rows)
    add_index(base, layer)


def _cell(field: Field, raw: Any) -> Any:
    if raw is None:
        return None
    return raw.isoformat() if field.kind == "day" else int(raw) if field.kind == "flag" else flat(field.kind, raw)


def blob(shape: BaseGeometry | None) -> bytes | None:
    """A geometry as the standard keeps it: a header with the reference system and, but for points, the bounds; then WKB."""
    if shape is None:
        return None
    envelope = shape.geom_type != "Point"
    head = struct.pack("<2sBBi", b"GP", 0, 0b1 | (envelope << 1), WGS84)
    west, south, east, north = shape.bounds
    box = struct.pack("<4d", west, east, south, north) if envelope else b""
    return head + box + shapely.to_wkb(shape, byte_order=1)


def export_gpkg(data: ExportData, path: Path) -> int:
    """Events, claims, holds and areas; last changed on the date of the newest report."""
    return write_gpkg(layers_of(data), path, max((r.published for r in data.reports.values() if r.published), default=None))
