"""KML held to its schema and read back by GDAL."""

from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import fastkml
import geopandas
import pyogrio
import pytest
from lxml import etree

from claimatlas.publish.export.kml import KML, write_kml
from claimatlas.publish.export.kml_words import printable
from claimatlas.publish.export.layer import flat

NS = {"k": KML}
SCHEMA = Path(fastkml.__file__).parent / "schema" / "ogckml22.xsd"


@pytest.fixture
def path(layers, harmful, tmp_path):
    made = tmp_path / "atlas.kml"
    assert write(layers, harmful, made) == sum(len(layer.rows) for layer in layers if layer.name != "claims")
    return made


def write(layers, view, path):
    return write_kml(layers, view.claims, view.reports, {s.name: s.color for s in view.sides.values()}, path)


def marks(path):
    return etree.parse(path).findall(".//k:Placemark", NS)


def data(mark):
    return {d.get("name"): d.findtext("k:value", namespaces=NS) for d in mark.iterfind("k:ExtendedData/k:Data", NS)}


def test_it_keeps_to_the_schema(path):
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    schema.assertValid(etree.parse(path))


def test_events_lie_in_folders_by_type(path, layers):
    root = etree.parse(path)
    whole = next(f for f in root.iterfind(".//k:Folder", NS) if f.findtext("k:name", namespaces=NS) == "Events")
    names = [f.findtext("k:name", namespaces=NS) for f in whole.iterfind("k:Folder", NS)]
    placed = {r.values[2] for r in layers[0].rows if r.shape is not None}
    assert names == [*sorted(label[:1].upper() + label[1:] for label in placed), "Without a place on the map"]
    for folder in whole.iterfind("k:Folder", NS):
        name = folder.findtext("k:name", namespaces=NS)
        for mark in folder.iterfind("k:Placemark", NS):
            assert (mark.find("k:Point", NS) is None) == (name == "Without a place on the map")


def test_gdal_reads_places_times_and_columns(path, layers):
    holds, areas = layers[2:]
    for layer in (holds, areas):
        frame = geopandas.read_file(path, layer=layer.title)
        assert (str(frame.crs), len(frame)) == ("EPSG:4326", len(layer.rows))
        assert [d.date() for d in frame["begin"]] == layer.column("on")
        assert list(frame["holder_id"].fillna("")) == [v or "" for v in layer.column("holder_id")]
        for mine, theirs in zip((r.shape for r in layer.rows), frame.geometry, strict=True):
            assert mine.equals_exact(theirs, 1e-6) or mine.normalize().equals_exact(theirs.normalize(), 1e-6)


def test_all_events_are_read_by_gdal(path, layers):
    found = {}
    for name, _ in pyogrio.list_layers(path):
        if name not in (layers[2].title, layers[3].title):
            frame = geopandas.read_file(path, layer=name)
            found |= dict(zip(frame.get("event_id", []), frame.geometry, strict=True))
    events = layers[0]
    assert set(found) == set(events.column("event_id"))
    for key, row in zip(events.column("event_id"), events.rows, strict=True):
        assert (row.shape is None) == (found[key] is None)
        assert row.shape is None or row.shape.equals_exact(found[key], 1e-6)


def test_columns_come_back_as_written(path, layers):
    events = layers[0]
    back = {m.get("id"): data(m) for m in marks(path) if m.get("id")}
    for row in events.rows:
        told = dict(zip((f.name for f in events.fields), row.values, strict=True))
        got = back[told["event_id"]]
        for field in events.fields:
            said = flat(field.kind, told[field.name])
            expected = None if said is None else str(said).lower() if field.kind == "flag" else printable(str(said))
            assert got.get(field.name) == expected, field.name


def test_times_are_spans(path, layers):
    by_id = {m.get("id"): m for m in marks(path) if m.get("id")}
    events = layers[0]
    for key, start, end in zip(*(events.column(n) for n in ("event_id", "start", "end")), strict=True):
        span = by_id[key].find("k:TimeSpan", NS)
        if start or end:
            assert span.findtext("k:begin", namespaces=NS) == (start.isoformat() if start else None)
            assert span.findtext("k:end", namespaces=NS) == (end.isoformat() if end else None)


class Tags(HTMLParser):
    """The tags and the text of a balloon."""

    def __init__(self):
        super().__init__()
        self.tags, self.text = set(), ""

    def handle_starttag(self, tag, attrs):
        self.tags.add((tag, *attrs))

    def handle_data(self, data):
        self.text += data


def test_hostile_words_are_words(path, harmful):
    bad = printable(harmful.claims[harmful.events[0].claims[0]].quote.exact)
    told = next(m for m in marks(path) if m.get("id") == harmful.events[0].id).findtext("k:description", namespaces=NS)
    balloon = Tags()
    balloon.feed(told)
    assert balloon.tags == {("p",)}
    assert bad in balloon.text
    assert "<script>" in unescape(told)
    for mark in marks(path):
        every = Tags()
        every.feed(mark.findtext("k:description", namespaces=NS))
        assert every.tags == {("p",)}


def test_nothing_is_fetched(path):
    root = etree.parse(path)
    assert [e.tag for e in root.iter() if etree.QName(e).localname in ("href", "NetworkLink", "link")] == []


def test_every_style_is_there(path):
    root = etree.parse(path)
    styles = {s.get("id") for s in root.iterfind(".//k:Style", NS)}
    assert {u.text[1:] for u in root.iterfind(".//k:styleUrl", NS)} <= styles


def test_equal_layers_give_equal_bytes(path, layers, harmful, tmp_path):
    write(layers, harmful, tmp_path / "again.kml")
    assert (tmp_path / "again.kml").read_bytes() == path.read_bytes()
