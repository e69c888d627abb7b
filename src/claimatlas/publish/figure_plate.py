"""The map half of the figure: its axes, the marks and symbols on it, and the board of what is taken."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from claimatlas.publish.basemap import Layer
from claimatlas.publish.figure_areas import draw_areas
from claimatlas.publish.figure_base import INK, LAND, PAPER, SOFT, Bounds, draw_basemap, fitted, put_text, stretch
from claimatlas.publish.figure_column import COLUMN, SANS
from claimatlas.publish.figure_marks import GREY, draw_event, draw_place
from claimatlas.publish.kinds import KINDS
from claimatlas.publish.labels import Board, Rect

CROWD = 60
ROW_GAP, ROW_DROP = 11.0, 11.5  # points between symbols of a row, and from a mark down to its row


def mode_of(event: dict[str, Any]) -> str:
    """solid, outline or struck: the same rule as on the web map."""
    if {"fact", "alleged"} & set(event["stances"]):
        return "struck" if event["status"] in ("denied", "corrected") else "solid"
    return "struck" if "denied" in event["stances"] else "outline"


def symbols(spot: dict[str, Any]) -> dict[tuple[str, str], int]:
    """(kind, mode) -> how many events of a place, in the order told."""
    counts: dict[tuple[str, str], int] = {}
    known = {k.id for k in KINDS}
    for event in spot["events"]:
        if event["kind"] in known:
            key = (event["kind"], mode_of(event))
            counts[key] = counts.get(key, 0) + 1
    return counts


class MapPlate:
    """The map half of the figure; distances on it are in points from its lower left corner."""

    def __init__(self, figure: Figure, data: dict[str, Any], added: list[Layer]) -> None:
        """Lays out the axes; source: payload."""
        self.figure, self.data = figure, data
        width, height = figure.get_size_inches()
        self.axes: Axes = figure.add_axes((COLUMN / width, 0.0, 1 - COLUMN / width, 1.0))
        self.size = ((width - COLUMN) * 72, height * 72)
        self.bounds: Bounds = fitted(tuple(data["bounds"]), self.size[0] / self.size[1])
        draw_basemap(self.axes, self.bounds, added)
        self.axes.set_axis_off()
        self.axes.add_patch(Rectangle((0, 0), 1, 1, transform=self.axes.transAxes, facecolor=self.axes.get_facecolor(), zorder=0))
        self.board = Board((6, 6, self.size[0] - 6, self.size[1] - 6))
        self.colors = {s["id"]: s["color"] for s in data["sides"]}
        draw_areas(self.axes, data["areas"], self.colors)

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Degrees to points."""
        w, s, e, n = self.bounds
        return (lon - w) / (e - w) * self.size[0], (lat - s) / (n - s) * self.size[1]

    def back(self, x: float, y: float) -> tuple[float, float]:
        """Points to degrees."""
        w, s, e, n = self.bounds
        return w + x / self.size[0] * (e - w), s + y / self.size[1] * (n - s)

    def text_size(self, text: str, **font: Any) -> tuple[float, float]:
        """Width and height of a text in points."""
        probe = self.figure.text(0, 0, text, parse_math=False, **font)
        box = probe.get_window_extent(FigureCanvasAgg(self.figure).get_renderer())  # type: ignore[no-untyped-call]
        probe.remove()
        return box.width * 72 / self.figure.dpi, box.height * 72 / self.figure.dpi

    def write(self, x: float, y: float, words: str, order: float, edge: float = 2.2, edge_color: str = PAPER, **how: Any) -> None:
        """A text at a point given in points, with a light edge."""
        put_text(self.axes, *self.back(x, y), words, edge, edge_color, zorder=order, **how)

    def draw_spot(self, spot: dict[str, Any]) -> None:
        """A place's mark, taken on the board."""
        lon, lat = spot["at"]
        hold = spot["hold"]
        x, y = self.at(lon, lat)
        if hold:
            one, two = self.colors.get(hold["side"], GREY), self.colors.get(hold["other"], GREY)
            draw_place(self.axes, lon, lat, hold["status"], one, two, spot["wide"])
        else:
            draw_place(self.axes, lon, lat, "none", GREY, GREY, spot["wide"])
        reach = 7.5 if spot["wide"] else 5.5
        self.board.taken.append((x - reach, y - reach, x + reach, y + reach))

    def draw_row(self, spot: dict[str, Any]) -> bool:
        """The row of symbols under a mark; on a crowded map it is left out where it would cover others. Whether it was drawn."""
        row = symbols(spot)
        x, y = self.at(*spot["at"])
        half = len(row) * ROW_GAP / 2
        if len(self.data["spots"]) >= CROWD and not self.board.free((x - half, y - ROW_DROP - 5, x + half, y - ROW_DROP + 5)):
            return not row
        for i, ((kind, mode), n) in enumerate(row.items()):
            px, py = x + (i - (len(row) - 1) / 2) * ROW_GAP, y - ROW_DROP
            draw_event(self.axes, *self.back(px, py), kind, mode)
            if n > 1:
                self.write(px + 2.2, py - 5.2, str(n), 14, 1.6, "white", fontsize=5.2, fontfamily=SANS, fontweight="bold", color=INK)
            self.board.taken.append((px - 5.2, py - 5.2, px + 5.2, py + 5.2))
        return True

    def claim(self, box: Rect) -> bool:
        """Takes a box of the board when it is free; whether it was."""
        if not self.board.free(box):
            return False
        self.board.taken.append(box)
        return True

    def scale_bar(self) -> None:
        """A bar of a round number of km in the lower right corner."""
        w, _, e, _ = self.bounds
        km_per_point = (e - w) * 111.32 / stretch(self.bounds) / self.size[0]
        km = next(k for k in (500, 200, 100, 50, 20, 10, 5, 2, 1) if k / km_per_point < 130 or k == 1)
        right, y = self.size[0] - 16, 16.0
        left = right - km / km_per_point
        xs, ys = zip(*(self.back(x, yy) for x, yy in ((left, y + 4), (left, y), (right, y), (right, y + 4))), strict=True)
        self.axes.plot(xs, ys, color=SOFT, linewidth=0.9, zorder=30, solid_capstyle="butt")
        self.write((left + right) / 2, y + 3, f"{km} km", 30, 1.6, LAND, fontsize=6.4, fontfamily=SANS, color=SOFT, ha="center")
        self.board.taken.append((left - 4, y - 4, right + 4, y + 14))
