"""The land that areas are cut by: it is there, on the continents and not on the sea."""

import pytest
import shapely

from claimatlas.publish.areas import LEAST, STRONGEST, ground, strength


@pytest.mark.parametrize(
    ("lon", "lat"), [(38.87, 34.89), (36.29, 33.51), (44.4, 33.3), (32.53, 15.6), (36.2, 50.0), (-100.0, 40.0), (134.0, -25.0)]
)
def test_points_inland_are_on_the_land(lon, lat):
    assert ground().land.contains(shapely.Point(lon, lat))


@pytest.mark.parametrize(("lon", "lat"), [(34.0, 34.0), (-40.0, 30.0), (80.0, -20.0)])
def test_points_at_sea_are_not(lon, lat):
    assert not ground().land.contains(shapely.Point(lon, lat))


def test_the_land_is_about_as_large_as_it_is():
    assert ground().land.is_valid
    assert ground().land.area == pytest.approx(21_000, rel=0.15)


def test_the_colour_fades_with_age_and_never_wholly():
    assert strength(0) == STRONGEST
    assert strength(45) == pytest.approx(STRONGEST / 2)
    assert strength(10_000) == LEAST
