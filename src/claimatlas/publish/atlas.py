"""What all outputs are made from: one theatre at one date, with everything the reports and the ledger say of it."""

from dataclasses import dataclass, field
from datetime import date

from claimatlas.control.area import Area
from claimatlas.model.claim import Claim
from claimatlas.model.event import Event
from claimatlas.model.hold import Hold, Holder
from claimatlas.model.place import Place
from claimatlas.model.report import Report
from claimatlas.theatres.theatre import Side


@dataclass(frozen=True, slots=True)
class Correction:
    """The claim `by` says that the claims `of` are wrong; `of` is empty where what it corrects has not been read."""

    by: str
    of: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class AtlasView:
    """Everything that map, figure and brief show.

    `on`: the date shown; `known`: only reports up to this date were used (None: all). `bounds`: west, south, east, north.
    `sides`: side id -> side. `actor_sides`: actor id (or, for an actor without one, its name) -> side id at that date.
    `holds`: the answers for `on`; `before`: the answers for the earlier date `since`, for «what changed»; `areas`: the land
    that the holds are drawn over.
    `towns`: places drawn small for orientation (the larger towns of the theatre).
    `generated`: how and from what this was made, as it is to be printed; equal views give equal bytes.
    """

    on: date
    theatre: str
    bounds: tuple[float, float, float, float]
    sides: dict[str, Side]
    reports: dict[str, Report]
    claims: dict[str, Claim]
    events: tuple[Event, ...] = ()
    holds: tuple[Hold, ...] = ()
    known: date | None = None
    since: date | None = None
    before: tuple[Hold, ...] = ()
    areas: tuple[Area, ...] = ()
    corrections: tuple[Correction, ...] = ()
    actor_sides: dict[str, str] = field(default_factory=dict)
    towns: tuple[Place, ...] = ()
    title: str = ""
    standfirst: str = ""
    generated: str = ""

    def side_id(self, holder: Holder | None) -> str | None:
        """The side of a holder, itself a side or an actor; None where nothing says."""
        if holder is None:
            return None
        if holder.id in self.sides:
            return holder.id
        for key in (holder.id, holder.name):
            if key and key in self.actor_sides:
                return self.actor_sides[key]
        return next((s.id for s in self.sides.values() if s.name.lower() == holder.name.lower()), None)

    def report_of(self, claim_id: str) -> Report | None:
        """The report of a claim, or None where either is not in the view."""
        claim = self.claims.get(claim_id)
        return self.reports.get(claim.report_id) if claim else None

    def published(self) -> tuple[date, date] | None:
        """First and last date of the reports, or None where none is dated."""
        dates = sorted(r.published for r in self.reports.values() if r.published)
        return (dates[0], dates[-1]) if dates else None
