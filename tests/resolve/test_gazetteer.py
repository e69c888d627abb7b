"""The gazetteer over a small theatre: building, looking up, spotting names in words."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from claimatlas.model.place import Place
from claimatlas.resolve.gazetteer import Gazetteer
from claimatlas.resolve.gazetteer_build import build, index_name
from claimatlas.resolve.gazetteer_store import write
from claimatlas.theatres import Theatre


def _place(key: str, name: str, lat: float, lon: float, level: str = "town", names: tuple[str, ...] = (), province: str = "Homs") -> Place:
    return Place(f"toy:{key}", name, lat, lon, "village", level, "SY", names, ("SY", province), theatre=True)


PLACES = (
    _place("sukhnah", "al-Sukhnah", 34.8853, 38.8711, names=("Sokhna",)),
    _place("hamimah", "Hamimah", 34.4572, 39.7858),
    _place("t2", "T-2 Airbase", 34.3764, 40.1522, "site", ("T2",)),
    _place("tanf", "at-Tanf", 33.4895, 38.657, "site"),
    _place("bab", "al-Bab", 36.3705, 37.5157, province="Aleppo"),
    _place("hama", "Hama", 35.1318, 36.7578, names=("Hamah", "geonames:170017"), province="Hama"),
    _place("raqqa", "Raqqa", 35.9528, 39.0079, names=("Raqqah",), province="Raqqa"),
)
PROVINCES = (
    Place("toy:homs_province", "Homs", 34.35, 38.25, "province", "province", "SY", ("Hims",), ("SY", "Homs"), theatre=True),
    Place("toy:raqqa_province", "Raqqa", 36.0, 39.05, "province", "province", "SY", ("Raqqah",), ("SY", "Raqqa"), theatre=True),
)
TOY = Theatre("toy", "Toy", ("SY", "IQ"), ("TR", "LB", "JO"), (35.5, 29.0, 48.8, 37.5), {}, {}, (), {}, PLACES, PROVINCES, {})


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAIMATLAS_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("CLAIMATLAS_DATA", str(tmp_path_factory.mktemp("data")))
        opened = Gazetteer.open(TOY)
        yield opened
        opened.close()


def _names(gazetteer: Gazetteer, name: str) -> list[str]:
    return [p.name for p in gazetteer.lookup(name)]


@pytest.mark.parametrize("spelling", ["Sukhna", "Sokhna", "Soukhna", "as-Sukhna", "Sokhnah", "AL-SUKHNAH", "السخنة"])
def test_spellings_reach_the_place(gazetteer: Gazetteer, spelling: str) -> None:
    assert gazetteer.lookup(spelling)[0].id == "toy:sukhnah"


def test_like_names_stay_apart(gazetteer: Gazetteer) -> None:
    assert "Hama" not in _names(gazetteer, "Hamimah")
    assert "Hamimah" not in _names(gazetteer, "Hama")
    assert gazetteer.lookup("Humaymah")[0].id == "toy:hamimah"
    assert "Hama" not in _names(gazetteer, "Humaymah")
    assert gazetteer.lookup("Umm Rahil") == []


def test_homonyms_all_stand_and_home_comes_first(gazetteer: Gazetteer) -> None:
    found = gazetteer.lookup("Raqqa")
    assert {p.id for p in found} >= {"toy:raqqa", "toy:raqqa_province"}
    tripolis = gazetteer.lookup("Tripoli")
    assert {p.country for p in tripolis} >= {"LB", "LY"}
    assert [p.country for p in gazetteer.lookup("Tripoli", ["LY"])] == ["LY"]


def test_countries_and_the_world(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("US")[0].level == "country"
    assert gazetteer.lookup("Syria")[0].country == "SY"
    assert gazetteer.lookup("Moscow")[0].kind == "capital"
    assert gazetteer.lookup("القاهرة")[0].country == "EG"


def test_a_theatre_place_takes_over_the_city_list_entry(gazetteer: Gazetteer) -> None:
    hama = gazetteer.get("geonames:170017")
    assert hama is not None
    assert (hama.id, hama.lat) == ("toy:hama", 35.1318)
    assert hama.population > 100_000
    raqqas = [p for p in gazetteer.lookup("Raqqa") if p.level == "town" and p.country == "SY"]
    assert [p.id for p in raqqas] == ["toy:raqqa"]
    assert gazetteer.get("toy:raqqa") == raqqas[0]
    assert gazetteer.get("geonames:0") is None


def test_the_city_list_learns_its_provinces(gazetteer: Gazetteer) -> None:
    mayadin = gazetteer.lookup("Ma‘dān")
    assert any(p.admin == ("SY", "Raqqa") for p in mayadin)


def test_near(gazetteer: Gazetteer) -> None:
    near = gazetteer.near(34.8853, 38.8711, 30)
    assert near[0].id == "toy:sukhnah"
    assert gazetteer.near(0.0, -30.0, 50) == []


TEXT = "The SAA reached al - Sukhnah and T - 2 Airbase on Friday , Most of Reading in Nice , for US troops near al - Bab"
SENTENCE = TEXT.split()


@pytest.mark.parametrize(
    ("start", "lengths"),
    [(0, ()), (3, (3,)), (5, (1,)), (7, (4, 3)), (12, ()), (14, ()), (16, ()), (18, ()), (21, (1,)), (24, (3,)), (26, (1,))],
)
def test_longest(gazetteer: Gazetteer, start: int, lengths: tuple[int, ...]) -> None:
    assert gazetteer.longest(SENTENCE, start) == lengths


@pytest.mark.parametrize(
    ("words", "known"),
    [
        (["US"], True),
        (["us"], False),
        (["Us"], False),
        (["bab"], False),
        (["Bab"], True),
        (["of"], False),
        (["Of"], False),
        (["Soukhna"], True),
        (["soukhna"], False),
        (["Homes"], False),
        (["Ali"], False),
        (["SANA"], False),
        (["Syrian"], False),
        (["the", "Hama"], False),
        (["al", "-", "Sukhnah"], True),
        (["al", "]", "Sukhnah"], False),
        (["T2"], True),
        (["Paris"], True),
        (["Beirut"], True),
        (["السخنة"], True),
        (["Nowhereville"], False),
        ([], False),
    ],
)
def test_has_name(gazetteer: Gazetteer, words: list[str], known: bool) -> None:
    assert gazetteer.has_name(words) is known


def test_the_index_is_named_after_its_content() -> None:
    moved = replace(TOY, places=(*PLACES[1:], replace(PLACES[0], lat=34.9)))
    assert index_name(TOY, ()) == index_name(replace(TOY, name="Other words"), ())
    assert index_name(TOY, ()) != index_name(moved, ())


def test_a_built_index_is_used_again(gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMATLAS_CACHE", str(gazetteer.path.parent))
    stamp = gazetteer.path.stat().st_mtime_ns
    assert build(TOY) == gazetteer.path
    assert gazetteer.path.stat().st_mtime_ns == stamp
    assert gazetteer.path.stat().st_size < 150_000_000


WRITER = """
import sys
from pathlib import Path
from claimatlas.model.place import Place
from claimatlas.resolve.gazetteer_store import write
places = [Place(f"toy:{i}", f"Place {i}", i / 1000, 1.0, "village", "town", "SY", theatre=True) for i in range(20000)]
write(Path(sys.argv[1]), places, frozenset({"SY"}), frozenset())
"""


def test_two_processes_may_build_at_once(tmp_path: Path) -> None:
    target = tmp_path / "index.sqlite"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    both = [subprocess.Popen([sys.executable, "-c", WRITER, str(target)], env=environment) for _ in range(2)]
    assert [p.wait() for p in both] == [0, 0]
    opened = Gazetteer(target, ["SY"])
    assert opened.lookup("Place 19999")[0].id == "toy:19999"
    opened.close()
    assert [p.name for p in tmp_path.iterdir()] == ["index.sqlite"]


def test_a_failed_build_leaves_nothing_behind(tmp_path: Path) -> None:
    def broken() -> Iterator[Place]:
        yield PLACES[0]
        raise RuntimeError("the list broke off")

    with pytest.raises(RuntimeError):
        write(tmp_path / "index.sqlite", broken(), frozenset({"SY"}), frozenset())
    assert list(tmp_path.iterdir()) == []
