"""What the training settles beside the weights: types, thresholds, calibration."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

FOLDER = Path(__file__).parent / "weights"


@dataclass(frozen=True, slots=True)
class Settings:
    """`types[0]` is none. Thresholds are probabilities, 0 to 1; `place_ratio`: how likely beside the first a listed place must be.

    `calibration`: points (raw, calibrated) of a rising line; between them it is straight.
    """

    types: tuple[str, ...]
    event: float = 0.35
    actor: float = 0.5
    number: float = 0.5
    place: float = 0.12
    place_ratio: float = 0.5
    calibration: tuple[tuple[float, float], ...] = ((0.0, 0.0), (1.0, 1.0))
    trained_on: int = 0
    seed: int = 0


def load_settings(folder: Path = FOLDER) -> Settings:
    """The settings of the weights in a folder."""
    return msgspec.json.decode((folder / "settings.json").read_bytes(), type=Settings)
