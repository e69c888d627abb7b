"""The open table of factors (`factors.yaml`) by which voices are weighed."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
import yaml


@dataclass(frozen=True, slots=True)
class Factors:
    """`base` by the kind of voice, `factors` by name, `marked` by the letter that a person gave; see the file's comments."""

    most: float
    base: dict[str, float]
    factors: dict[str, float]
    accepted: float
    marked: dict[str, float]
    forecasts: dict[str, float]
    forecast_days: int


@cache
def table() -> Factors:
    """The table that ships with the package."""
    return msgspec.convert(yaml.safe_load((files("claimatlas.ledger") / "factors.yaml").read_text(encoding="utf-8")), Factors)
