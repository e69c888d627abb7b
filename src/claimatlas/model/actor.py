"""Actors: the register's entry with its dated names, and a claim's reference to one."""

from dataclasses import dataclass
from datetime import date

from claimatlas.model.time import in_force


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible answer to who or where a mention is; `score` from 0 to 1."""

    id: str
    name: str
    score: float
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class ActorRef:
    """An actor as a claim names it: words as written, canonical name, register id or None, span in the report."""

    text: str
    name: str
    id: str | None = None
    start: int | None = None
    end: int | None = None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class DatedName:
    """A spelling and when it was in use (inclusive; None is open). `lang` is an ISO 639-1 code."""

    text: str
    valid_from: date | None = None
    valid_to: date | None = None
    lang: str = "en"


@dataclass(frozen=True, slots=True)
class DatedLink:
    """A link to another actor, or a side, in force from-to (inclusive; None is open)."""

    value: str
    valid_from: date | None = None
    valid_to: date | None = None

    def holds(self, on: date | None) -> bool:
        """Whether the link is in force on a date; a None date asks whether it ever is."""
        return in_force(self.valid_from, self.valid_to, on)


@dataclass(frozen=True, slots=True)
class Actor:
    """One entry of a theatre's register.

    `kind`: state, government, military, security, armed_group, coalition, operations_room, political, ministry, agency,
    media, monitor, organisation, international, person, collective. `sides`, `parents`, `leaders`, `allies`: dated links.
    `successors`: ids that the actor became, by rename, merger or split.
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    names: tuple[DatedName, ...] = ()
    sides: tuple[DatedLink, ...] = ()
    parents: tuple[DatedLink, ...] = ()
    leaders: tuple[DatedLink, ...] = ()
    allies: tuple[DatedLink, ...] = ()
    successors: tuple[DatedLink, ...] = ()
    role: str | None = None
    note: str | None = None

    def side(self, on: date | None = None) -> str | None:
        """The side that the actor stands on at a date, or None where the register does not say."""
        return next((s.value for s in self.sides if s.holds(on)), None)
