"""From a ledger to the bundle that an export is written from: whole or as the public may see it, and of it what is chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Literal

from claimatlas.choice import Choice, Chooser
from claimatlas.control import Land
from claimatlas.ledger.verdicts import in_force
from claimatlas.model.claim import Claim
from claimatlas.model.errors import InputError
from claimatlas.model.event import Event
from claimatlas.model.judgement import Judgement
from claimatlas.model.report import Report
from claimatlas.pick import actor_keys, is_one_of
from claimatlas.publish.export.data import ExportData, Extras
from claimatlas.within import Within

if TYPE_CHECKING:
    from claimatlas.api import Atlas

Profile = Literal["full", "public"]


@dataclass(frozen=True, slots=True)
class Log:
    """Claims, reports and the judgements that count, with the events that follow from them; nothing that was taken down."""

    claims: Sequence[Claim]
    reports: Sequence[Report]
    judgements: Sequence[Judgement]
    events: Sequence[Event]


def export_data(
    atlas: "Atlas", choice: Choice, profile: Profile = "full", on: date | None = None, extras: Extras | None = None
) -> ExportData:
    """The bundle. `on`: the date of holds, the last event's by default. Raises: InputError for what the choice names and nobody knows."""
    choice.check()
    log = _public(atlas) if profile == "public" else _full(atlas)
    claims = {c.id: c for c in log.claims}
    events, kept = _chosen(atlas, choice, log, claims)
    if choice.everything:
        reports = {r.id: r for r in log.reports}
        verdicts = in_force(log.judgements)
    else:
        told = {c.report_id for c in kept.values()}
        reports = {r.id: r for r in log.reports if r.id in told}
        verdicts = [j for j in in_force(log.judgements) if any(s in kept or s in reports for s in j.subjects)]
    return ExportData(
        events=events,
        whole=log.events,
        claims=kept,
        reports=reports,
        theatre=atlas.theatre,
        on=on or max((e.time.end for e in events if e.time.end), default=None),
        made_land=partial(Land, log.claims, log.reports, atlas.theatre, log.judgements),
        made_gazetteer=lambda: atlas.gazetteer,
        verdicts=verdicts,
        public=profile == "public",
        extras=extras or Extras(),
    )


def _full(atlas: "Atlas") -> Log:
    events, taken = atlas.events(), atlas.taken()
    claims, reports = atlas.log()
    judged = [j for j in atlas.ledger.judgements() if not taken.keys() & set(j.subjects)]
    return Log(claims, [r for r in reports if r.id not in taken], judged, events)


def _public(atlas: "Atlas") -> Log:
    """As `claimatlas publish` with its own default delay, on the date of the last report."""
    from claimatlas.public import shown_to_all

    found = shown_to_all(atlas)
    return Log(found.claims, found.reports, found.judgements, found.view.events)


def _chosen(atlas: "Atlas", choice: Choice, log: Log, claims: Mapping[str, Claim]) -> tuple[Sequence[Event], Mapping[str, Claim]]:
    if choice.everything:
        return log.events, claims
    within = Within(choice.place, atlas.gazetteer, atlas.theatre) if choice.place else None
    if within and not within.known and not any(within.holds(c.place) for c in log.claims):
        raise InputError(f"no place named '{choice.place}' is known or told of; name another, or give its id.")
    if choice.actor and not _any_actor(choice.actor, atlas, log.claims):
        raise InputError(f"no actor named '{choice.actor}' is known or told of; name another, or give its id.")
    chooser = Chooser(choice, atlas.theatre, within)
    events = chooser.events(log.events, claims)
    grouped = {c for e in log.events for c in e.claims}
    wanted = {c for e in events for c in e.claims} | {c.id for c in chooser.loose(log.claims, grouped)}
    return events, {i: c for i, c in claims.items() if i in wanted}


def _any_actor(name: str, atlas: "Atlas", claims: Sequence[Claim]) -> bool:
    keys = actor_keys(name, atlas.theatre)
    return bool(keys & atlas.theatre.actors.keys()) or any(is_one_of(a, keys) for c in claims for a in (*c.agent, *c.target))
