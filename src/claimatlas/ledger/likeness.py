"""How likely two claims tell of one event: the figures of the pair times open weights."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from claimatlas.ledger.features import Figures


@dataclass(frozen=True, slots=True)
class Likeness:
    """Weights of figures, in log odds. `bar`: the least mean of two groups that join; `most`: the largest amount of one pair's score."""

    weights: Mapping[str, float]
    bias: float
    bar: float
    most: float

    def of(self, figures: Figures) -> float:
        """The score of a pair in log odds, between -`most` and `most`."""
        score = self.bias + sum(self.weights[name] * value for name, value in figures.items())
        return max(-self.most, min(self.most, score))


@cache
def likeness() -> Likeness:
    """The weights that ship with the package (`likeness.yaml`)."""
    raw = yaml.safe_load((files("claimatlas.ledger") / "likeness.yaml").read_text(encoding="utf-8"))
    weights = {name: float(row["fitted"]) for name, row in raw["weights"].items()}
    return Likeness(weights, float(raw["bias"]["fitted"]), float(raw["bar"]), float(raw["most"]))
