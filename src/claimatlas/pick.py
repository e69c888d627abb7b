"""Which claims and events are meant by a caller's names and dates."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import Claim, SourceRef
from claimatlas.model.event import Event
from claimatlas.model.names import fold_name, sound_key
from claimatlas.model.report import Report
from claimatlas.theatres import Theatre


@dataclass(frozen=True, slots=True)
class Pick:
    """What claims must fit beside what the ledger itself can ask: a report's key or id, a place's or actor's name or id."""

    report: str | None = None
    place: str | None = None
    actor: str | None = None

    def of(self, claims: Iterable[Claim], reports: Mapping[str, Report], theatre: Theatre) -> list[Claim]:
        """The claims that fit, in their order."""
        wanted = actor_keys(self.actor, theatre) if self.actor else frozenset()
        return [c for c in claims if self._report(reports[c.report_id]) and self._place(c) and self._actor(c, wanted)]

    def _report(self, report: Report) -> bool:
        return self.report is None or self.report in (report.id, report.key)

    def _place(self, claim: Claim) -> bool:
        if self.place is None:
            return True
        place = claim.place
        return place is not None and (place.id == self.place or sound_key(self.place) in (sound_key(place.name), sound_key(place.text)))

    def _actor(self, claim: Claim, wanted: frozenset[str]) -> bool:
        named: tuple[ActorRef | SourceRef, ...] = (*claim.agent, *claim.target, *claim.source)
        return self.actor is None or any(is_one_of(one, wanted) for one in named)


def actor_keys(name: str, theatre: Theatre) -> frozenset[str]:
    """The folded name and the ids that it may stand for, whenever it was in use."""
    return frozenset({name, fold_name(name), *(a.id for a in theatre.named(name))})


def is_one_of(one: ActorRef | SourceRef, wanted: frozenset[str]) -> bool:
    """Whether an actor or speaker is one of `actor_keys`."""
    return one.id in wanted or fold_name(one.name) in wanted or fold_name(one.text) in wanted


def during(event: Event, day: date) -> bool:
    """Whether an event's time holds the day."""
    start, end = event.time.start, event.time.end
    return start is not None and end is not None and start <= day <= end
