"""Which events and claims an export is of: by date, place, actor, type and status."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from claimatlas.model.claim import Claim
from claimatlas.model.codebook import codebook
from claimatlas.model.errors import InputError
from claimatlas.model.event import Event
from claimatlas.model.place import PlaceRef
from claimatlas.model.time import TimeRange
from claimatlas.pick import actor_keys, is_one_of
from claimatlas.theatres import Theatre
from claimatlas.within import Within

STATUSES = ("reported", "corroborated", "disputed", "denied", "corrected")


@dataclass(frozen=True, slots=True)
class Choice:
    """What to export. `since`, `until` bound the time told of; `place`, `actor`: a name in any spelling or an id; a place holds
    what lies inside it, an actor is one who acts or is acted upon. `types`, `statuses`: any of these, () for all.
    """

    since: date | None = None
    until: date | None = None
    place: str | None = None
    actor: str | None = None
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()

    @property
    def everything(self) -> bool:
        """Whether nothing is filtered."""
        return self == Choice()

    def check(self) -> None:
        """Raises: InputError for a type or status that is none, or a time that ends before it begins."""
        for kind, given, known in (("type", self.types, tuple(codebook().types)), ("status", self.statuses, STATUSES)):
            if wrong := [g for g in given if g not in known]:
                raise InputError(f"'{wrong[0]}' is no {kind}; use {', '.join(known)}.")
        if self.since and self.until and self.until < self.since:
            raise InputError(f"{self.until} is before {self.since}; name the earlier date as the first.")


class Chooser:
    """Tells what fits a choice. `within`: the place asked for, None where none is."""

    def __init__(self, choice: Choice, theatre: Theatre, within: Within | None) -> None:
        self._choice, self._within = choice, within
        self._actors = actor_keys(choice.actor, theatre) if choice.actor else frozenset()

    def events(self, events: Iterable[Event], claims: Mapping[str, Claim]) -> list[Event]:
        """The events that fit, in their order."""
        return [e for e in events if self._event(e, [claims[c] for c in e.claims if c in claims])]

    def loose(self, claims: Iterable[Claim], grouped: set[str]) -> list[Claim]:
        """The claims that belong to no event (`grouped`: those that do) and fit; none where a status is asked for."""
        if self._choice.statuses:
            return []
        return [c for c in claims if c.id not in grouped and self._fits(c.type, c.time, c.place, [c])]

    def _event(self, event: Event, own: Sequence[Claim]) -> bool:
        status = not self._choice.statuses or event.status in self._choice.statuses
        return status and self._fits(event.type, event.time, event.place, own)

    def _fits(self, type: str, time: TimeRange, place: PlaceRef | None, own: Sequence[Claim]) -> bool:
        choice = self._choice
        if choice.types and type not in choice.types:
            return False
        if choice.actor and not any(is_one_of(a, self._actors) for c in own for a in (*c.agent, *c.target)):
            return False
        return _in_time(time, choice.since, choice.until) and (self._within is None or self._within.holds(place))


def _in_time(time: TimeRange, since: date | None, until: date | None) -> bool:
    """Whether a time touches the days asked for; one with no date at all fits only where none are."""
    first, last = time.start or time.end, time.end or time.start
    if since is None and until is None:
        return True
    return first is not None and last is not None and (since is None or last >= since) and (until is None or first <= until)
