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
class Slot:
    """What is told of one slot. `value`: the heaviest of those that stand, by the voices `by`, told otherwise by `otherwise` (names).

    `low`, `high`: the range over all claims that stand, for counts (numbers) and time (ISO dates), else None. `revised`: values
    that the voice which told them has replaced, oldest first.
    """

    value: Any
    low: Any = None
    high: Any = None
    by: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()
    revised: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Heavy:
    """One independent voice on an event. `weight` is `base` times the `factors`; `denies`: it tells that this did not happen.

    `grade`: reliability of the source, A to F; `claims`: all that it tells, copies and retellings among them.
    """

    name: str
    weight: float
    base: float
    factors: tuple[tuple[str, float], ...]
    grade: str
    claims: tuple[str, ...]
    side: str | None = None
    denies: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """One event (see FORMAT.md). `values` maps a slot to the rival values told for it, heaviest first; `slots` to what stands of it.

    `voices`: who tells it and who denies it, heaviest first; `credibility`: the Admiralty code's figure, 1 to 6.
    """

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
    slots: dict[str, Slot] = field(default_factory=dict)
    voices: tuple[Heavy, ...] = ()
    credibility: int = 6
