"""A number told in a claim, with its bounds."""

from dataclasses import dataclass

WHAT = (
    "killed", "wounded", "captured", "missing", "displaced", "evacuated", "released", "surrendered", "defected", "fighters",
    "strikes", "attacks", "vehicles_destroyed", "percent_of_place", "places", "km", "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quantity:
    """`low` and `high` bound the count (None: not bounded that way); `approx` marks "about"; `who` names what is counted."""

    what: str
    low: float | None
    high: float | None
    approx: bool = False
    who: str | None = None
    text: str = ""
    start: int | None = None
    end: int | None = None
