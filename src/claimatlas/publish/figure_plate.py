"""The map half of the figure: marks, symbols and labels that keep clear of each other."""

import math
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from claimatlas.publish.basemap import Layer
from claimatlas.publish.figure_base import FAINT, INK, LAND, SOFT, Bounds, countries, draw_basemap, fitted, halo, river_spots, stretch
from claimatlas.publish.figure_column import COLUMN, HEIGHT, SANS, SERIF, WIDTH
from claimatlas.publish.figure_marks import GREY, draw_event, draw_place
from claimatlas.publish.kinds import KINDS
from claimatlas.publish.labels import Board, Rect, Wanted, place_labels

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
        self.axes: Axes = figure.add_axes((COLUMN, 0.0, 1 - COLUMN, 1.0))
        self.size = ((1 - COLUMN) * WIDTH * 72, HEIGHT * 72)
        self.bounds: Bounds = fitted(tuple(data["bounds"]), self.size[0] / self.size[1])
        draw_basemap(self.axes, self.bounds, added)
        self.axes.set_axis_off()
        self.axes.add_patch(Rectangle((0, 0), 1, 1, transform=self.axes.transAxes, facecolor=self.axes.get_facecolor(), zorder=0))
        self.board = Board((6, 6, self.size[0] - 6, self.size[1] - 6))
        self.colors = {s["id"]: s["color"] for s in data["sides"]}

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

    def draw_spot(self, spot: dict[str, Any]) -> None:
        """A place's mark with the row of its symbols, both taken on the board."""
        lon, lat = spot["at"]
        hold = spot["hold"]
        x, y = self.at(lon, lat)
        if hold:
            rival = hold["rivals"][0]["side"] if hold["rivals"] else None
            one, two = self.colors.get(hold["side"], GREY), self.colors.get(rival, GREY)
            draw_place(self.axes, lon, lat, hold["status"], one, two, spot["wide"])
        else:
            draw_place(self.axes, lon, lat, "none", GREY, GREY, spot["wide"])
        reach = 7.5 if spot["wide"] else 5.5
        self.board.taken.append((x - reach, y - reach, x + reach, y + reach))
        self._row(spot, x, y)

    def _row(self, spot: dict[str, Any], x: float, y: float) -> None:
        row = symbols(spot)
        for i, ((kind, mode), n) in enumerate(row.items()):
            px, py = x + (i - (len(row) - 1) / 2) * ROW_GAP, y - ROW_DROP
            draw_event(self.axes, *self.back(px, py), kind, mode)
            if n > 1:
                where = self.back(px + 2.2, py - 5.2)
                self.axes.text(
                    *where, str(n), fontsize=5.2, fontfamily=SANS, fontweight="bold", color=INK, zorder=14, path_effects=halo(1.6, "white")
                )
            self.board.taken.append((px - 5.2, py - 5.2, px + 5.2, py + 5.2))

    def label_spots(self) -> list[str]:
        """Names beside the marks; returns the names that found no room."""
        spots = {s["key"]: s for s in self.data["spots"]}
        wanted = [self._wanted(s) for s in spots.values()]
        placed = place_labels(wanted, self.board)
        for key, box in placed.items():
            font = self._font(spots[key])
            where = self.back(box[0], (box[1] + box[3]) / 2)
            self.axes.text(
                *where, spots[key]["name"], va="center_baseline", color=INK, zorder=20, path_effects=halo(), parse_math=False, **font
            )
        return [s["name"] for key, s in spots.items() if key not in placed]

    @staticmethod
    def _font(spot: dict[str, Any]) -> dict[str, Any]:
        if spot["wide"]:
            return {"fontsize": 7.6, "fontfamily": SERIF, "fontstyle": "italic"}
        return {"fontsize": 7.8, "fontfamily": SANS, "fontweight": "bold" if spot["hold"] else "normal"}

    def _wanted(self, spot: dict[str, Any]) -> Wanted:
        width, height = self.text_size(spot["name"], **self._font(spot))
        x, y = self.at(*spot["at"])
        rank = (50 if spot["wide"] else 0) + (0 if spot["hold"] else 20) - len(spot["events"])
        return Wanted(spot["key"], x, y, width + 1, height * 0.8, 9.5 if spot["wide"] else 7.5, rank)

    def name_towns(self) -> None:
        """Towns for orientation, where room is left: a small dot and a grey name."""
        for town in self.data["towns"]:
            x, y = self.at(*town["at"])
            width, height = self.text_size(town["name"], fontsize=6.4, fontfamily=SANS)
            placed = place_labels([Wanted("town", x, y, width + 1, height * 0.8, 4)], self.board)
            if "town" in placed and self._claim((x - 1.5, y - 1.5, x + 1.5, y + 1.5)):
                box = placed["town"]
                self.axes.plot(*town["at"], "o", color=FAINT, markersize=2, markeredgewidth=0, zorder=7)
                self.axes.text(*self.back(box[0], (box[1] + box[3]) / 2), town["name"], va="center_baseline", fontsize=6.4, fontfamily=SANS,
                               color=SOFT, zorder=7, path_effects=halo(1.6, LAND), parse_math=False)  # fmt: skip

    def name_land(self) -> None:
        """Countries and rivers, where room is left."""
        for name, lon, lat in countries(self.bounds):
            spaced = " ".join(name.upper())
            width, height = self.text_size(spaced, fontsize=8.5, fontfamily=SANS)
            x, y = self.at(lon, lat)
            tries = [(x + dx, y + dy) for dy in (0, 24, -24, 48, -48) for dx in (0, 60, -60, 120, -120)]
            for cx, cy in tries:
                if self._claim((cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2)):
                    self.axes.text(
                        *self.back(cx, cy),
                        spaced,
                        fontsize=8.5,
                        fontfamily=SANS,
                        color=FAINT,
                        ha="center",
                        va="center",
                        zorder=6,
                        parse_math=False,
                    )
                    break
        self._rivers()

    def _rivers(self) -> None:
        done: set[str] = set()
        for name, lon, lat, angle in river_spots(self.bounds):
            if name in done:
                continue
            (x, y), a = self.at(lon, lat), math.radians(angle)
            x, y = x - 7 * math.sin(a), y + 7 * math.cos(a)
            half_w, half_h = 20 * abs(math.cos(a)) + 6, 20 * abs(math.sin(a)) + 6
            if self._claim((x - half_w, y - half_h, x + half_w, y + half_h)):
                done.add(name)
                self.axes.text(*self.back(x, y), name, fontsize=7.2, fontfamily=SERIF, fontstyle="italic", color="#5b8aa0", rotation=angle,
                               ha="center", va="center", zorder=6, path_effects=halo(1.8, LAND))  # fmt: skip

    def _claim(self, box: Rect) -> bool:
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
        self.axes.text(*self.back((left + right) / 2, y + 3), f"{km} km", fontsize=6.4, fontfamily=SANS, color=SOFT, ha="center", zorder=30)
        self.board.taken.append((left - 4, y - 4, right + 4, y + 14))
