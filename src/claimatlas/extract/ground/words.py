"""The word lists of ground.yaml, read once."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

NAME = "ground.yaml"


@cache
def _raw() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((files("claimatlas.extract.ground") / NAME).read_text(encoding="utf-8"))
    return data


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(str(word) for word in _raw()[name])


@cache
def joiners() -> tuple[tuple[str, ...], ...]:
    """Runs of words that go on with a list, longest first."""
    return tuple(sorted((tuple(run) for run in _raw()["also"]), key=len, reverse=True))
