"""Names on the figure's map: places told of, then countries, rivers and towns where room is left."""

import math
from typing import Any

from claimatlas.publish.figure_base import FAINT, INK, LAND, PAPER, SOFT, countries, river_spots
from claimatlas.publish.figure_column import SANS, SERIF
from claimatlas.publish.figure_plate import MapPlate
from claimatlas.publish.labels import Wanted, place_labels

RIVER_INK = "#5b8aa0"


def _font(spot: dict[str, Any]) -> dict[str, Any]:
    if spot["wide"]:
        return {"fontsize": 7.6, "fontfamily": SERIF, "fontstyle": "italic"}
    return {"fontsize": 7.8, "fontfamily": SANS, "fontweight": "bold" if spot["hold"] else "normal"}


def _wanted(plate: MapPlate, spot: dict[str, Any]) -> Wanted:
    width, height = plate.text_size(spot["name"], **_font(spot))
    x, y = plate.at(*spot["at"])
    rank = (50 if spot["wide"] else 0) + (0 if spot["hold"] else 20) - len(spot["events"])
    return Wanted(spot["key"], x, y, width + 1, height * 0.8, 9.5 if spot["wide"] else 7.5, rank)


def name_spots(plate: MapPlate) -> list[str]:
    """Names beside the marks; returns the names that found no room."""
    spots = {s["key"]: s for s in plate.data["spots"]}
    placed = place_labels([_wanted(plate, s) for s in spots.values()], plate.board)
    for key, box in placed.items():
        plate.write(box[0], (box[1] + box[3]) / 2, spots[key]["name"], 20, va="center_baseline", color=INK, **_font(spots[key]))
    return [s["name"] for key, s in spots.items() if key not in placed]


def name_countries(plate: MapPlate) -> None:
    """Country names in spaced capitals, moved aside where their point is taken."""
    for name, lon, lat in countries(plate.bounds):
        words = " ".join(name.upper())
        width, height = plate.text_size(words, fontsize=8.5, fontfamily=SANS)
        x, y = plate.at(lon, lat)
        for cx, cy in [(x + dx, y + dy) for dy in (0, 24, -24, 48, -48) for dx in (0, 60, -60, 120, -120)]:
            if plate.claim((cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2)):
                plate.write(cx, cy, words, 6, 1.0, LAND, fontsize=8.5, fontfamily=SANS, color=FAINT, ha="center", va="center")
                break


def name_rivers(plate: MapPlate) -> None:
    """Each river's name once, along its course."""
    done: set[str] = set()
    for name, lon, lat, angle in river_spots(plate.bounds):
        (x, y), a = plate.at(lon, lat), math.radians(angle)
        x, y = x - 7 * math.sin(a), y + 7 * math.cos(a)
        wide, high = 20 * abs(math.cos(a)) + 6, 20 * abs(math.sin(a)) + 6
        if name not in done and plate.claim((x - wide, y - high, x + wide, y + high)):
            done.add(name)
            font: dict[str, Any] = {"fontsize": 7.2, "fontfamily": SERIF, "fontstyle": "italic", "color": RIVER_INK}
            plate.write(x, y, name, 6, 1.8, LAND, rotation=angle, ha="center", va="center", **font)


def name_towns(plate: MapPlate) -> None:
    """Towns for orientation: a small dot and a grey name, both or neither."""
    for town in plate.data["towns"]:
        x, y = plate.at(*town["at"])
        width, height = plate.text_size(town["name"], fontsize=6.4, fontfamily=SANS)
        dot = (x - 1.5, y - 1.5, x + 1.5, y + 1.5)
        box = place_labels([Wanted("town", x, y, width + 1, height * 0.8, 4)], plate.board).get("town")
        if box and plate.claim(dot):
            plate.axes.plot(*town["at"], "o", color=FAINT, markersize=2.4, markeredgewidth=0.4, markeredgecolor=PAPER, zorder=7)
            font: dict[str, Any] = {"fontsize": 6.4, "fontfamily": SANS, "color": SOFT}
            plate.write(box[0], (box[1] + box[3]) / 2, town["name"], 7, 1.6, LAND, va="center_baseline", **font)
