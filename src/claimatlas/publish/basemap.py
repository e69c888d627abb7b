"""The basemap that is built with the package, and the layers that a user adds to it (province borders, as a rule)."""

import gzip
import hashlib
import json
import os
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from platformdirs import user_data_dir

from claimatlas.model.errors import BadKnowledge, InputError

MAX_BYTES = 200_000_000
DIGITS = 4
SHAPES = ("Polygon", "MultiPolygon", "LineString", "MultiLineString")
NOT_BUILT = (
    "The map files are missing: they are built when claimatlas is installed, so run `pip install .` in its folder once, with a network."
)


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer that a user added: its lines as GeoJSON. `name` is the file's name without its ending."""

    name: str
    path: Path
    features: tuple[dict[str, Any], ...]


def asset(name: str) -> bytes:
    """A file built with the package; InputError says how to build it where it is missing."""
    try:
        return (files("claimatlas.publish") / "assets" / name).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(NOT_BUILT) from None


@cache
def basemap() -> dict[str, Any]:
    """Layer name (land, coast, border, lake, river, country) -> GeoJSON FeatureCollection in degrees."""
    layers: dict[str, Any] = json.loads(gzip.decompress(asset("basemap.json.gz")))
    return layers


def layers_folder() -> Path:
    """Where added layers are kept: $CLAIMATLAS_DATA/basemap, else the user's data folder."""
    return Path(os.environ.get("CLAIMATLAS_DATA") or user_data_dir("claimatlas")) / "basemap"


def _positions(geometry: Any) -> Any:
    if isinstance(geometry, list) and geometry and isinstance(geometry[0], int | float) and not isinstance(geometry[0], bool):
        yield geometry
    elif isinstance(geometry, list):
        for part in geometry:
            yield from _positions(part)


def _check(feature: Any, number: int, path: Path) -> None:
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(geometry, dict) or geometry.get("type") not in SHAPES:
        raise BadKnowledge(f"{path}: feature {number} has no polygon or line; give a GeoJSON file of polygons or lines.")
    positions = list(_positions(geometry.get("coordinates")))
    numbers = all(len(p) > 1 and isinstance(p[0], int | float) and isinstance(p[1], int | float) for p in positions)
    if not positions or not numbers or any(abs(p[0]) > 180 or abs(p[1]) > 90 for p in positions):
        raise BadKnowledge(
            f"{path}: feature {number} has coordinates that are not longitude and latitude in degrees; convert it to WGS 84."
        )


def _read(path: Path) -> list[Any]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}); check the path.") from None
    if len(raw) > MAX_BYTES:
        raise BadKnowledge(f"{path} is larger than {MAX_BYTES // 1_000_000} MB; simplify it first.")
    try:
        document = json.loads(raw)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise BadKnowledge(f"{path} is not JSON; give a GeoJSON file.") from None
    if isinstance(document, dict) and document.get("type") == "Feature":
        return [document]
    features = document.get("features") if isinstance(document, dict) and document.get("type") == "FeatureCollection" else None
    if not isinstance(features, list) or not features:
        raise BadKnowledge(f"{path} is not a GeoJSON FeatureCollection with features; give one.")
    return features


def read_layer(path: Path) -> Layer:
    """A GeoJSON file of polygons or lines, checked; InputError or BadKnowledge names the file and the mend."""
    features = _read(path)
    for number, feature in enumerate(features, 1):
        _check(feature, number, path)
    return Layer(path.stem, path, tuple(_plain(f) for f in features))


def _rounded(coordinates: Any) -> Any:
    if coordinates and isinstance(coordinates[0], int | float):
        return [round(coordinates[0], DIGITS), round(coordinates[1], DIGITS)]
    return [_rounded(part) for part in coordinates]


def _plain(feature: dict[str, Any]) -> dict[str, Any]:
    """The feature with its name only: other people's properties do not travel into our files."""
    properties = feature.get("properties") or {}
    name = next((str(properties[k]) for k in ("wof:name", "name", "NAME", "shapeName") if properties.get(k)), "")
    geometry = {"type": feature["geometry"]["type"], "coordinates": _rounded(feature["geometry"]["coordinates"])}
    return {"type": "Feature", "properties": {"name": name}, "geometry": geometry}


def add_layer(path: Path) -> Layer:
    """Checks a GeoJSON file and keeps a copy among the layers, in place of one of the same name and content."""
    layer = read_layer(path)
    body = json.dumps({"type": "FeatureCollection", "features": layer.features}, ensure_ascii=False, separators=(",", ":")).encode()
    stem = re.sub(r"[^\w-]+", "-", path.stem).strip("-")[:60] or "layer"
    kept = layers_folder() / f"{stem}-{hashlib.sha256(body).hexdigest()[:8]}.geojson"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(body)
    return Layer(layer.name, kept, layer.features)


def layers() -> list[Layer]:
    """The added layers by file name; [] when none has been added."""
    folder = layers_folder()
    return [read_layer(p) for p in sorted(folder.glob("*.geojson"))] if folder.is_dir() else []
