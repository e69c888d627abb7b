"""The days of feasts."""

from datetime import date

import pytest

from claimatlas.resolve.time_feasts import feast_spans

# feast; year; first and last day of each time that it is kept in it
CASES = [
    ("ramadan", 2018, [("2018-05-17", "2018-06-14")]),
    ("eid_fitr", 2012, [("2012-08-19", "2012-08-21")]),
    ("eid_adha", 2016, [("2016-09-12", "2016-09-15")]),
    ("ashura", 2014, [("2014-11-03", "2014-11-03")]),
    ("mawlid", 2015, [("2015-01-03", "2015-01-03"), ("2015-12-23", "2015-12-23")]),
    ("nowruz", 2013, [("2013-03-21", "2013-03-21")]),
    ("christmas_eve", 1999, [("1999-12-24", "1999-12-24")]),
    ("eid", 2017, [("2017-06-25", "2017-06-27"), ("2017-09-01", "2017-09-04")]),
    ("ramadan", 1990, []),
    ("harvest", 2016, []),
]


@pytest.mark.parametrize(("name", "year", "spans"), CASES, ids=[f"{c[0]}-{c[1]}" for c in CASES])
def test_days(name: str, year: int, spans: list[tuple[str, str]]) -> None:
    assert feast_spans(name, range(year, year + 1)) == [(date.fromisoformat(a), date.fromisoformat(b)) for a, b in spans]
