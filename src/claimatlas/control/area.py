"""Areas of holds: the land nearest to each place told of, no further than the evidence reaches and not over a border.

Thiessen (Voronoi) cells of the places that claims tell of, unknown ones too, each cut to a disc about its place. What no
cell covers stays blank: nothing was told of it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from claimatlas.model.hold import Hold
from claimatlas.model.place import PlaceRef

# how far about its point a place's evidence may be taken to reach, in km, by level
REACH_KM = {"district": 2.0, "site": 6.0, "town": 12.0, "area": 20.0}
KM_PER_DEGREE, SEGMENTS, DIGITS = 111.32, 12, 4


@dataclass(frozen=True, slots=True)
class Ground:
    """What cells are cut by, in degrees: `land`, None for all of it, and the `borders` between states as lines."""

    land: BaseGeometry | None = None
    borders: BaseGeometry | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """The land that a hold is drawn over: polygons in degrees of longitude and latitude."""

    hold: Hold
    shape: BaseGeometry


def areas(told: Sequence[tuple[PlaceRef, Hold]], ground: Ground | None = None) -> list[Area]:
    """One area for each known hold of a place with a point, in the order given.

    `told`: every place that evidence tells of with its hold; those of status unknown take room and get no area. Of places
    at one point the first counts.
    """
    seeds: dict[tuple[float, float], tuple[PlaceRef, Hold]] = {}
    for place, hold in told:
        if place.lat is not None and place.lon is not None and place.level in REACH_KM:
            seeds.setdefault((round(place.lon, 5), round(place.lat, 5)), (place, hold))
    if not seeds:
        return []
    flat = _Plane(sum(lat for _, lat in seeds) / len(seeds))
    near = _near(ground or Ground(), list(seeds))
    cells = _cells([flat.km(point) for point in seeds])
    found = []
    for (point, (place, hold)), cell in zip(seeds.items(), cells, strict=True):
        if hold.status == "unknown":
            continue
        disc = shapely.Point(flat.km(point)).buffer(REACH_KM[place.level or "town"], quad_segs=SEGMENTS)
        shape = _cut(flat.degrees(disc.intersection(cell) if cell is not None else disc), shapely.Point(point), near)
        if not shape.is_empty:
            found.append(Area(hold, shapely.set_precision(shape, 10**-DIGITS)))
    return found


@dataclass(frozen=True, slots=True)
class _Plane:
    """Kilometres east and north: good to a hundredth over a theatre of war."""

    middle: float

    @property
    def _east(self) -> float:
        return KM_PER_DEGREE * math.cos(math.radians(self.middle))

    def km(self, point: tuple[float, float]) -> tuple[float, float]:
        """A point in degrees as kilometres."""
        return point[0] * self._east, point[1] * KM_PER_DEGREE

    def degrees(self, shape: BaseGeometry) -> BaseGeometry:
        """A shape in kilometres as degrees."""
        return shapely.transform(shape, lambda xy: xy / np.array([self._east, KM_PER_DEGREE]))


def _near(ground: Ground, points: Sequence[tuple[float, float]]) -> Ground:
    """The ground about the points, no further than any cell reaches."""
    if ground.land is None and ground.borders is None:
        return ground
    high = max(abs(lat) for _, lat in points)
    reach = 2 * max(REACH_KM.values()) / (KM_PER_DEGREE * max(0.05, math.cos(math.radians(high))))
    west, south, east, north = shapely.MultiPoint(points).bounds
    box = (west - reach, south - reach, east + reach, north + reach)
    cut = [shapely.clip_by_rect(g, *box) if g is not None else None for g in (ground.land, ground.borders)]
    return Ground(*cut)


def _cells(points: Sequence[tuple[float, float]]) -> list[BaseGeometry | None]:
    """The Thiessen cell of each point in its order; None for a lone point, which has the whole plane."""
    if len(points) < 2:
        return [None for _ in points]
    far = shapely.MultiPoint(points).buffer(2 * max(REACH_KM.values())).envelope
    return list(shapely.voronoi_polygons(shapely.MultiPoint(points), extend_to=far, ordered=True).geoms)


def _cut(shape: BaseGeometry, at: BaseGeometry, ground: Ground) -> BaseGeometry:
    """The part of a shape on land and on its point's side of every border."""
    if ground.land is not None:
        shape = shape.intersection(ground.land)
    if ground.borders is not None and shape.intersects(ground.borders):
        pieces = shapely.polygonize([shapely.union_all([shape.boundary, ground.borders])])
        shape = next((p for p in pieces.geoms if p.intersects(at)), shapely.Polygon()).intersection(shape)
    return shape
