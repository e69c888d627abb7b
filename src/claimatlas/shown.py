"""From the ledger to what map, figure and brief show: one date, with the week before it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from claimatlas import __version__
from claimatlas.control import Land, areas
from claimatlas.ledger import View
from claimatlas.ledger.match import NO_EVENT
from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import Claim, SourceRef, content_id
from claimatlas.model.event import Belief, Event
from claimatlas.model.hold import Hold
from claimatlas.model.place import Place
from claimatlas.model.report import Report
from claimatlas.publish.areas import ground
from claimatlas.publish.atlas import AtlasView, Correction
from claimatlas.resolve.gazetteer import Gazetteer
from claimatlas.theatres import Theatre

WEEK = timedelta(days=7)
TOWN = 20_000
"""Inhabitants from which a town is drawn for orientation."""


@dataclass(frozen=True, slots=True)
class Told:
    """All that a view is made of: what the log says by `known` (None: all of it), and what follows from it."""

    claims: Sequence[Claim]
    reports: Sequence[Report]
    view: View
    land: Land
    known: date | None = None


def current(event: Event, since: date, on: date) -> bool:
    """Whether an event belongs to the days shown: it happened in them, or was told in them of an earlier day."""
    start, end = event.time.start, event.time.end
    if start and start > on:
        return False
    if start and end and end >= since:
        return True
    return any(day and since.isoformat() <= day <= on.isoformat() for day in (event.first_reported, event.last_reported))


def outlooks(claims: Iterable[Claim], reports: dict[str, Report], since: date, on: date) -> list[Event]:
    """Forecasts and threats made in the days shown, one entry for those of the same kind, actors and place; they are no events."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        told = reports[claim.report_id].published
        if claim.stance in NO_EVENT and (told is None or since <= told <= on):
            place = (claim.place.id or claim.place.name) if claim.place else None
            groups.setdefault((claim.type, claim.stance, place, tuple(sorted(a.id or a.name for a in claim.agent))), []).append(claim)
    return [_outlook(group, reports) for group in groups.values()]


def _outlook(group: list[Claim], reports: dict[str, Report]) -> Event:
    first = group[0]
    days = sorted(d.isoformat() for c in group if (d := reports[c.report_id].published))
    return Event(
        id=content_id("e", first.id),
        type=first.type,
        place=first.place,
        time=first.time,
        status="reported",
        belief=Belief(first.confidence, (("not yet an event", first.confidence),)),
        claims=tuple(sorted(c.id for c in group)),
        first_reported=days[0] if days else None,
        last_reported=days[-1] if days else None,
    )


def corrections(view: View, events: Iterable[Event], claims: dict[str, Claim]) -> tuple[Correction, ...]:
    """The corrections that the ledger derived, and denials of what no report in it told, for the events shown."""
    shown = {c for e in events for c in e.claims}
    derived = {j.subjects[0]: Correction(j.subjects[0], j.subjects[1:]) for j in view.corrections if j.subjects[0] in shown}
    for event in events:
        derived.update({c: Correction(c) for c in event.claims if "corrects_reports" in claims[c].flags and c not in derived})
    return tuple(derived[c] for c in sorted(derived))


def towns(theatre: Theatre, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The larger towns of the theatre's countries inside its bounds."""
    west, south, east, north = theatre.bounds
    middle = ((south + north) / 2, (west + east) / 2)
    reach = 111.2 * max(north - south, east - west) / 2 * 1.42
    near = gazetteer.near(*middle, reach)
    return tuple(p for p in near if p.level == "town" and p.population >= TOWN and p.country in theatre.countries)


def actor_sides(claims: Iterable[Claim], theatre: Theatre, on: date) -> dict[str, str]:
    """The side of every actor and speaker of the claims at the date."""
    found: dict[str, str] = {}
    for claim in claims:
        named: tuple[ActorRef | SourceRef, ...] = (*claim.agent, *claim.target, *claim.source)
        for one in named:
            key = one.id or one.name
            if key not in found and (side := theatre.side_of(one.id, one.name, on)):
                found[key] = side
    return found


def _cited(holds: Iterable[Hold]) -> set[str]:
    return {c for h in holds for ids in (h.because, *(r.because for r in h.rivals)) for c in ids}


def atlas_view(told: Told, theatre: Theatre, gazetteer: Gazetteer, on: date) -> AtlasView:
    """What was said and held on a date and in the week before it."""
    since = on - WEEK
    claims, reports = {c.id: c for c in told.claims}, {r.id: r for r in told.reports}
    events = [e for e in told.view.events if current(e, since, on)]
    fixes = corrections(told.view, events, claims)
    events += outlooks(told.claims, reports, since, on)
    holds = tuple(told.land.all_holds(on))
    used = {c for e in events for c in e.claims} | _cited(holds) | {c for f in fixes for c in f.of}
    readers = ", ".join(sorted({f"{c.reader.name} {c.reader.version}" for c in told.claims}))
    kept = {i: claims[i] for i in sorted(used) if i in claims}
    return AtlasView(
        on=on,
        theatre=theatre.name,
        bounds=theatre.bounds,
        sides=theatre.sides,
        reports={i: reports[i] for i in sorted({c.report_id for c in kept.values()})},
        claims=kept,
        events=tuple(events),
        holds=holds,
        known=told.known,
        since=since,
        before=tuple(told.land.all_holds(since)),
        areas=tuple(areas(told.land.placed(on), ground())),
        corrections=fixes,
        actor_sides=actor_sides(kept.values(), theatre, on),
        towns=towns(theatre, gazetteer),
        generated=f"Claimatlas {__version__}, reader {readers}" if readers else "",
    )
