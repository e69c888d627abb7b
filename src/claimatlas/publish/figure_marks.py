"""The marks of places and the symbols of events for matplotlib, the same shapes as on the web map."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.path import Path as Shape

from claimatlas.publish.kinds import KINDS

GREY = "#8a8a8a"
UNKNOWN = "#b5b2ac"
STRUCK = "#777777"
MARK = 8.6
SYMBOL = 5.4
POLYGONS: dict[str, list[tuple[float, float]]] = {
    "arrow": [(-1.2, -0.4), (0, -0.4), (0, -1.1), (1.3, 0), (0, 1.1), (0, 0.4), (-1.2, 0.4)],
    "speech": [(-1.2, 1), (1.2, 1), (1.2, -0.45), (0.1, -0.45), (-0.6, -1.25), (-0.6, -0.45), (-1.2, -0.45)],
}
STROKES: dict[str, list[tuple[tuple[float, float], tuple[float, float]]]] = {
    "cross": [((-1, -1), (1, 1)), ((-1, 1), (1, -1))],
    "plus": [((-1, 0), (1, 0)), ((0, -1), (0, 1))],
    "bars": [((-1, -1), (-1, 1)), ((0, -1), (0, 1)), ((1, -1), (1, 1))],
    "struck": [((-1.5, -0.9), (1.5, 0.9))],
}
KIND_OF = {kind.id: kind for kind in KINDS}


def _strokes(name: str) -> Shape:
    points = [p for stroke in STROKES[name] for p in stroke]
    return Shape(points, [Shape.MOVETO, Shape.LINETO] * len(STROKES[name]))


def _polygon(name: str) -> Shape:
    if name == "burst":
        angles = np.pi * np.arange(16) / 8 + np.pi / 2
        reach = np.where(np.arange(16) % 2, 0.55, 1.25)
        points = [(float(r * np.cos(a)), float(r * np.sin(a))) for a, r in zip(angles, reach, strict=True)]
    else:
        points = POLYGONS[name]
    return Shape([*points, points[0]], closed=True)


def _put(axes: Axes, x: float, y: float, shape: Any, size: float, order: float, **how: Any) -> None:
    axes.plot([x], [y], linestyle="none", marker=shape, markersize=size, zorder=order, clip_on=True, **how)


def _scaled(shape: Shape) -> float:
    """matplotlib scales a path marker by its largest coordinate; this undoes it."""
    return SYMBOL * float(np.abs(np.asarray(shape.vertices)).max())


def draw_event(axes: Axes, x: float, y: float, kind: str, mode: str, order: float = 12) -> None:
    """One symbol; `mode` is solid (told as having happened), outline (threatened or expected) or struck (denied)."""
    row = KIND_OF[kind]
    ink = STRUCK if mode == "struck" else row.color
    if row.shape in STROKES:
        path = _strokes(row.shape)
        size = _scaled(path)
        wide = [(4.6, "white"), (3.4, ink), (1.4, "white")] if mode == "outline" else [(4.0, "white"), (2.0, ink)]
        for i, (width, color) in enumerate(wide):
            _put(axes, x, y, path, size, order + i / 10, markeredgecolor=color, markeredgewidth=width, fillstyle="none")
    elif row.shape == "halves":
        _put(axes, x, y, "o", SYMBOL * 1.1, order, color="white", markeredgecolor="white", markeredgewidth=2.4)
        face = "white" if mode == "outline" else ink
        _put(axes, x, y, "o", SYMBOL * 1.1, order + 0.1, fillstyle="right", markerfacecolor=face, markerfacecoloralt="white",
             markeredgecolor=ink, markeredgewidth=1.1)  # fmt: skip
    else:
        path = _polygon(row.shape)
        _put(axes, x, y, path, _scaled(path), order, color="white", markeredgecolor="white", markeredgewidth=3.0)
        face = "white" if mode == "outline" else ink
        _put(axes, x, y, path, _scaled(path), order + 0.1, markerfacecolor=face, markeredgecolor=ink, markeredgewidth=1.0)
    if mode == "struck":
        for width, color in ((2.6, "white"), (1.1, "#222222")):
            _put(axes, x, y, _strokes("struck"), SYMBOL * 1.5, order + 0.5, markeredgecolor=color, markeredgewidth=width, fillstyle="none")


def draw_place(axes: Axes, x: float, y: float, status: str, one: str, two: str, wide: bool, order: float = 10) -> None:
    """A place's mark: filled, split, hollow, grey, a dot (`status` none) and a dashed ring for an area."""
    if wide:
        _put(axes, x, y, "o", MARK + 5, order, fillstyle="none", markeredgecolor="#4b463f", markeredgewidth=0)
        axes.scatter(
            [x], [y], s=(MARK + 4) ** 2, facecolors="none", edgecolors="#4b463f", linewidths=0.9, linestyles=[(0, (2.4, 2))], zorder=order
        )
    if status == "none":
        if not wide:
            _put(axes, x, y, "o", 4.2, order, color="#3d3a36", markeredgecolor="white", markeredgewidth=1.2)
        return
    _put(axes, x, y, "o", MARK + 2.6, order, color="white", markeredgewidth=0)
    edge: dict[str, Any] = {"markeredgecolor": "#222222", "markeredgewidth": 0.6}
    if status == "contested":
        _put(axes, x, y, "o", MARK, order + 0.1, fillstyle="left", markerfacecolor=one, markerfacecoloralt=two, **edge)
        _put(axes, x, y, Shape([(0, -1), (0, 1)]), MARK, order + 0.2, markeredgecolor="white", markeredgewidth=1.1)
    elif status == "claimed":
        _put(axes, x, y, "o", MARK, order + 0.1, color="white", **edge)
        _put(axes, x, y, "o", MARK - 2.4, order + 0.2, fillstyle="none", markeredgecolor=one, markeredgewidth=2.0)
    else:
        _put(axes, x, y, "o", MARK, order + 0.1, color=UNKNOWN if status == "unknown" else one, **edge)
