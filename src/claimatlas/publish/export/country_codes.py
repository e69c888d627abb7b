"""Codes of countries for the exports, from the alpha-2 codes and the names that the ledger has."""

from functools import cache
from importlib.resources import files

import yaml

from claimatlas.model.names import fold_name
from claimatlas.model.place import PlaceRef
from claimatlas.theatres.world import countries


@cache
def _iso3() -> dict[str, str]:
    told: dict[str, str] = yaml.safe_load((files("claimatlas.publish.export") / "iso3.yaml").read_text(encoding="utf-8"))
    return told


@cache
def _by_name() -> dict[str, str]:
    return {fold_name(country.name): code for code, country in countries().items()}


def alpha3(code: str | None) -> str | None:
    """ISO 3166-1 alpha-3 of an alpha-2 code in upper case; None for None and for what is no such code."""
    return _iso3().get(code or "")


def alpha2(told: str | None) -> str | None:
    """The alpha-2 code of a country told by its code or its name; None where neither fits."""
    if not told:
        return None
    return told if told in _iso3() else _by_name().get(fold_name(told))


def country_of(place: PlaceRef | None) -> str | None:
    """The alpha-2 code of the country that a place lies in, or None."""
    return alpha2(place.admin[0]) if place and place.admin else None
