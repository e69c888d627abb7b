"""The static figure: a title column and a map, as PNG (3840 by 2160 pixels), PDF or SVG, the same bytes for the same view."""

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from claimatlas.model.errors import InputError
from claimatlas.publish.atlas import AtlasView
from claimatlas.publish.basemap import Layer, layers
from claimatlas.publish.figure_base import BORDER, PAPER, draw_basemap, fitted
from claimatlas.publish.figure_column import COLUMN, SHEETS, Column, draw_head, draw_key, draw_sources
from claimatlas.publish.figure_names import name_countries, name_rivers, name_spots, name_towns
from claimatlas.publish.figure_plate import MapPlate
from claimatlas.publish.payload import payload
from claimatlas.publish.words import joined

DPI = 300
METADATA: dict[str, dict[str, Any]] = {
    ".png": {"Software": None},
    ".pdf": {"CreationDate": None, "Creator": "Claimatlas", "Producer": None},
    ".svg": {"Date": None, "Creator": "Claimatlas"},
}
SETTINGS: Any = {"svg.hashsalt": "claimatlas", "svg.fonttype": "path", "pdf.fonttype": 42, "path.simplify": False}


def _locator(figure: Figure, view: AtlasView, plate: MapPlate) -> None:
    sheet = figure.get_size_inches()
    width, height = 0.17 * sheet[1] / sheet[0] * 1.3, 0.17
    axes: Axes = figure.add_axes((1 - width - 0.012, 1 - height - 0.02, width, height), zorder=5)
    w, s, e, n = view.bounds
    pad = 0.35 * max(e - w, n - s)
    draw_basemap(axes, fitted((w - pad, s - pad, e + pad, n + pad), 1.3), [], 0.5)
    b = plate.bounds
    axes.add_patch(Rectangle((b[0], b[1]), b[2] - b[0], b[3] - b[1], fill=False, edgecolor="#9a3b26", linewidth=1.1, zorder=9))
    axes.set_xticks([])
    axes.set_yticks([])
    for spine in axes.spines.values():
        spine.set(color=BORDER, linewidth=0.7)
    left = 1 - (width + 0.024) / (1 - COLUMN / sheet[0])
    plate.board.taken.append((plate.size[0] * left, plate.size[1] * (1 - height - 0.04), *plate.size))


def left_out(unnamed: list[str], bare: int) -> str:
    """What the map does not show for want of room, in a sentence or none."""
    names = f"{len(unnamed)} places" if len(unnamed) > 8 else ", ".join(unnamed)
    parts = ([f"the names of {names}"] if unnamed else []) + ([f"the events of {bare} places"] if bare else [])
    return f"For want of room the map leaves out {joined(parts)}." if parts else ""


def draw(view: AtlasView, added: Sequence[Layer] | None = None, sheet: str = "screen") -> Figure:
    """The whole figure. `added`: layers drawn over the basemap; None takes those that the user has added. `sheet`: one of SHEETS."""
    data = payload(view)
    figure = Figure(figsize=SHEETS[sheet], dpi=DPI, facecolor=PAPER)
    FigureCanvasAgg(figure)
    plate = MapPlate(figure, data, layers() if added is None else list(added))
    _locator(figure, view, plate)
    plate.scale_bar()
    for spot in data["spots"]:
        plate.draw_spot(spot)
    bare = sum(not plate.draw_row(spot) for spot in data["spots"])
    unnamed = name_spots(plate)
    name_countries(plate)
    name_rivers(plate)
    name_towns(plate)
    column = Column(figure)
    draw_head(column, view, data)
    draw_key(column, data)
    draw_sources(column, view, left_out(unnamed, bare))
    return figure


def write_figure(view: AtlasView, path: Path, added: Sequence[Layer] | None = None, sheet: str = "screen") -> None:
    """Writes .png, .pdf or .svg by the path's ending; InputError for another ending or when the map files were not built."""
    ending = path.suffix.lower()
    if ending not in METADATA:
        raise InputError(f"{path}: figures are written as .png, .pdf or .svg; give the file one of these endings.")
    if sheet not in SHEETS:
        raise InputError(f"'{sheet}' is no sheet; use {' or '.join(SHEETS)}.")
    with mpl.rc_context(SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        draw(view, added, sheet).savefig(path, metadata=METADATA[ending], facecolor=PAPER)
