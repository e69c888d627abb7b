"""The land of holds on the figure: coloured cells under the marks, contested ones hatched in both colours."""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Shape

from claimatlas.publish.figure_marks import GREY

HATCH, ORDER = "////", 2.5


def draw_areas(axes: Axes, rows: Iterable[dict[str, Any]], colors: dict[str, str]) -> None:
    """The areas of a payload. A claimed one is drawn by its outline only: nothing else tells that it is held."""
    for row in rows:
        one, two = colors.get(row["side"], GREY), colors.get(row["other"], GREY)
        for path in _paths(row["shape"]):
            if row["status"] == "claimed":
                axes.add_patch(PathPatch(path, facecolor="none", edgecolor=one, linewidth=0.8, linestyle=(0, (3, 2)), zorder=ORDER))
                continue
            axes.add_patch(PathPatch(path, facecolor=one, edgecolor="none", alpha=row["strength"], zorder=ORDER))
            if row["status"] == "contested":
                axes.add_patch(PathPatch(path, facecolor="none", edgecolor=two, linewidth=0, hatch=HATCH, alpha=0.7, zorder=ORDER + 0.1))


def _paths(shape: dict[str, Any]) -> Iterator[Shape]:
    """A path for each polygon of a GeoJSON shape."""
    polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"] if shape["type"] == "MultiPolygon" else []
    for rings in polygons:
        codes = [c for ring in rings for c in (Shape.MOVETO, *([Shape.LINETO] * (len(ring) - 2)), Shape.CLOSEPOLY)]
        yield Shape(np.array([p for ring in rings for p in ring]), codes)
