"""Borders inside the areas of added layers: what the basemap's own state borders do not show already."""

from collections.abc import Sequence
from typing import Any

import shapely
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from claimatlas.publish.basemap import Layer

NEAR = 0.03  # degrees: an added outline nearer than this to its own outer edge doubles a state border or a coast
TOLERANCE = 0.002


def _rims(areas: list[BaseGeometry]) -> BaseGeometry:
    whole = shapely.union_all(areas)
    parts = [p for p in getattr(whole, "geoms", [whole]) if p.geom_type == "Polygon"]
    return shapely.union_all([p.exterior for p in parts])


def inner_borders(added: Sequence[Layer]) -> list[dict[str, Any]]:
    """One feature of lines per layer: lines as they are, polygons by the borders between them; [] for no layer."""
    features = []
    for layer in added:
        shapes = [shapely.make_valid(shape(f["geometry"])) for f in layer.features]
        areas = [s for s in shapes if s.area > 0]
        lines = [s for s in shapes if s.area == 0]
        if areas:
            edges = shapely.union_all([a.boundary for a in areas])
            lines.append(edges.difference(_rims(areas).buffer(NEAR)) if len(areas) > 1 else edges)
        thin = shapely.union_all(lines).simplify(TOLERANCE)
        if not thin.is_empty:
            geometry = mapping(shapely.set_precision(thin, 0.0001, mode="pointwise"))
            features.append({"type": "Feature", "properties": {"name": layer.name}, "geometry": geometry})
    return features
