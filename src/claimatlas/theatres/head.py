"""The head of a theatre, theatre.yaml: its countries, its frame, what bare words mean, and since when its wars are counted."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from claimatlas.theatres.rows import Row


@dataclass(frozen=True, slots=True)
class Head:
    """What theatre.yaml says but for its provinces; the fields are those of Theatre."""

    id: str
    name: str
    countries: tuple[str, ...]
    neighbours: tuple[str, ...]
    bounds: tuple[float, float, float, float]
    generic: dict[str, dict[str, str]]
    wars: dict[str, date]


def head_of(row: Row) -> Head:
    """The head as its file gives it; BadKnowledge where a field is missing or wrong."""
    countries, neighbours = row.words("countries"), row.words("neighbours")
    if not countries:
        raise row.bad("lacks `countries`; write the codes of the theatre's countries, in [ ].")
    around = {*countries, *neighbours}
    return Head(
        id=row.text("id"),
        name=row.text("name"),
        countries=countries,
        neighbours=neighbours,
        bounds=_bounds(row),
        generic={c: {w: table.text(w) for w in table.fields()} for c, table in _by_country(row, "generic", around)},
        wars=_wars(row, around),
    )


def _bounds(row: Row) -> tuple[float, float, float, float]:
    ends = row.listed("bounds")
    if len(ends) != 4:
        raise row.bad("`bounds` must be four numbers: west, south, east, north in degrees.")
    west, east = (row.between("bounds", x, -180, 180) for x in ends[::2])
    south, north = (row.between("bounds", y, -90, 90) for y in ends[1::2])
    if west >= east or south >= north:
        raise row.bad("`bounds` must run west, south, east, north, each end beyond its beginning.")
    return west, south, east, north


def _by_country(row: Row, key: str, around: Collection[str]) -> list[tuple[str, Row]]:
    whole = row.table(key)
    return [(_country(whole, code, around), whole.table(code)) for code in whole.fields()]


def _wars(row: Row, around: Collection[str]) -> dict[str, date]:
    whole = row.table("wars")
    days = {_country(whole, code, around): whole.day(code) for code in whole.fields()}
    return {code: day for code, day in days.items() if day}


def _country(row: Row, code: str, around: Collection[str]) -> str:
    if code not in around:
        raise row.bad(f"{code!r} is none of the theatre's countries; write one of {', '.join(sorted(around))}.")
    return code
