"""Areas: each point of land belongs to the nearest place told of, within reach, on its own side of a border."""

from dataclasses import replace
from datetime import date

import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimatlas.control.area import DIGITS, REACH_KM, Ground, areas
from claimatlas.model.hold import HeldPlace, Hold, Holder
from claimatlas.model.place import PlaceRef, distance_km

ON = date(2017, 8, 2)


def told(name, lat, lon, level="town", status="held", side="gov"):
    place = PlaceRef(name, name, f"g:{name}", lat, lon, level=level)
    return place, Hold(HeldPlace(name, place.id, lat, lon), ON, status=status, holder=Holder(side, side) if status == "held" else None)


def test_a_lone_place_has_a_disc_of_its_reach():
    (area,) = areas([told("A", 35.0, 38.0)])
    lons, lats = zip(*area.shape.exterior.coords, strict=True)
    assert max(distance_km(35.0, 38.0, y, x) for x, y in zip(lons, lats, strict=True)) == pytest.approx(REACH_KM["town"], rel=0.02)
    assert area.hold.place.name == "A"


def test_between_two_places_the_nearer_has_the_land():
    west, east = areas([told("W", 35.0, 38.0), told("E", 35.0, 38.1, side="is")])
    assert west.shape.intersection(east.shape).area == pytest.approx(0, abs=1e-9)
    assert west.shape.bounds[2] == pytest.approx(38.05, abs=1e-3)


def test_an_unknown_place_takes_room_and_gets_no_area():
    (west,) = areas([told("W", 35.0, 38.0), told("E", 35.0, 38.1, status="unknown")])
    assert west.hold.place.name == "W"
    assert west.shape.bounds[2] == pytest.approx(38.05, abs=1e-3)


def test_a_border_cuts_and_the_place_keeps_its_own_side():
    border = shapely.LineString([(38.02, 34), (38.02, 36)])
    (area,) = areas([told("A", 35.0, 38.0)], Ground(borders=border))
    assert area.shape.bounds[2] == pytest.approx(38.02, abs=1e-3)
    assert area.shape.contains(shapely.Point(38.0, 35.0))


def test_no_area_on_water():
    (area,) = areas([told("A", 35.0, 38.0)], Ground(land=shapely.box(37, 34, 38.01, 36)))
    assert area.shape.bounds[2] == pytest.approx(38.01, abs=1e-3)


def test_wide_places_and_places_without_a_point_have_none():
    place, hold = told("A", 35.0, 38.0)
    assert areas([(replace(place, level="province"), hold), (replace(place, lat=None, lon=None), hold)]) == []


def test_of_two_places_at_one_point_the_first_counts():
    assert [a.hold.holder.id for a in areas([told("A", 35.0, 38.0), told("B", 35.0, 38.0, side="is")])] == ["gov"]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=12, unique=True))
@example([(0, 0), (0, 39), (1, 40)])
def test_areas_overlap_by_no_more_than_their_rounding_and_hold_their_points(points):
    found = areas([told(str(i), 34 + y / 50, 38 + x / 50) for i, (x, y) in enumerate(points)])
    assert len(found) == len(points)
    for n, one in enumerate(found):
        assert one.shape.buffer(1e-3).contains(shapely.Point(one.hold.place.lon, one.hold.place.lat))
        assert all(one.shape.intersection(other.shape).buffer(-(10**-DIGITS)).is_empty for other in found[n + 1 :])
