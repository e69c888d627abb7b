"""Files of places that a user adds: what is read, what is refused, what is kept."""

from pathlib import Path

import pytest

from claimatlas.model.errors import BadKnowledge
from claimatlas.model.place import Place
from claimatlas.resolve.gazetteer_import import add_file, added_files, data_folder, read_places
from claimatlas.resolve.gazetteer_merge import Merger
from claimatlas.theatres import Theatre

HOMS = Place("toy:homs_province", "Homs", 34.35, 38.25, "province", "province", "SY", (), ("SY", "Homs"), theatre=True)
ANBAR = Place("toy:anbar_province", "Anbar", 32.9, 41.5, "province", "province", "IQ", (), ("IQ", "Anbar"), theatre=True)
TOY = Theatre("toy", "Toy", ("SY", "IQ"), (), (35.5, 29.0, 48.8, 37.5), {}, {}, (), {}, (), (HOMS, ANBAR), {})

WOF_HEAD = "wof_id,name,placetype,lat,lon,geonames_id,wikidata_id,deprecated,names,names_ar\n"
WOF = (
    WOF_HEAD
    + "1,Tall Ahmad,locality,34.7,38.3,163734,,,Tall Aḩmad|Tell Ahmed|تل أحمد|Талл,تل أحمد\n"
    + "2,Gone,locality,34.7,38.4,,,2019-01-01,Gone,\n3,Nowhere,locality,0,0,,,,Nowhere,\n4,Syria,country,35,38,,,,Syria,\n"
    + "5,Hims,region,34.3,38.2,,,,,\n"
)
GEONAMES = "169577|Homs|Homs|Hims,HMS,Химс|34.73|36.71|P|PPLA|SY||11||||775404||500|Asia|2020".replace("|", "\t")
AIRBASE = "7|Shayrat|Shayrat||34.49|36.9|S|AIRB|SY||||||0||||2020".replace("|", "\t")
PCODES = (
    "admin0Name_en,admin1Name_en,admin1Name_ar,admin1Pcode,admin2Name_en,admin2Name_ar,admin2Pcode,latitude,longitude\n"
    "Syria,Homs,حمص,SY04,Tadmor,تدمر,SY0402,34.56,38.27\nSyria,Homs,حمص,SY04,Lost,,SY0499,,\n"
)


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_whosonfirst(tmp_path: Path) -> None:
    tall, hims = read_places(_file(tmp_path, "sy.csv", WOF), TOY)
    assert (tall.id, tall.country, tall.level, tall.lat) == ("wof:1", "SY", "town", 34.7)
    assert tall.names == ("Tall Ahmad", "Tall Aḩmad", "Tell Ahmed", "تل أحمد", "geonames:163734")
    assert hims.level == "province"


def test_geonames_dump(tmp_path: Path) -> None:
    homs, base = read_places(_file(tmp_path, "SY.txt", f"{GEONAMES}\n{AIRBASE}\nbroken line\n"), TOY)
    assert (homs.id, homs.kind, homs.population, homs.names) == ("geonames:169577", "city", 775404, ("Homs", "Hims"))
    assert (base.kind, base.level) == ("airbase", "site")


def test_pcodes(tmp_path: Path) -> None:
    (tadmor,) = read_places(_file(tmp_path, "syr.csv", PCODES), TOY)
    assert (tadmor.id, tadmor.level, tadmor.country) == ("pcode:SY0402", "county", "SY")
    assert tadmor.names == ("Tadmor", "تدمر")
    assert tadmor.admin == ("SY", "Homs", "Tadmor")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.csv", b"", "first line"),
        ("other.csv", b"name,lat\nHoms,34\n", "first line"),
        ("bytes.csv", b"\xff\xfe\x00wof", "UTF-8"),
        ("none.csv", WOF_HEAD.encode(), "no place with coordinates"),
        ("bare.csv", b"admin1Name_en,admin1Pcode\nHoms,SY04\n", "no place with coordinates"),
        ("torn.csv", WOF_HEAD.encode() + b'1,"Homs', "no place with coordinates"),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(BadKnowledge, match=says) as caught:
        read_places(path, TOY)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


def test_an_absent_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadKnowledge, match="check the path"):
        add_file(tmp_path / "absent.csv", TOY)


def test_an_added_file_is_kept_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMATLAS_DATA", str(tmp_path / "data"))
    path = _file(tmp_path, "sy.csv", WOF)
    assert added_files("toy") == ()
    assert add_file(path, TOY) == add_file(path, TOY) == 2
    path.unlink()
    (kept,) = added_files("toy")
    assert kept.is_relative_to(data_folder())
    assert kept.name.endswith("-sy.csv")
    assert len(read_places(kept, TOY)) == 2


def test_a_refused_file_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMATLAS_DATA", str(tmp_path / "data"))
    with pytest.raises(BadKnowledge):
        add_file(_file(tmp_path, "bad.csv", "a,b\n1,2\n"), TOY)
    assert added_files("toy") == ()


def test_entries_of_one_place_meet() -> None:
    merger = Merger()
    own = Place("toy:tell", "Tell Ahmed", 34.7, 38.3, "village", "town", "SY", ("geonames:163734",), ("SY", "Homs"), theatre=True)
    merger.add(own)
    merger.add(Place("geonames:163734", "Tall Aḩmad", 34.9, 38.3, "town", "town", "SY", ("Tall Aḩmad",), ("SY",), 900))
    merger.add(Place("wof:1", "Tell Ahmad", 34.72, 38.31, "village", "town", "SY", ("Tell Ahmed",), ("SY",)))
    merger.add(Place("wof:2", "Tell Ahmed", 36.7, 41.3, "village", "town", "SY", (), ("SY",)))
    merger.add(Place("toy:hill", "Tell Ahmed", 34.7, 38.3, "hill", "site", "SY", (), ("SY",)))
    assert [p.id for p in merger.places] == ["toy:tell", "wof:2", "toy:hill"]
    first = merger.places[0]
    assert (first.lat, first.population, first.admin) == (34.7, 900, ("SY", "Homs"))
    assert set(first.names) >= {"Tall Aḩmad", "Tell Ahmad", "wof:1"}
