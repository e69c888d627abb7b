"""The spatial index of a GeoPackage's layer, by the standard's extension: an R-tree, and triggers that keep it when others edit."""

import sqlite3
from collections.abc import Iterator

from claimatlas.publish.export.layer import Layer

DEFINITION = "http://www.geopackage.org/spec131/#extension_rtree"


def add_index(base: sqlite3.Connection, layer: Layer) -> None:
    """Indexes the shapes of a layer whose rows are written, numbered from 1. Leaves it where this SQLite has no R-trees."""
    tree = f"rtree_{layer.name}_geom"
    try:
        base.execute(f'CREATE VIRTUAL TABLE "{tree}" USING rtree(id, minx, maxx, miny, maxy)')
    except sqlite3.OperationalError:
        return
    rows = ((number, row.shape.bounds) for number, row in enumerate(layer.rows, 1) if row.shape is not None)
    base.executemany(f'INSERT INTO "{tree}" VALUES (?, ?, ?, ?, ?)', ((n, w, e, s, h) for n, (w, s, e, h) in rows))
    for statement in triggers(layer.name, tree):
        base.execute(statement)
    told = (layer.name, DEFINITION)
    base.execute("INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index', ?, 'write-only')", told)


def triggers(table: str, tree: str) -> Iterator[str]:
    """The triggers under the standard's names. The functions in them are those that every editor of GeoPackages brings."""
    box = ", ".join(f"ST_{side}(NEW.geom)" for side in ("MinX", "MaxX", "MinY", "MaxY"))
    put, drop = f'INSERT OR REPLACE INTO "{tree}" VALUES (NEW.fid, {box});', f'DELETE FROM "{tree}" WHERE id = OLD.fid;'
    drop_both = f'DELETE FROM "{tree}" WHERE id IN (OLD.fid, NEW.fid);'
    shape, none = "(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))", "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))"
    for name, when, condition, does in (
        ("insert", "INSERT", shape, put),
        ("update1", "UPDATE OF geom", f"OLD.fid = NEW.fid AND {shape}", put),
        ("update2", "UPDATE OF geom", f"OLD.fid = NEW.fid AND {none}", drop),
        ("update3", "UPDATE", f"OLD.fid != NEW.fid AND {shape}", f"{drop} {put}"),
        ("update4", "UPDATE", f"OLD.fid != NEW.fid AND {none}", drop_both),
        ("delete", "DELETE", "OLD.geom NOTNULL", drop),
    ):
        yield f'CREATE TRIGGER "{tree}_{name}" AFTER {when} ON "{table}" WHEN {condition} BEGIN {does} END'
