"""The exports for mapping programs from the sample's ledger: counts, filters, the public profile, and what cannot be written."""

from datetime import date

import geopandas
import pyogrio
import pytest

from claimatlas import Atlas, InputError
from claimatlas.choice import Choice

ON = "2017-08-02"
LAYERS = ("events", "claims", "holds", "areas")


def counts(sample, on=ON):
    holds = sample.holds(on)
    return {"events": len(sample.events()), "claims": len(sample.claims()), "holds": len(holds)}


def test_geoparquet_has_all_of_it(sample, tmp_path):
    folder = tmp_path / "atlas"
    written = sample.export(folder, "geoparquet", on=ON)
    frames = {name: geopandas.read_parquet(folder / f"{name}.parquet") for name in LAYERS}
    assert sorted(p.name for p in folder.iterdir()) == sorted(f"{name}.parquet" for name in LAYERS)
    assert sum(map(len, frames.values())) == written
    assert {k: len(frames[k]) for k in ("events", "claims", "holds")} == counts(sample)
    assert len(frames["areas"]) > 10
    assert set(frames["claims"]["event_id"].dropna()) <= set(frames["events"]["event_id"])


def test_a_second_export_takes_the_place_of_the_first(sample, tmp_path):
    folder = tmp_path / "atlas"
    sample.export(folder, "geoparquet", on=ON)
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    sample.export(folder, "geoparquet", choice=Choice(place="al-Sukhnah"), on=ON)
    assert (folder / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert 0 < len(geopandas.read_parquet(folder / "events.parquet")) < len(sample.events())
    holds = set(geopandas.read_parquet(folder / "holds.parquet")["place"])
    assert "al-Sukhnah" in holds
    assert "Raqqa" not in holds
    assert set(geopandas.read_parquet(folder / "areas.parquet")["place"]) <= holds


def test_gpkg_and_kml_have_the_same(sample, tmp_path):
    sample.export(tmp_path / "a.gpkg", "gpkg", on=ON)
    layers = {name: len(geopandas.read_file(tmp_path / "a.gpkg", layer=name)) for name in LAYERS}
    assert {k: layers[k] for k in ("events", "claims", "holds")} == counts(sample)
    written = sample.export(tmp_path / "a.kml", "kml", on=ON)
    marks = sum(pyogrio.read_info(tmp_path / "a.kml", layer=name)["features"] for name, _ in pyogrio.list_layers(tmp_path / "a.kml"))
    assert marks == written == layers["events"] + layers["holds"] + layers["areas"]


def test_frames_in_one_line(sample):
    for name in LAYERS[:3]:
        assert len(sample.frame(name, on=ON)) == counts(sample)[name]
    areas = sample.frame("areas", "geopandas", on=ON)
    assert set(areas.geom_type) == {"MultiPolygon"}
    assert set(areas["side"]) >= {"Syrian government", "Islamic State"}
    assert sample.frame("claims", "polars", Choice(types=("capture",)))["type"].to_list().count("capture") > 5


def test_the_public_profile_holds(sample):
    whole, public = sample.frame("events"), sample.frame("events", profile="public")
    assert 0 < len(public) < len(whole)


def test_without_a_date_holds_are_of_the_last_event(sample):
    last = max(e.time.end for e in sample.events() if e.time.end)
    assert set(sample.frame("holds")["on"].dt.date) == {last}
    assert isinstance(last, date)


@pytest.mark.parametrize(
    ("format", "name", "word"),
    [
        ("gpkg", "a.zip", ".gpkg"),
        ("kml", "a.kmz", ".kml"),
        ("geoparquet", "no/where", "does not exist"),
        ("geoparquet", "file", "is a file"),
    ],
)
def test_what_cannot_be_written_is_told(sample, tmp_path, format, name, word):
    (tmp_path / "file").write_text("here", encoding="utf-8")
    with pytest.raises(InputError, match=word):
        sample.export(tmp_path / name, format)


def test_a_layer_that_is_none_is_told(sample):
    with pytest.raises(InputError, match="events, claims, holds, areas"):
        sample.frame("reports")


def test_the_command_writes_them(run, sample_ledger, tmp_path):
    for name, format in (("a.gpkg", "gpkg"), ("a.kml", "kml"), ("a", "geoparquet")):
        done = run("export", "--to", format, "-o", tmp_path / name, "--on", ON, "--ledger", sample_ledger)
        assert done.exit_code == 0, done.output
        assert (tmp_path / name).exists()
    done = run("export", "--to", "gpkg", "--ledger", sample_ledger)
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)


@pytest.mark.parametrize(("format", "name"), [("gpkg", "a.gpkg"), ("kml", "a.kml"), ("geoparquet", "a")])
def test_an_empty_ledger_is_an_empty_export(tmp_path, format, name):
    with Atlas.open(tmp_path / "empty.sqlite") as atlas:
        assert atlas.export(tmp_path / name, format) == 0
        assert len(atlas.frame("areas", "geopandas")) == 0
    assert (tmp_path / name).exists()


def test_a_failed_export_leaves_the_earlier_one(sample, tmp_path, monkeypatch):
    folder = tmp_path / "atlas"
    sample.export(folder, "geoparquet", on=ON)
    before = {p.name: p.read_bytes() for p in folder.iterdir()}

    def fails(layer, path):
        raise OSError("no space is left")

    monkeypatch.setattr("claimatlas.publish.export.geoparquet.write_geoparquet", fails)
    with pytest.raises(OSError, match="no space"):
        sample.export(folder, "geoparquet", on=ON)
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == before
