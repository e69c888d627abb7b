"""Draws the basemap on matplotlib axes whose x is longitude and y latitude, stretched so that a km is as long both ways."""

import math
from typing import Any

import matplotlib.patheffects as effects
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.path import Path as Shape
from shapely.geometry import shape

from claimatlas.publish.basemap import Layer, basemap
from claimatlas.publish.borders import inner_borders

Bounds = tuple[float, float, float, float]
WATER, LAND, COAST, BORDER, RIVER, INK, SOFT, FAINT, PAPER, RULE = (
    "#cfdde4", "#f4f0e7", "#9fb2bc", "#a39b8d", "#a3bfcd", "#1d1b18", "#5f5a52", "#8d8577", "#fbf9f5", "#ddd7cc",
)  # fmt: skip
PROVINCE = "#cdc6b8"


def stretch(bounds: Bounds) -> float:
    """How much longer a degree of latitude is than one of longitude in the middle of the map."""
    return 1.0 / math.cos(math.radians((bounds[1] + bounds[3]) / 2))


def fitted(bounds: Bounds, ratio: float) -> Bounds:
    """Bounds grown about their middle until their width is `ratio` times their height on paper."""
    w, s, e, n = bounds
    width, height = e - w, (n - s) * stretch(bounds)
    if width < ratio * height:
        grow = (ratio * height - width) / 2
        return (w - grow, s, e + grow, n)
    grow = (width / ratio - height) / 2 / stretch(bounds)
    return (w, s - grow, e, n + grow)


def _codes(ring: Any) -> tuple[list[Any], list[Any]]:
    points = list(ring.coords)
    return points, [Shape.MOVETO, *[Shape.LINETO] * (len(points) - 2), Shape.CLOSEPOLY]


def _shapes(features: list[dict[str, Any]], bounds: Bounds) -> list[Shape]:
    shapes = []
    for feature in features:
        cut = shapely.clip_by_rect(shape(feature["geometry"]), *bounds)
        for part in getattr(cut, "geoms", [cut]):
            rings = [_codes(r) for r in (part.exterior, *part.interiors)] if part.geom_type == "Polygon" and not part.is_empty else []
            if rings:
                shapes.append(Shape([p for points, _ in rings for p in points], [c for _, codes in rings for c in codes]))
    return shapes


def clipped_lines(features: list[Any], bounds: Bounds) -> list[list[tuple[float, float]]]:
    """The lines (or outlines) of features inside the bounds."""
    found = []
    for feature in features:
        geometry = shape(feature["geometry"])
        outline = geometry.boundary if "Polygon" in geometry.geom_type else geometry
        cut = shapely.clip_by_rect(outline, *bounds)
        found += [list(g.coords) for g in getattr(cut, "geoms", [cut]) if g.geom_type == "LineString" and not g.is_empty]
    return found


def draw_basemap(axes: Axes, bounds: Bounds, added: list[Layer], weight: float = 1.0) -> None:
    """Water, land, lakes, rivers, coasts, added borders and state borders, in that order; `weight` scales the lines."""
    layers = basemap()
    axes.set_facecolor(WATER)
    axes.set_xlim(bounds[0], bounds[2])
    axes.set_ylim(bounds[1], bounds[3])
    axes.set_aspect(stretch(bounds))
    for name, color in (("land", LAND), ("lake", WATER)):
        paths = _shapes(layers[name]["features"], bounds)
        axes.add_collection(PathCollection(paths, facecolors=color, edgecolors="none", zorder=1 if name == "land" else 2))
    rows: list[tuple[list[Any], str, float, Any, int]] = [
        (layers["river"]["features"], RIVER, 1.3, "solid", 3),
        (layers["coast"]["features"], COAST, 0.5, "solid", 3),
        (inner_borders(added), PROVINCE, 0.6, (0, (4, 2.5)), 3),
        (layers["border"]["features"], BORDER, 0.9, (0, (7, 1.6, 1, 1.6)), 4),
    ]
    for features, color, width, dashes, order in rows:
        lines = clipped_lines(features, bounds)
        axes.add_collection(LineCollection(lines, colors=color, linewidths=width * weight, linestyles=[dashes], zorder=order))


def put_text(axes: Axes, x: float, y: float, words: str, edge: float, edge_color: str = PAPER, **how: Any) -> None:
    """A label with a light edge that keeps it readable on the map; the words stay text that a reader can search for."""
    order = how.pop("zorder")
    stroke = [effects.Stroke(linewidth=edge, foreground=edge_color)]
    axes.text(x, y, words, parse_math=False, zorder=order, path_effects=stroke, **{**how, "color": edge_color})
    axes.text(x, y, words, parse_math=False, zorder=order + 0.5, **how)


def countries(bounds: Bounds) -> list[tuple[str, float, float]]:
    """Names and points of the countries whose point lies well inside the bounds."""
    dx, dy = 0.06 * (bounds[2] - bounds[0]), 0.06 * (bounds[3] - bounds[1])
    found = []
    for f in basemap()["country"]["features"]:
        x, y = f["geometry"]["coordinates"]
        if bounds[0] + dx < x < bounds[2] - dx and bounds[1] + dy < y < bounds[3] - dy:
            found.append((f["properties"]["name"], x, y))
    return found


def river_spots(bounds: Bounds) -> list[tuple[str, float, float, float]]:
    """(name, x, y, angle in degrees) at places along the named rivers where a name may stand."""
    spots = []
    for feature in basemap()["river"]["features"]:
        name = feature["properties"].get("name")
        for line in clipped_lines([feature], bounds) if name else []:
            for share in (0.5, 0.3, 0.7, 0.15, 0.85):
                i = max(3, min(len(line) - 4, int(share * len(line))))
                if len(line) > 8:
                    spots.append((name, *line[i], _angle(line[i - 3], line[i + 3], bounds)))
    return spots


def _angle(a: tuple[float, float], b: tuple[float, float], bounds: Bounds) -> float:
    angle = math.degrees(math.atan2((b[1] - a[1]) * stretch(bounds), b[0] - a[0]))
    return angle - 180 if angle > 90 else angle + 180 if angle < -90 else angle
