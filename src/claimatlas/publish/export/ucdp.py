"""Deadly events as a table with the columns of UCDP's Georeferenced Event Dataset (GED)."""

import csv
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TextIO

from claimatlas.model.codebook import codebook
from claimatlas.model.event import Event
from claimatlas.model.place import PlaceRef
from claimatlas.model.report import Report
from claimatlas.publish.export.acled import OUT, event_number
from claimatlas.publish.export.acled_notes import UNNAMED, reports_of
from claimatlas.publish.export.countries import Country, countries
from claimatlas.publish.export.data import ExportData
from claimatlas.publish.export.deaths import Toll, Tolls, accounts
from claimatlas.publish.export.events_csv import safe_cell
from claimatlas.publish.export.parties import Cast
from claimatlas.publish.export.ucdp_sides import Dyad, dyad, killed, own_number
from claimatlas.publish.words import place_in

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id", "conflict_name",
    "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec",
    "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country",
    "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians",
    "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
ACTIVE = 25
"""Deaths of a dyad in a calendar year from which UCDP counts the year as active."""
WHERE = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6}
"""A place's precision as GED's where_prec: the place, within 25 km of it, the district, the province, the country."""
YEAR_DAYS = 366


@dataclass(frozen=True, slots=True)
class Deadly:
    """An event with at least one death in its lowest, best or highest count."""

    event: Event
    place: PlaceRef
    country: Country
    start: date
    end: date
    dyad: Dyad
    toll: Toll
    cast: Cast

    @property
    def year(self) -> int:
        """The year in which it begins."""
        return self.start.year


def deadly(data: ExportData) -> list[Deadly]:
    """The events that GED's rules take, by start and id."""
    told = list(_placed(data, data.events))
    tolls = Tolls(data, [event for event, *_ in told])
    found = []
    for event, place, country, start, end in told:
        cast, toll = Cast(data.theatre, place.admin[0] or "", start), tolls.of(event)
        sides = dyad(data, event, cast) if toll.high > 0 else None
        if sides:
            found.append(Deadly(event, place, country, start, end, sides, toll, cast))
    return sorted(found, key=lambda d: (d.start, event_number(d.event)))


def _placed(data: ExportData, events: Iterable[Event]) -> Iterator[tuple[Event, PlaceRef, Country, date, date]]:
    """Standing events of a kind that kills, with a point, a country and a time of at most a year."""
    for event in events:
        place, time = event.place, event.time
        code = (place.admin[0] if place and place.admin else None) or ""
        if event.status in OUT or not codebook().types[event.type].ucdp or code not in countries():
            continue
        if place is None or place.lat is None or place.precision is None or time.start is None or time.end is None:
            continue
        if time.days() <= YEAR_DAYS and countries()[code].gw is not None and accounts(data, event):
            yield event, place, countries()[code], time.start, time.end


def rows(data: ExportData) -> list[dict[str, Any]]:
    """One row an event by COLUMNS."""
    found = deadly(data)
    deaths: Counter[tuple[str, int]] = Counter()
    for one in found:
        deaths[(one.dyad.name, one.year)] += one.toll.best
    return [_row(data, one, deaths[(one.dyad.name, one.year)] >= ACTIVE) for one in found]


def _row(data: ExportData, one: Deadly, active: bool) -> dict[str, Any]:
    number = event_number(one.event)
    return {
        "id": number,
        "relid": f"{one.country.alpha3}-{one.year}-{one.dyad.type}-{own_number(one.dyad.name)}-{number}",
        "year": one.year,
        "active_year": int(active),
        "code_status": "Clear" if one.dyad.a.known and one.dyad.b.known else "Check dyad",
        **_sides(one.dyad),
        **_sources(reports_of(data, accounts(data, one.event)), one.event),
        **_where(one),
        **_when(one),
        **_deaths(one),
        "gwnoa": one.dyad.a.gw or "",
        "gwnob": one.dyad.b.gw or "",
    }


