"""A hold: who controls a place at a date, on the strength of which claims."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Holder:
    """A side or an actor that holds or claims a place."""

    name: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Rival:
    """Another holder named by other claims."""

    holder: Holder
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """Percent of the place held, as told; None is not bounded that way."""

    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class HeldPlace:
    """The place that was asked about; id and coordinates None where it was not found."""

    name: str
    id: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    """The answer to «who held this place on this date, as known then» (see FORMAT.md).

    `status`: held, claimed, contested, unknown. `why` says why the answer is unknown.
    """

    place: HeldPlace
    on: date
    known: date | None = None
    status: str = "unknown"
    holder: Holder | None = None
    share: Share | None = None
    since: date | None = None
    evidence_age_days: int | None = None
    because: tuple[str, ...] = ()
    rivals: tuple[Rival, ...] = ()
    why: str | None = None
