"""The text column of the figure: title, standfirst, key and sources."""

import textwrap
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from claimatlas.publish.atlas import AtlasView
from claimatlas.publish.figure_base import FAINT, INK, RULE, SOFT
from claimatlas.publish.figure_marks import GREY, draw_event, draw_place
from claimatlas.publish.kinds import KINDS
from claimatlas.publish.words import day

SHEETS = {"screen": (12.8, 7.2), "a4": (11.69, 8.27)}
"""Sheets by name: width and height in inches; the first is 3840 by 2160 pixels, the second A4 laid across."""
COLUMN = 3.354
"""Width of the column in inches."""
SANS, SERIF = "DejaVu Sans", "DejaVu Serif"


class Column:
    """The text column; `y` runs down from its top, in points."""

    def __init__(self, figure: Figure) -> None:
        """Lays out the axes; source: none."""
        width, height = figure.get_size_inches()
        self.width, self.height = COLUMN * 72, height * 72
        self.axes: Axes = figure.add_axes((0, 0, COLUMN / width, 1))
        self.axes.set_xlim(0, self.width)
        self.axes.set_ylim(self.height, 0)
        self.axes.set_axis_off()
        self.y, self.left, self.right = 22.0, 20.0, self.width - 14

    def rule(self, width: float, color: str) -> None:
        """A horizontal rule at y."""
        self.axes.plot([self.left, self.right], [self.y, self.y], color=color, linewidth=width, solid_capstyle="butt")

    def text(self, words: str, size: float, chars: int, after: float, **font: Any) -> None:
        """A paragraph wrapped to `chars` letters a line."""
        for line in textwrap.wrap(words, chars):
            self.axes.text(self.left, self.y, line, fontsize=size, va="top", parse_math=False, **font)
            self.y += size * 1.28
        self.y += after

    def heading(self, words: str) -> None:
        """A small heading of the key."""
        self.y += 4
        self.axes.text(self.left, self.y, words, fontsize=6.2, fontfamily=SANS, fontweight="bold", color=FAINT, va="top", parse_math=False)
        self.y += 16

    def entries(self, rows: list[tuple[Any, str]], columns: int) -> None:
        """Key rows: a function that draws the sign at (x, y), and its label."""
        step = (self.right - self.left) / columns
        wrap = 44 if columns == 1 else 23
        for i in range(0, len(rows), columns):
            lines = 1
            for j, (draw, label) in enumerate(rows[i : i + columns]):
                x = self.left + j * step
                draw(self.axes, x + 6, self.y)
                told = textwrap.wrap(label, wrap)
                lines = max(lines, len(told))
                words = "\n".join(told)
                self.axes.text(
                    x + 17, self.y, words, fontsize=6.5, fontfamily=SANS, color=INK, va="center", linespacing=1.15, parse_math=False
                )
            self.y += 8 + 6.5 * lines


def _place_sign(status: str, one: str, two: str, wide: bool = False) -> Any:
    return lambda axes, x, y: draw_place(axes, x, y, status, one, two, wide)


def _event_sign(kind: str, mode: str) -> Any:
    return lambda axes, x, y: draw_event(axes, x, y, kind, mode)


def draw_key(column: Column, data: dict[str, Any]) -> None:
    holds = [s["hold"] for s in data["spots"] if s["hold"]]
    seen = {side for h in holds for side in (h["side"], *(r["side"] for r in h["rivals"]))}
    sides = [s for s in data["sides"] if s["id"] in seen]
    if sides:
        column.heading("Who, by these accounts")
        column.entries([(_place_sign("held", s["color"], GREY), s["name"]) for s in sides], 1)
    one, two = [s["color"] for s in (*sides, *data["sides"])][:2] or (GREY, GREY)
    column.heading("How sure a place is")
    states = (
        ("held", "Held"),
        ("contested", "Contested"),
        ("claimed", "Claimed by one side"),
        ("unknown", "Not known"),
        ("none", "Event only"),
    )
    area = (_place_sign("none", one, two, True), "An area, not a point")
    column.entries([*((_place_sign(s, one, two), label) for s, label in states), area], 2)
    kinds = {e["kind"] for s in data["spots"] for e in s["events"]}
    told = [(_event_sign(k.id, "solid"), k.label) for k in KINDS if k.id in kinds]
    if told:
        column.heading("What is told to have happened")
        modes = [(_event_sign("ground", "outline"), "Threatened or expected"), (_event_sign("ground", "struck"), "Denied or corrected")]
        column.entries([*told, *modes], 2)


def draw_sources(column: Column, view: AtlasView, note: str) -> None:
    publishers = sorted({r.publisher for r in view.reports.values() if r.publisher})
    parts = [
        note,
        f"Sources: {', '.join(publishers) or 'publishers not named'}. A mark shows what reports say, not what is known to be true.",
        "Basemap: Natural Earth; its boundaries are those in force on the ground and are no judgement.",
        view.generated,
    ]
    lines = [line for part in parts if part for line in textwrap.wrap(part, 62)][:12]
    column.y = column.height - 16 - len(lines) * 7.4
    column.rule(0.5, RULE)
    column.y += 7
    column.axes.text(
        column.left, column.y, "\n".join(lines), fontsize=5.4, fontfamily=SANS, color=FAINT, va="top", linespacing=1.3, parse_math=False
    )


def draw_head(column: Column, view: AtlasView, data: dict[str, Any]) -> None:
    column.rule(2.2, INK)
    column.y += 8
    known = f", as known on {day(view.known)}" if view.known else ""
    column.text(f"AS OF {day(view.on)}{known} · reported, not verified".upper(), 6.0, 50, 5, fontfamily=SANS, fontweight="bold", color=SOFT)
    column.text(data["meta"]["title"], 15.0, 23, 5, fontfamily=SERIF, fontweight="bold", color=INK)
    column.text(data["meta"]["standfirst"], 8.0, 44, 6, fontfamily=SERIF, color=SOFT)
    column.rule(0.5, RULE)
    column.y += 3
