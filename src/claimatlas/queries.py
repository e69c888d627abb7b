"""Questions on who holds a place, asked by name: one, or a table of them."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from claimatlas.control import Land
from claimatlas.model.claim import Claim
from claimatlas.model.errors import InputError, MissingColumn
from claimatlas.model.hold import HeldPlace, Hold
from claimatlas.model.names import fold_name, sound_key
from claimatlas.model.place import PlaceRef
from claimatlas.read.decode import decode
from claimatlas.read.files import read_bytes
from claimatlas.resolve.place import PlaceResolver
from claimatlas.resolve.place_kinds import COMPASS, split


@dataclass(frozen=True, slots=True)
class Query:
    """Who held `place` on `on`, as known on `known` (None: today)."""

    place: str
    on: date
    known: date | None = None


def day_of(value: str | date, what: str) -> date:
    """A date, or its ISO form YYYY-MM-DD. Raises: InputError naming `what`."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        raise InputError(f"{what}: '{value}' is not a date; write it as YYYY-MM-DD.") from None


def read_queries(path: Path) -> list[Query]:
    """The questions of a CSV file with the columns place, date and optionally known. Raises: UnreadableFile, MissingColumn, InputError."""
    text, _ = decode(read_bytes(path), str(path))
    try:
        table = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""), strict=True)
        names = table.fieldnames or []
        missing = [c for c in ("place", "date") if c not in names]
        if missing:
            has = f"it has {', '.join(names)[:200]}" if names else "it is empty"
            raise MissingColumn(
                f"'{path}' has no column {' and no column '.join(missing)} ({has}); its first row must name place and date."
            )
        return [_query(path, number, row) for number, row in enumerate(table, 2)]
    except csv.Error as error:
        raise InputError(f"'{path}' is no readable table ({error}); check its quotes.") from error


def _query(path: Path, line: int, row: dict[str, str | None]) -> Query:
    where = f"Line {line} of '{path}'"
    place = (row["place"] or "").strip()
    if not place:
        raise InputError(f"{where} names no place; fill it or take the line out.")
    known = (row.get("known") or "").strip()
    return Query(place, day_of(row["date"] or "", where), day_of(known, where) if known else None)


class Answers:
    """Answers questions about the land that a log tells of."""

    def __init__(self, land: Land, claims: Iterable[Claim], known: date | None, resolver: PlaceResolver) -> None:
        self._land, self._known, self._resolver = land, known, resolver
        self._told: dict[str, Counter[PlaceRef]] = {}
        for place in (c.place for c in claims if c.place):
            self._told.setdefault(sound_key(place.name), Counter())[_bare(place)] += 1

    def hold(self, name: str, on: date) -> Hold:
        """Who held the place of that name; unknown, with `why`, for a name that no gazetteer and no claim has."""
        answers = [self._land.hold(place, on) for place in self._places(name)]
        if not answers:
            return Hold(HeldPlace(name), on, self._known, why=f"no place named '{name}' is known")
        told = [a for a in answers if a.status != "unknown"]
        return (told or answers)[0]

    def _places(self, name: str) -> Iterator[PlaceRef]:
        """What the name may mean: the gazetteer's choice, then the places that claims call so, most often told first."""
        chosen = self._resolver.resolve_name(name)
        if chosen.id is not None:
            side = COMPASS.match(name)
            yield replace(_bare(chosen), part=chosen.part or (side["way"] if side else None))
        told = self._told.get(sound_key(name)) or (self._called_alike(name) if chosen.id is None else Counter())
        yield from (
            place
            for place, _ in sorted(told.items(), key=lambda item: (-item[1], item[0].id or ""))
            if place.id is None or place.id != chosen.id
        )

    def _called_alike(self, name: str) -> "Counter[PlaceRef]":
        """Places of claims whose name differs by a kind word that only one of the two has: "the X area" and "X"."""
        alike: Counter[PlaceRef] = Counter()
        for told in self._told.values():
            alike.update({place: n for place, n in told.items() if place.id is None and same_called(name, place.name)})
        return alike


def same_called(one: str, other: str) -> bool:
    """Whether two names are one but for a kind word that only one has, or has in other words, or for words before the name."""
    short, long = sorted((fold_name(one).split(), fold_name(other).split()), key=len)
    if len(short) > 1 and long[-len(short) :] == short:
        return True
    (core, hint), (core_other, hint_other) = split(one), split(other)
    alike = not hint.word or not hint_other.word or hint == hint_other or bool(set(hint.forms) & set(hint_other.forms))
    return alike and sound_key(core) == sound_key(core_other)


def _bare(place: PlaceRef) -> PlaceRef:
    """The place itself, without what one claim says of it."""
    return PlaceRef(place.name, place.name, place.id, place.lat, place.lon, level=place.level, admin=place.admin)
