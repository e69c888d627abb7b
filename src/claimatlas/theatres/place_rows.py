"""Rows of places.yaml and the provinces of theatre.yaml made Places."""

from claimatlas.model.place import LEVEL_RADIUS_KM, Place
from claimatlas.theatres.rows import Row

IMPRECISE_KM = 10.0


def place_of(row: Row, theatre_id: str) -> Place:
    """The place that a row describes; BadKnowledge where a field is missing or wrong."""
    country, geonames, part_of = row.text("country"), row.word("geonames"), row.word("part_of")
    return Place(
        id=f"{theatre_id}:{row.text('id')}",
        name=row.text("name"),
        lat=row.number("lat", -90, 90),
        lon=row.number("lon", -180, 180),
        kind=row.text("kind"),
        level=_level(row),
        country=country,
        names=(*row.words("names"), *row.words("ar"), *((f"geonames:{geonames}",) if geonames else ())),
        admin=(country, *row.words("admin")),
        theatre=True,
        part_of=f"{theatre_id}:{part_of}" if part_of else None,
        radius_km=None if row.flag("precise", otherwise=True) else IMPRECISE_KM,
    )


def _level(row: Row) -> str:
    level = row.text("level")
    if level not in LEVEL_RADIUS_KM:
        raise row.bad(f"there is no level {level!r}; write one of {', '.join(LEVEL_RADIUS_KM)}.")
    return level


def province_of(row: Row, theatre_id: str) -> Place:
    """The province that a row describes; its id ends in `_province`."""
    country, name = row.text("country"), row.text("name")
    return Place(
        id=f"{theatre_id}:{row.text('id').removesuffix('_province')}_province",
        name=name,
        lat=row.number("lat", -90, 90),
        lon=row.number("lon", -180, 180),
        kind="province",
        level="province",
        country=country,
        names=row.words("names"),
        admin=(country, name),
        theatre=True,
    )
