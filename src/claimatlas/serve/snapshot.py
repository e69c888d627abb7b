"""What the ledger says, as it would be known at a date and without a source: built once, asked often."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache

from claimatlas.api import Atlas
from claimatlas.control import Land
from claimatlas.intake import Worker
from claimatlas.ledger import View
from claimatlas.ledger.takedown import Taken, buried, taken_down
from claimatlas.ledger.verdicts import judged_claims, judged_reports, verdicts
from claimatlas.model.claim import Claim
from claimatlas.model.event import Event
from claimatlas.model.report import Report
from claimatlas.publish.atlas import AtlasView
from claimatlas.resolve.gazetteer import Gazetteer
from claimatlas.serve.settings import Settings
from claimatlas.shown import actor_sides
from claimatlas.theatres import Theatre, load_theatre

KEPT = 12


@dataclass(frozen=True)
class Snapshot:
    """Claims (as verdicts have left them) and reports by id, the view and the land. `stamp` names the state of the log.

    Of what was taken down, `taken` tells who did it and why; its reports are tombstones, its claims are not here.
    """

    stamp: str
    known: date | None
    without: str | None
    theatre: Theatre
    claims: dict[str, Claim]
    reports: dict[str, Report]
    view: View
    land: Land
    taken: Taken = field(default_factory=dict)

    @cached_property
    def events(self) -> dict[str, Event]:
        """Events by id, in the view's order."""
        return {e.id: e for e in self.view.events}

    @cached_property
    def event_of(self) -> dict[str, str]:
        """Claim id to event id."""
        return self.view.event_of()

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """First and last day that a report was published on, None where none is dated."""
        told = sorted(r.published for r in self.reports.values() if r.published)
        return (told[0], told[-1]) if told else None

    def shown(self, on: date | None = None) -> AtlasView:
        """The snapshot as pages tell it; `on` defaults to the last day."""
        day = on or (self.days[1] if self.days else date.min)
        return replace(self._base, on=day)

    @cached_property
    def _base(self) -> AtlasView:
        return AtlasView(
            on=date.min,
            theatre=self.theatre.name,
            bounds=self.theatre.bounds,
            sides=self.theatre.sides,
            reports=self.reports,
            claims=self.claims,
            known=self.known,
            actor_sides=actor_sides(self.claims.values(), self.theatre, self.days[1] if self.days else date.min),
        )


class Work:
    """The ledger of a server. A request opens it for itself; snapshots are shared, as they are never changed."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.theatre = load_theatre(settings.theatre)
        self._kept = lru_cache(KEPT)(self._build)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """All places by name."""
        return Gazetteer.open(self.theatre)

    def warm(self) -> None:
        """Loads what codes reports, so that the first one does not wait for it."""
        with Worker.turns:
            Worker.reading(self.settings.theatre, self.settings.reader)

    @contextmanager
    def atlas(self) -> Iterator[Atlas]:
        """The ledger opened for one request, in the thread that asks."""
        with Atlas.open(self.settings.ledger, self.settings.theatre) as atlas:
            atlas.__dict__["theatre"] = self.theatre
            yield atlas

    def stamp(self) -> str:
        """The state of the log: equal stamps, equal answers."""
        with self.atlas() as atlas:
            return atlas.ledger.stamp()

    def snapshot(self, known: date | None = None, without: str | None = None) -> Snapshot:
        """What the ledger says now. Raises: InputError for a source that is not in it."""
        return self._kept(self.stamp(), known, without or None)

    def _build(self, stamp: str, known: date | None, without: str | None) -> Snapshot:
        with self.atlas() as atlas:
            view = atlas.view(known, without)
            claims, reports = atlas.log(without)
            land = atlas.land(known, without)
            judged = atlas.ledger.judgements()
        said, taken = verdicts(judged), taken_down(judged)
        stand = {r.id: r for r in judged_reports(reports, said) if known is None or (r.published is not None and r.published <= known)}
        kept = {c.id: c for c in judged_claims(claims, said) if c.report_id in stand}
        shown = {i: buried(r, taken) for i, r in stand.items()}
        return Snapshot(stamp, known, without, self.theatre, kept, shown, view, land, taken)
