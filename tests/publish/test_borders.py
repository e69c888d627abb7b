"""Added layers give the borders inside them, not their outer rim."""

from pathlib import Path

from shapely.geometry import LineString, Point, shape

from claimatlas.publish.basemap import Layer
from claimatlas.publish.borders import inner_borders


def box(x: float) -> dict[str, object]:
    """A square of one degree from x eastward."""
    ring = [[x, 34], [x + 1, 34], [x + 1, 35], [x, 35], [x, 34]]
    return {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def layer(*features: dict[str, object]) -> Layer:
    """A layer of these features."""
    return Layer("x", Path("x.geojson"), features)


def test_the_border_between_two_areas_is_kept_and_their_rim_is_not() -> None:
    (feature,) = inner_borders([layer(box(38), box(39))])
    line = shape(feature["geometry"])
    assert line.distance(Point(39, 34.5)) < 1e-6
    assert line.distance(Point(38, 34.5)) > 0.9 and abs(line.length - 0.94) < 0.001


def test_one_area_and_lines_stay_as_they_are() -> None:
    (area,) = inner_borders([layer(box(38))])
    assert shape(area["geometry"]).length == 4
    road = {"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": [[38, 34], [39, 35]]}}
    (line,) = inner_borders([layer(road)])
    assert shape(line["geometry"]).equals(LineString([(38, 34), (39, 35)]))


def test_no_layer_no_border() -> None:
    assert inner_borders([]) == []
