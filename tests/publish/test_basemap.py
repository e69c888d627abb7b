"""The built basemap, and the layers that a user adds."""

import json
from pathlib import Path

import pytest
from shapely.geometry import Point, shape

from claimatlas.model.errors import BadKnowledge, InputError
from claimatlas.publish import basemap as room

REGION = Path(__file__).parents[3] / "shared" / "data" / "whosonfirst" / "sy_region.geojson"


def square(x: float, y: float) -> dict[str, object]:
    """A feature with a square of one degree."""
    ring = [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]
    return {"type": "Feature", "properties": {"name": "Homs", "secret": 1}, "geometry": {"type": "Polygon", "coordinates": [ring]}}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder."""
    monkeypatch.setenv("CLAIMATLAS_DATA", str(tmp_path / "data"))
    return tmp_path


def write(folder: Path, document: object, name: str = "provinces.geojson") -> Path:
    """A file in the folder."""
    path = folder / name
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_land_and_water_lie_where_they_should() -> None:
    layers = room.basemap()
    land = shape(layers["land"]["features"][0]["geometry"]).buffer(0)
    for on_land in ((38.28, 34.56), (-3.7, 40.4), (44.4, 33.3), (151.0, -33.0)):
        assert land.contains(Point(on_land)), on_land
    for at_sea in ((34.0, 34.8), (-30.0, 0.0), (5.0, 38.0)):
        assert not land.contains(Point(at_sea)), at_sea


def test_rivers_and_borders_pass_where_they_should() -> None:
    layers = room.basemap()
    rivers = {f["properties"].get("name") for f in layers["river"]["features"]}
    assert {"Euphrates", "Tigris"} <= rivers
    euphrates = [shape(f["geometry"]) for f in layers["river"]["features"] if f["properties"].get("name") == "Euphrates"]
    assert min(line.distance(Point(40.14, 35.33)) for line in euphrates) < 0.05
    border = shape(layers["border"]["features"][0]["geometry"])
    assert border.distance(Point(38.9, 33.44)) < 0.1  # near the crossing of al-Tanf
    assert "Syria" in {f["properties"]["name"] for f in layers["country"]["features"]}


def test_the_nile_and_the_borders_of_sudan_are_drawn_finely() -> None:
    layers = room.basemap()
    named = {f["properties"].get("name"): shape(f["geometry"]) for f in layers["river"]["features"]}
    for river, near in (("Nile", (33.98, 17.7)), ("Blue Nile", (33.5, 14.5)), ("White Nile", (32.6, 13.2))):
        assert named[river].distance(Point(near)) < 0.2, river
    border = shape(layers["border"]["features"][0]["geometry"])
    assert border.distance(Point(22.2, 13.47)) < 0.1  # near the crossing of Adre
    land = shape(layers["land"]["features"][0]["geometry"]).buffer(0)
    assert land.contains(Point(32.53, 15.6)) and not land.contains(Point(38.0, 20.5))
    assert "South Sudan" in {f["properties"]["name"] for f in layers["country"]["features"]}


def test_added_layer_is_kept_without_foreign_properties(folder: Path) -> None:
    added = room.add_layer(write(folder, {"type": "FeatureCollection", "features": [square(38, 34)]}))
    assert added.path.is_relative_to(folder / "data" / "basemap")
    assert [layer.features[0]["properties"] for layer in room.layers()] == [{"name": "Homs"}]
    room.add_layer(folder / "provinces.geojson")
    assert len(room.layers()) == 1


def test_no_layer_is_no_error(folder: Path) -> None:
    assert room.layers() == []


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({"type": "Topology"}, "not a GeoJSON FeatureCollection"),
        ({"type": "FeatureCollection", "features": []}, "not a GeoJSON FeatureCollection"),
        ([1], "not a GeoJSON FeatureCollection"),
        ({"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": None}]}, "feature 1 has no polygon"),
        ({"type": "FeatureCollection", "features": [square(38, 34), square(4_000_000, 34)]}, "feature 2 has coordinates"),
    ],
)
def test_bad_layers_are_named(folder: Path, document: object, said: str) -> None:
    with pytest.raises(BadKnowledge, match=said) as error:
        room.add_layer(write(folder, document))
    assert "provinces.geojson" in str(error.value)
    assert room.layers() == []


def test_no_json_and_no_file(folder: Path) -> None:
    (folder / "x.geojson").write_bytes(b"\xff\xfe{")
    with pytest.raises(BadKnowledge, match="not JSON"):
        room.add_layer(folder / "x.geojson")
    with pytest.raises(InputError, match="cannot be read"):
        room.add_layer(folder / "missing.geojson")


def test_missing_assets_say_how_to_build_them() -> None:
    with pytest.raises(InputError, match="pip install"):
        room.asset("not-there.bin")


@pytest.mark.skipif(not REGION.exists(), reason="../shared/data/whosonfirst is absent")
def test_provinces_of_syria(folder: Path) -> None:
    added = room.add_layer(REGION)
    homs = [f for f in added.features if f["properties"]["name"].lower().startswith("hom")]
    assert homs and shape(homs[0]["geometry"]).buffer(0).contains(Point(38.28, 34.56))
