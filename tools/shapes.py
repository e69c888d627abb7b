"""Plane geometry for the basemap: clipping to boxes, simplifying, smoothing. Degrees throughout, pure Python."""

from collections.abc import Callable
from itertools import pairwise

from topology import Line, Point, Polygon

Box = tuple[float, float, float, float]
WORLD: Box = (-180.0, -85.0, 180.0, 85.0)


def around(box: Box) -> list[Box]:
    """The four boxes that cover the world outside `box` (west, south, east, north)."""
    w, s, e, n = box
    return [(WORLD[0], WORLD[1], w, WORLD[3]), (e, WORLD[1], WORLD[2], WORLD[3]), (w, WORLD[1], e, s), (w, n, e, WORLD[3])]


def _cut(a: Point, b: Point, axis: int, at: float) -> Point:
    share = (at - a[axis]) / (b[axis] - a[axis])
    return (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]))


def _sides(box: Box) -> list[tuple[int, float, Callable[[Point], bool]]]:
    w, s, e, n = box
    return [
        (0, w, lambda p: p[0] >= w),
        (1, s, lambda p: p[1] >= s),
        (0, e, lambda p: p[0] <= e),
        (1, n, lambda p: p[1] <= n),
    ]


def clip_ring(ring: Line, box: Box) -> Line:
    """The part of a closed ring inside a box (Sutherland and Hodgman); edges may run along the box, so fill it, do not stroke it."""
    for axis, at, inside in _sides(box):
        out: Line = []
        for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
            if inside(a):
                out.append(a)
            if inside(a) != inside(b):
                out.append(_cut(a, b, axis, at))
        ring = out
        if not ring:
            return []
    return ring + ring[:1] if ring[0] != ring[-1] else ring


def clip_polygon(polygon: Polygon, box: Box) -> Polygon:
    """A polygon's rings clipped to a box; empty when its outer ring lies outside."""
    rings = [clip_ring(ring, box) for ring in polygon]
    return [ring for ring in rings if len(ring) > 3] if len(rings[0]) > 3 else []


def split_line(line: Line, box: Box, keep_inside: bool) -> list[Line]:
    """The runs of a line whose points lie inside (or outside) a box; each run keeps one point beyond it so that seams meet."""
    w, s, e, n = box
    runs: list[Line] = []
    run: Line = []
    for point in line:
        if (w <= point[0] <= e and s <= point[1] <= n) == keep_inside:
            run.append(point)
        elif run:
            runs.append([*run, point])
            run = []
    return [r for r in [*runs, run] if len(r) > 1]


def _far(line: Line, first: int, last: int) -> tuple[int, float]:
    (ax, ay), (bx, by) = line[first], line[last]
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    best, worst = first, -1.0
    for i in range(first + 1, last):
        px, py = line[i][0] - ax, line[i][1] - ay
        t = min(1.0, max(0.0, (px * dx + py * dy) / length)) if length else 0.0
        d = (px - t * dx) ** 2 + (py - t * dy) ** 2
        if d > worst:
            best, worst = i, d
    return best, worst


def simplify(line: Line, tolerance: float) -> Line:
    """Douglas and Peucker, without recursion; a closed ring keeps its far point too."""
    if len(line) < 3 or not tolerance:
        return line
    keep = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        i, d = _far(line, first, last)
        if d > tolerance * tolerance:
            keep.add(i)
            stack += [(first, i), (i, last)]
    return [line[i] for i in sorted(keep)]


def smooth(line: Line, rounds: int = 2) -> Line:
    """Corner cutting (Chaikin): takes out the steps that quantising to a coarse grid left in a river."""
    for _ in range(rounds):
        if len(line) < 3:
            return line
        cut: Line = [line[0]]
        for (ax, ay), (bx, by) in pairwise(line):
            cut += [(ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25), (ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75)]
        line = [*cut, line[-1]]
    return line


def area(ring: Line) -> float:
    """Signed area in square degrees."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def centre(ring: Line) -> Point:
    """Centre of mass of a ring; its first point when the ring has no area."""
    whole = area(ring)
    if not whole:
        return ring[0]
    pairs = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in pairwise(ring)]
    x = sum((a[0] + b[0]) * c for a, b, c in pairs) / (6 * whole)
    return (x, sum((a[1] + b[1]) * c for a, b, c in pairs) / (6 * whole))
