"""What is believed beside a record of our own making."""

import gzip
from datetime import date, timedelta

import pytest

from claimatlas.evaluate.beliefs import Band, Confirmed, bands, comparable, labelled, read_record
from claimatlas.ledger import build_view
from claimatlas.model.quantity import Quantity

DEAD = (Quantity("killed", 3.0, 3.0),)
FIRST = date(2017, 8, 1)


@pytest.fixture
def told(kit, sides):
    """Events by what is told: the day, the place, who tells it, how many dead."""

    def events(*rows):
        claims, reports = [], []
        for n, (day, site, publisher, source, dead) in enumerate(rows):
            reports.append(kit.report(f"b{n}", f"2017-08-{day:02d}", publisher))
            claims.append(kit.claim(reports[-1], "shelling", site, "Syrian Army", "", "fact", f"2017-08-{day:02d}", None, source, "", dead))
        return build_view(claims, reports, [], sides).events, claims, reports

    return events


def record(*days, days_told=100, at=(34.885, 38.873)):
    return Confirmed({FIRST + timedelta(n): [at] if n + 1 in days else [] for n in range(days_told)})


def test_rows_of_the_record_count_on_each_of_their_days(tmp_path):
    path = tmp_path / "ged.csv.gz"
    lines = ["where_prec,date_start,date_end,latitude,longitude", "1.0,2017-08-01,2017-08-02,34.9,38.9", "4.0,2017-08-05,2017-08-05,36,37"]
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    assert read_record(path) == {date(2017, 8, 1): [(34.9, 38.9)], date(2017, 8, 2): [(34.9, 38.9)]}


def test_only_events_with_deaths_a_point_and_a_day_are_compared(told):
    events, *_ = told((2, "Sukhna", "Wire", "", DEAD), (9, "Idlib", "Wire", "", ()), (14, "Raqqa province", "Wire", "", DEAD))
    assert [comparable(e) for e in events] == [True, False, False]


def test_confirmed_is_a_death_near_by_on_that_day_and_chance_that_of_a_day_drawn_by_lot(told):
    events, *_ = told((2, "Sukhna", "Wire", "", DEAD))
    assert record(2, 50).of(events[0]) == (True, pytest.approx(0.02))
    assert record(3, 50).of(events[0]) == (False, pytest.approx(0.02))
    assert record(2, 50, at=(34.885, 39.2)).of(events[0]) == (False, 0.0)


def test_bands_by_belief_and_places_with_deaths_on_most_days_left_out(told):
    events, *_ = told((2, "Sukhna", "Wire", "", DEAD), (9, "Sukhna", "Wire", "a resident", DEAD), (16, "Sukhna", "Wire", "", DEAD))
    low, high = bands(events, record(2, 60))
    assert (low.events, low.confirmed, high.events, high.confirmed) == (1, 0.0, 2, 0.5)
    assert low.belief < high.belief and high.chance == pytest.approx(0.02)
    assert bands(events, record(*range(1, 80))) == []
    assert bands(events, record(2, days_told=1)) == []


def test_beyond_chance():
    assert Band(10, 0.5, 0.6, 0.2).beyond == pytest.approx(0.5)
    assert Band(10, 0.5, 0.2, 0.2).beyond == 0


def test_labels_of_reports_beside_the_belief_in_their_tolls(told, tmp_path):
    events, claims, reports = told(
        (2, "Sukhna", "Wire", "", DEAD), (9, "Sukhna", "Wire", "a resident", DEAD), (16, "Sukhna", "Wire", "", ())
    )
    table = tmp_path / "data" / "fakes" / "reports.csv"
    table.parent.mkdir(parents=True)
    table.write_text("unit_id,labels\nb0,1\nb1,0\nb2,1\n", encoding="utf-8")
    found = labelled(tmp_path, reports, claims, events)
    assert {name: count for name, (count, _) in found.items()} == {"agrees": 1, "does not": 1}
    assert found["agrees"][1] > found["does not"][1]
