"""Events as a table, as GeoJSON and as a feed, each read back by a program of its world."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import duckdb
import feedparser
import pytest
import shapely

from claimatlas import Atlas
from claimatlas.publish.export.atom import Entry, write_atom
from claimatlas.publish.export.events_csv import COLUMNS, safe_cell


@pytest.fixture(scope="module")
def written(told_ledger, tmp_path_factory):
    folder = tmp_path_factory.mktemp("exports")
    with Atlas.open(told_ledger) as atlas:
        counts = {name: atlas.export(folder / f"events.{name}", name) for name in ("csv", "geojson")}
        return folder, counts, atlas.events()


def test_the_table_is_read_by_duckdb_with_every_event_once(written):
    folder, counts, events = written
    rows = duckdb.sql(f"SELECT event_id, type, latitude, start FROM '{folder / 'events.csv'}'").fetchall()
    assert counts["csv"] == len(rows) == len(events)
    assert {r[0] for r in rows} == {e.id for e in events}


def test_the_table_tells_who_did_what_where(written):
    with (written[0] / "events.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert tuple(rows[0]) == COLUMNS
    strike = next(r for r in rows if r["type"] == "airstrike" and r["place"] == "al-Sukhnah")
    assert strike["agents"] == "Russia" and strike["admin1"] == "Homs" and strike["start"] == "2017-08-01"
    toll = next(r for r in rows if r["killed_low"])
    assert float(toll["killed_low"]) <= float(toll["killed_high"])


def test_geojson_has_a_valid_point_for_every_event_with_one(written):
    told = json.loads((written[0] / "events.geojson").read_text(encoding="utf-8"))
    assert told["type"] == "FeatureCollection" and len(told["features"]) == written[1]["geojson"]
    assert len(told["features"]) == sum(e.place is not None and e.place.lat is not None for e in written[2])
    for feature in told["features"]:
        point = shapely.geometry.shape(feature["geometry"])
        assert 30 < point.x < 50 and 28 < point.y < 38


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1"])
def test_no_cell_is_a_formula(cell):
    assert safe_cell(cell) == f"'{cell}" and safe_cell(-1) == -1 and safe_cell("x=1") == "x=1"


def test_the_feed_is_read_by_a_feed_reader():
    entries = [
        Entry("b", date(2017, 8, 2), "Town: held by <b>X</b> & Y", "words \x00 here", "places/x.html"),
        Entry("a", date(2017, 8, 3), "Correction", "words"),
    ]
    stream = io.StringIO()
    assert write_atom("Theatre", entries, stream) == 2
    told = feedparser.parse(stream.getvalue())
    assert not told.bozo
    assert [e.title_detail["type"] for e in told.entries] == ["text/plain", "text/plain"]
    assert told.entries[0].title == "Correction"
    assert told.entries[0].id == "urn:claimatlas:2017-08-03:a" and told.feed.updated == "2017-08-03T00:00:00Z"
    again = io.StringIO()
    write_atom("Theatre", entries[::-1], again)
    assert again.getvalue() == stream.getvalue()


def test_other_formats_are_refused(told_ledger, tmp_path: Path):
    from claimatlas.model.errors import InputError

    with Atlas.open(told_ledger) as atlas, pytest.raises(InputError, match="csv, geojson"):
        atlas.export(tmp_path / "x", "xlsx")
