"""Word lists of nouns.yaml as frozen sets, read once."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def _raw() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((files("claimatlas.extract") / "nouns.yaml").read_text(encoding="utf-8"))
    return data


@cache
def nouns(name: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(_raw()[name])


@cache
def grouped(name: str) -> dict[str, str]:
    """Word to the heading it stands under, for lists with headings."""
    return {word: heading for heading, words in _raw()[name].items() for word in words}
