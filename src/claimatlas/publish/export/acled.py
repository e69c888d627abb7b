"""Events as a table with the columns, codes and rules of ACLED's codebook."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TextIO

from claimatlas.model.event import Event
from claimatlas.model.place import PlaceRef
from claimatlas.publish.export.acled_codes import Coded, Told, coded, interaction, targeting
from claimatlas.publish.export.acled_notes import notes, reports_of, source, source_scale
from claimatlas.publish.export.acled_roles import Roles, roles, sides
from claimatlas.publish.export.acled_time import Day, day_of_event, geo_precision, location
from claimatlas.publish.export.countries import Country, countries
from claimatlas.publish.export.data import ExportData
from claimatlas.publish.export.deaths import Tolls, accounts
from claimatlas.publish.export.events_csv import safe_cell
from claimatlas.publish.export.parties import Cast

TAGS = {
    "event_id_cnty": "#event+code", "event_date": "#date+occurred", "year": "#date+year", "time_precision": "#date+precision",
    "disorder_type": "#event+category", "event_type": "#event+type", "sub_event_type": "#event+type+sub",
    "actor1": "#group+name+first", "assoc_actor_1": "#group+name+first+assoc", "inter1": "#group+type+first",
    "actor2": "#group+name+second", "assoc_actor_2": "#group+name+second+assoc", "inter2": "#group+type+second",
    "interaction": "#group+type+interaction", "civilian_targeting": "#event+civilians", "iso": "#country+code+iso_num",
    "region": "#region+name", "country": "#country+name", "admin1": "#adm1+name", "admin2": "#adm2+name", "admin3": "#adm3+name",
    "location": "#loc+name", "latitude": "#geo+lat", "longitude": "#geo+lon", "geo_precision": "#geo+precision",
    "source": "#meta+source", "source_scale": "#meta+source+scale", "notes": "#description", "fatalities": "#affected+killed",
    "tags": "#meta+tags", "timestamp": "#date+updated",
}  # fmt: skip
"""The columns in ACLED's order, each with its HXL tag."""
COLUMNS = tuple(TAGS)
OUT = ("denied", "corrected")
"""Events that nobody stands by any more, or that all who speak of them deny, are not exported."""


@dataclass(frozen=True, slots=True)
class Found:
    """An event that ACLED would record, with what was found out about it."""

    event: Event
    code: Coded
    roles: Roles
    day: Day
    country: Country
    place: PlaceRef


def event_number(event: Event) -> int:
    """The event's own number, from its id: 48 of its bits, so that it is exact in any program."""
    return int(event.id.removeprefix("e_")[:12], 16)


def found(data: ExportData, events: Sequence[Event]) -> Iterator[Found]:
    """The events that ACLED's rules take: of a recorded type, standing, dated to a month or better, placed below the country."""
    for event in events:
        place, when = event.place, day_of_event(event.time)
        code = (place.admin[0] if place and place.admin else None) or ""
        if event.status in OUT or when is None or place is None or geo_precision(place) is None or code not in countries():
            continue
        claims = accounts(data, event)
        cast = Cast(data.theatre, code, when.on)
        acting, hit = sides(claims, cast)
        told = Told(event, claims, acting[0] if acting else None, hit[0] if hit else None, cast)
        coding = coded(told) if claims else None
        who = roles(coding, acting, hit, cast) if coding else None
        if coding and who:
            yield Found(event, coding, who, when, countries()[code], place)


def rows(data: ExportData) -> list[dict[str, Any]]:
    """One row an event by COLUMNS, by date and id."""
    kept = list(found(data, data.events))
    tolls = Tolls(data, [f.event for f in kept])
    made = [_row(data, one, tolls) for one in kept]
    return sorted(made, key=lambda r: (r["event_date"], r["event_id_cnty"]))


def _row(data: ExportData, one: Found, tolls: Tolls) -> dict[str, Any]:
    event, place, who = one.event, one.place, one.roles
    claims, toll = accounts(data, event), tolls.of(event)
    reports, where = reports_of(data, claims), location(place, data.gazetteer)
    admin = [*place.admin, None, None, None]
    return {
        "event_id_cnty": event_id(event, one.country),
        "event_date": one.day.on.isoformat(),
        "year": one.day.on.year,
        "time_precision": one.day.precision,
        "disorder_type": one.code.disorder,
        "event_type": one.code.event_type,
        "sub_event_type": one.code.sub_event_type,
        "actor1": who.one.name,
        "assoc_actor_1": "; ".join(who.with_one),
        "inter1": who.one.type,
        "actor2": who.other.name if who.other else "",
        "assoc_actor_2": "; ".join(who.with_other),
        "inter2": who.other.type if who.other else "",
        "interaction": interaction(who.one, who.other),
        "civilian_targeting": targeting(one.code, who.other),
        "iso": one.country.iso,
        "region": one.country.acled_region,
        "country": one.country.name,
        "admin1": admin[1] or "",
        "admin2": admin[2] or "",
        "admin3": "",
        "location": where.name,
        "latitude": f"{where.lat:.4f}",
        "longitude": f"{where.lon:.4f}",
        "geo_precision": geo_precision(place),
        "source": source(reports),
        "source_scale": source_scale(reports, data.theatre, place.admin[0] or ""),
        "notes": notes(event, claims, one.day, toll),
        "fatalities": toll.low,
        "tags": f"claimatlas event: {event.id}; status: {event.status}",
        "timestamp": timestamp(event.last_reported),
    }


def event_id(event: Event, country: Country) -> str:
    """ACLED's form of an id: the country's three letters and a number."""
    return f"{country.alpha3}{event_number(event)}"


def timestamp(day: str | None) -> int | str:
    """Unix time of the beginning of a day in UTC; '' for none."""
    return int(datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC).timestamp()) if day else ""


def export_acled(data: ExportData, stream: TextIO) -> int:
    """Writes the table and returns the number of events."""
    told = rows(data)
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    if data.extras.hxl:
        writer.writerow(TAGS)
    writer.writerows({k: safe_cell(v) for k, v in row.items()} for row in told)
    return len(told)
