"""What every export is written from: the events chosen, all that they rest on, and what is worked out only when asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from claimatlas.control import Area, Land, areas
from claimatlas.model.claim import Claim
from claimatlas.model.event import Event
from claimatlas.model.hold import Hold
from claimatlas.model.judgement import Judgement
from claimatlas.model.report import Report
from claimatlas.publish.areas import ground
from claimatlas.resolve.gazetteer import Gazetteer
from claimatlas.theatres import Theatre


@dataclass(frozen=True, slots=True)
class Extras:
    """What single formats may be told: `hxl`, a row of HXL tags; `previous`, an earlier export to compare with."""

    hxl: bool = False
    previous: Path | None = None


@dataclass(frozen=True)
class ExportData:
    """The bundle that writers take. Land, holds and areas are worked out on first use, so that a table of events costs no more.

    `events`: those chosen, by start; `whole`: all of them, also when few are chosen. `claims`: by id, those that the chosen
    events rest on and those chosen that belong to no event; `reports`: by id, those that these claims come from (all of
    the log where nothing was filtered). `on`: the date asked about, else that on which the last event ends; None without any.
    `public`: whether the public profile was applied. `verdicts`: judgements in force on what is chosen.
    """

    events: Sequence[Event]
    whole: Sequence[Event]
    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    theatre: Theatre
    on: date | None
    made_land: Callable[[], Land] = field(repr=False)
    made_gazetteer: Callable[[], Gazetteer] = field(repr=False)
    verdicts: Sequence[Judgement] = ()
    public: bool = False
    extras: Extras = Extras()

    @cached_property
    def land(self) -> Land:
        """What the log says of all places; filters do not touch it."""
        return self.made_land()

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """All places by name and id."""
        return self.made_gazetteer()

    @cached_property
    def holds(self) -> list[Hold]:
        """Who held each place on `on`, by place id; [] without a date."""
        return self.land.all_holds(self.on) if self.on else []

    @cached_property
    def areas(self) -> list[Area]:
        """The land that the holds are drawn over."""
        return areas(self.land.placed(self.on), ground()) if self.on else []

    def told(self, event: Event) -> list[Claim]:
        """The claims of an event, in its order."""
        return [self.claims[c] for c in event.claims if c in self.claims]