def _sides(told: Dyad) -> dict[str, Any]:
    conflict, pair = own_number(told.conflict), own_number(told.name)
    return {
        "type_of_violence": told.type,
        "conflict_dset_id": conflict,
        "conflict_new_id": conflict,
        "conflict_name": told.conflict,
        "dyad_dset_id": pair,
        "dyad_new_id": pair,
        "dyad_name": told.name,
        "side_a_dset_id": told.a.number,
        "side_a_new_id": told.a.number,
        "side_a": told.a.name,
        "side_b_dset_id": told.b.number,
        "side_b_new_id": told.b.number,
        "side_b": told.b.name,
    }


def _sources(reports: list[Report], event: Event) -> dict[str, Any]:
    offices = [r.publisher or UNNAMED for r in reports]
    days = [r.published.isoformat() if r.published else "" for r in reports]
    heads = [(r.title or "").replace('"', "'").replace(";", ",") for r in reports]
    return {
        "number_of_sources": len(reports),
        "source_article": ";".join(f'"{",".join(part)}"' for part in zip(offices, days, heads, strict=True)),
        "source_office": ";".join(offices),
        "source_date": ";".join(days),
        "source_headline": ";".join(heads),
        "source_original": ";".join(dict.fromkeys(v.name.replace(";", ",") for v in event.voices if not v.denies)),
    }


def _where(one: Deadly) -> dict[str, Any]:
    place, lat, lon = one.place, one.place.lat or 0.0, one.place.lon or 0.0
    admin = [*place.admin, None, None]
    kind = place.level if place.level in ("town", "district", "province") else ""
    return {
        "where_prec": WHERE[place.precision or 5],
        "where_coordinates": f"{place.name} {kind}".strip(),
        "where_description": place_in(place),
        "adm_1": f"{admin[1]} province" if admin[1] else "",
        "adm_2": f"{admin[2]} district" if admin[2] else "",
        "latitude": lat,
        "longitude": lon,
        "geom_wkt": f"POINT ({lon} {lat})",
        "priogrid_gid": priogrid(lat, lon),
        "country": one.country.name,
        "country_id": one.country.gw,
        "region": one.country.ucdp_region,
    }


def priogrid(lat: float, lon: float) -> int:
    """The PRIO-GRID cell of a point: half degrees, 720 to a row from the west, rows from the south pole, counted from 1.

    Source: Tollefsen, Strand and Buhaug, PRIO-GRID: A unified spatial data structure, 2012.
    """
    row = min(math.floor((lat + 90) * 2), 359)
    column = min(math.floor((lon + 180) * 2), 719)
    return row * 720 + column + 1


def date_precision(days: int) -> int:
    """GED's date_prec by the length of the time told: 1 a day, 2 up to 6, 3 a week, 4 up to a month, 5 more."""
    return 1 if days == 1 else 2 if days < 7 else 3 if days == 7 else 4 if days <= 31 else 5


def _when(one: Deadly) -> dict[str, Any]:
    days = one.event.time.days()
    summary = days > 7 or (one.place.precision or 5) >= 4
    return {
        "event_clarity": 2 if summary else 1,
        "date_prec": date_precision(days),
        "date_start": one.start.isoformat(),
        "date_end": one.end.isoformat(),
    }


def _deaths(one: Deadly) -> dict[str, Any]:
    a, b, civilians, unknown = killed(one.toll.parts, one.dyad, one.cast)
    return {
        "deaths_a": a,
        "deaths_b": b,
        "deaths_civilians": civilians,
        "deaths_unknown": unknown,
        "best": one.toll.best,
        "high": one.toll.high,
        "low": one.toll.low,
    }


def export_ucdp(data: ExportData, stream: TextIO) -> int:
    """Writes the table and returns the number of events."""
    told = rows(data)
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({k: safe_cell(v) for k, v in row.items()} for row in told)
    return len(told)
