"""What is measured of a growing log is of all that went in."""

from claimatlas.evaluate.growth import growth
from claimatlas.theatres import load_theatre


def test_every_report_added_is_counted_and_every_part_takes_time():
    found = growth(load_theatre(), claims=300, added=4)
    assert found.claims == 340
    assert 100 <= found.events < 300
    assert found.added == 4
    assert 0 < found.adding <= found.slowest
    assert min(found.rebuild, found.land, found.again) > 0
