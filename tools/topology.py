"""Reads TopoJSON: arcs to coordinates, objects to polygons and lines, shared arcs to borders."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

Point = tuple[float, float]
Line = list[Point]
Polygon = list[Line]


def arcs_of(topology: dict[str, Any]) -> list[Line]:
    """All arcs in degrees: the quantised deltas summed, then scaled and moved by the topology's transform."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for deltas in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        arcs.append(line)
    return arcs


def joined(indexes: list[int], arcs: list[Line]) -> Line:
    """One line out of arc indexes; ~i is arc i backwards, and the point that two arcs share is kept once."""
    line: Line = []
    for i in indexes:
        arc = arcs[i] if i >= 0 else arcs[~i][::-1]
        line.extend(arc[1:] if line else arc)
    return line


def polygons(geometry: dict[str, Any], arcs: list[Line]) -> list[Polygon]:
    """The polygons of a Polygon or MultiPolygon, rings joined; none for other geometries."""
    if geometry["type"] == "Polygon":
        return [[joined(ring, arcs) for ring in geometry["arcs"]]]
    if geometry["type"] == "MultiPolygon":
        return [[joined(ring, arcs) for ring in part] for part in geometry["arcs"]]
    return []


def lines(geometry: dict[str, Any], arcs: list[Line]) -> list[Line]:
    """The lines of a LineString or MultiLineString; none for other geometries."""
    if geometry["type"] == "LineString":
        return [joined(geometry["arcs"], arcs)]
    if geometry["type"] == "MultiLineString":
        return [joined(part, arcs) for part in geometry["arcs"]]
    return []


def leaves(nested: Any) -> Iterator[int]:
    """The arc indexes of a nested list, direction dropped."""
    for item in nested:
        if isinstance(item, list):
            yield from leaves(item)
        else:
            yield item if item >= 0 else ~item


def borders_and_coasts(topology: dict[str, Any], name: str, arcs: list[Line]) -> tuple[list[Line], list[Line]]:
    """Arcs that two shapes of an object share are borders; arcs of one shape only are coasts."""
    uses = Counter(i for g in topology["objects"][name]["geometries"] for i in set(leaves(g.get("arcs", []))))
    borders = [arcs[i] for i in sorted(uses) if uses[i] > 1]
    return borders, [arcs[i] for i in sorted(uses) if uses[i] == 1]
