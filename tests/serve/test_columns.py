"""The map's columns: every event and hold once, with numbers that point into the lists."""

from datetime import date

from claimatlas.serve.columns import number


def test_days_are_counted_from_1970():
    assert number(date(1970, 1, 2)) == 1 and number("2017-08-02") == 17380 and number(None) is None
