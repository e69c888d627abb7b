"""What ACLED's columns tell in words: notes, sources and their scale."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimatlas.model.claim import UNTOLD, Claim
from claimatlas.model.event import Event
from claimatlas.model.report import Report
from claimatlas.publish.export.acled_time import Day
from claimatlas.publish.export.countries import countries
from claimatlas.publish.export.data import ExportData
from claimatlas.publish.export.deaths import Toll
from claimatlas.publish.sentences import clause
from claimatlas.publish.words import day, days, joined
from claimatlas.theatres import Theatre

SCALES = ("National", "Regional", "International", "Other")
UNNAMED = "Undisclosed Source"


def notes(event: Event, claims: Sequence[Claim], when: Day, toll: Toll) -> str:
    """A short neutral account: the date, what happened by the heaviest account, who tells and who denies it, what of the dead."""
    first = next((c for c in claims if c.type == event.type), claims[0])
    start, end = event.time.start, event.time.end
    dated = f"On {day(when.on)}" if when.precision == 1 or not (start and end) else f"Around {day(when.on)} ({days(start, end)})"
    told = [f"{dated}, {clause(replace(first, time=UNTOLD))}."]
    tellers, deniers = ([v.name for v in event.voices if v.denies is no] for no in (False, True))
    if tellers:
        told.append(f"Told by {joined(list(dict.fromkeys(tellers)))}.")
    if event.status == "disputed":
        told.append(f"Disputed by {joined(list(dict.fromkeys(deniers)))}." if deniers else "Disputed by other reports.")
    if toll.divided > 1:
        told.append(f"The dead told of are divided among {toll.divided} events.")
    if toll.low != toll.high:
        told.append(f"Accounts of the dead range from {toll.low} to {toll.high}.")
    return " ".join(told)


def reports_of(data: ExportData, claims: Iterable[Claim]) -> list[Report]:
    """The reports of claims, each once, by date and id."""
    found = {c.report_id: data.reports[c.report_id] for c in claims if c.report_id in data.reports}
    return sorted(found.values(), key=lambda r: (r.published.isoformat() if r.published else "", r.id))


def source(reports: Iterable[Report]) -> str:
    """The publishers, joined by semicolons."""
    return "; ".join(dict.fromkeys((r.publisher or UNNAMED).replace(";", ",") for r in reports))


def source_scale(reports: Iterable[Report], theatre: Theatre, country: str) -> str:
    """How near the publishers are to the event: National, Regional or International by the register, Other for those not in it."""
    found = {_scale(theatre, r.publisher, country) for r in reports}
    return "-".join([s for s in SCALES if s in found][:2])


def _scale(theatre: Theatre, publisher: str | None, country: str) -> str:
    outlet = theatre.outlet(publisher)
    if outlet is None:
        return "Other"
    if outlet.country == country:
        return "National"
    known = countries()
    here, there = known.get(country), known.get(outlet.country or "")
    return "Regional" if here and there and here.acled_region == there.acled_region else "International"
