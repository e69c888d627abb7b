"""A layer: one kind of record as a table with a shape a row, from which the formats of mapping programs are written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import shapely
from shapely.geometry.base import BaseGeometry

FieldKind = Literal["text", "texts", "whole", "real", "day", "flag"]
Shapes = Literal["Point", "MultiPolygon"]
NOT_TEXT = re.compile("[\ud800-\udfff]")
JOINT = "; "


@dataclass(frozen=True, slots=True)
class Field:
    """One column. `kind`: text, texts (a list), whole (int), real (float), day (date) or flag (bool); `about` says what it holds."""

    name: str
    kind: FieldKind
    about: str


@dataclass(frozen=True, slots=True)
class Row:
    """Values in the order of the layer's fields, None where not told; `shape` in degrees (longitude, latitude), None for no place."""

    values: tuple[Any, ...]
    shape: BaseGeometry | None = None


@dataclass(frozen=True, slots=True)
class Layer:
    """Rows of one kind, all shapes of one type, on WGS 84."""

    name: str
    title: str
    shapes: Shapes
    fields: tuple[Field, ...]
    rows: tuple[Row, ...]

    def bounds(self) -> tuple[float, float, float, float] | None:
        """West, south, east, north of all shapes; None where there are none."""
        found = [row.shape.bounds for row in self.rows if row.shape is not None]
        if not found:
            return None
        west, south, east, north = zip(*found, strict=True)
        return min(west), min(south), max(east), max(north)

    def column(self, name: str) -> list[Any]:
        """All values of one field. Raises: ValueError for a name that the layer does not have."""
        at = [f.name for f in self.fields].index(name)
        return [row.values[at] for row in self.rows]


def point(lon: float | None, lat: float | None) -> BaseGeometry | None:
    """A point in degrees, or None where either is unknown."""
    return None if lon is None or lat is None else shapely.Point(lon, lat)


def polygons(shape: BaseGeometry) -> BaseGeometry | None:
    """The polygons of a shape as one MultiPolygon with its rings as GeoJSON has them (outer ones counter-clockwise); None without any."""
    parts = [p for p in shapely.get_parts(shape) if p.geom_type == "Polygon" and not p.is_empty]
    return shapely.orient_polygons(shapely.MultiPolygon(parts)) if parts else None


def clean(text: str) -> str:
    """Text that every format can hold: what is no character (half a surrogate pair) and NUL become U+FFFD, all else stays."""
    return NOT_TEXT.sub("\ufffd", text).replace("\x00", "\ufffd")


def value(kind: FieldKind, raw: Any) -> Any:
    """A value as its kind demands it; empty lists become None."""
    if raw is None:
        return None
    if kind == "text":
        return clean(str(raw))
    if kind == "texts":
        return tuple(clean(str(t)) for t in raw) or None
    if kind == "whole":
        return int(raw)
    if kind == "real":
        return float(raw)
    if kind == "day":
        return raw if isinstance(raw, date) else date.fromisoformat(raw)
    return bool(raw)


def row(fields: Iterable[Field], raw: dict[str, Any], shape: BaseGeometry | None) -> Row:
    """One row from values by name. Raises: KeyError for a field without a value."""
    return Row(tuple(value(f.kind, raw[f.name]) for f in fields), shape)


def flat(kind: FieldKind, told: Any) -> Any:
    """A value for formats without lists: texts are joined by a semicolon, a semicolon in one of them becomes a comma."""
    return JOINT.join(t.replace(";", ",") for t in told) if kind == "texts" and told is not None else told
