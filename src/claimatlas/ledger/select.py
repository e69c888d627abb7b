"""Which claims are asked for, as SQL with bound values."""

from dataclasses import dataclass
from datetime import date

from claimatlas.model.place import PlaceRef, distance_km

SELECT = """
SELECT c.body, e.event_id, (SELECT group_concat(f.flag) FROM claim_flags f WHERE f.claim_id = c.id) AS flags
FROM current_claims c JOIN reports r ON r.id = c.report_id LEFT JOIN event_claims e ON e.claim_id = c.id
"""
ORDER = " ORDER BY r.key, r.id, c.at, c.id"


SPOT = "ST_DWithin((ST_SetSRID(ST_MakePoint(c.lon, c.lat), 4326)::geography), ST_SetSRID(ST_MakePoint(?, ?), 4326)::geography, ?, false)"


@dataclass(frozen=True, slots=True)
class Circle:
    """All within `km` (0 or more) of a point, in degrees of WGS 84, along the great circle."""

    lat: float
    lon: float
    km: float

    def holds(self, place: PlaceRef | None) -> bool:
        """Whether a place has a point, and it lies within."""
        if place is None or place.lat is None or place.lon is None:
            return False
        return distance_km(self.lat, self.lon, place.lat, place.lon) <= self.km


@dataclass(frozen=True, slots=True)
class Filter:
    """What a claim must fit; None asks nothing. `known` bounds the report's date, `since` and `until` the claim's own time."""

    report: str | None = None
    type: str | None = None
    since: date | None = None
    until: date | None = None
    known: date | None = None
    place: str | None = None
    event: str | None = None
    stance: str | None = None
    id: str | None = None
    prefix: str | None = None
    near: Circle | None = None


def claims_sql(wanted: Filter) -> tuple[str, list[str | float]]:
    """The query and its values; `near` is PostGIS's."""
    equal: dict[str, str | float | None] = {
        "c.report_id = ?": wanted.report,
        "c.type = ?": wanted.type,
        "c.place_id = ?": wanted.place,
        "e.event_id = ?": wanted.event,
        "c.stance = ?": wanted.stance,
        "c.id = ?": wanted.id,
        '(c."end" IS NULL OR c."end" >= ?)': wanted.since.isoformat() if wanted.since else None,
        "(c.start IS NULL OR c.start <= ?)": wanted.until.isoformat() if wanted.until else None,
        "r.published <= ?": wanted.known.isoformat() if wanted.known else None,
        "instr(c.id, ?) = 1": wanted.prefix,
    }
    asked = {term: value for term, value in equal.items() if value is not None}
    terms, values = [*asked], [*asked.values()]
    if (spot := wanted.near) is not None:
        terms.append(SPOT)
        values += [spot.lon, spot.lat, spot.km * 1000]
    where = " WHERE " + " AND ".join(terms) if terms else ""
    return SELECT + where + ORDER, values
