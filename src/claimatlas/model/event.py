"""An event: one thing in the world that one or more claims tell of."""

from dataclasses import dataclass, field
from typing import Any

from claimatlas.model.place import PlaceRef
from claimatlas.model.time import TimeRange


@dataclass(frozen=True, slots=True)
class Belief:
    """How far the evidence carries, 0 to 1, with the parts that it was made of, in the order they were applied."""

    value: float
    parts: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """One value told for a slot, by which claims, with their summed weight."""

    value: Any
    claims: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Event:
    """One event (see FORMAT.md). `values` maps a slot to the rival values told for it, heaviest first."""

    id: str
    type: str
    place: PlaceRef | None
    time: TimeRange
    status: str
    belief: Belief
    claims: tuple[str, ...]
    values: dict[str, tuple[Value, ...]] = field(default_factory=dict)
    first_reported: str | None = None
    last_reported: str | None = None
