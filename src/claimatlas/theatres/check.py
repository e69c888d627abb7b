"""What rows say of each other: ids stand once, and what a row names is there."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from claimatlas.model.errors import BadKnowledge
from claimatlas.model.names import fold_name
from claimatlas.model.place import Place
from claimatlas.theatres.actor_rows import ActorRow
from claimatlas.theatres.parts import Parts
from claimatlas.theatres.rows import Row
from claimatlas.theatres.theatre import Descriptor, Outlet, Side

COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
LINKS = ("parents", "allies", "successors")


def check(parts: Parts) -> None:
    """BadKnowledge at the first row that does not agree with the others."""
    for fault in faults(parts):
        raise fault


def faults(parts: Parts) -> Iterator[BadKnowledge]:
    """Every row that does not agree with the others, as the error to raise or tell."""
    actors, sides = {a.actor.id for a in parts.actors}, {side.id for _, side in parts.sides}
    yield from check_sides(parts.sides)
    yield from check_actors(parts.actors, sides)
    yield from check_outlets(parts.outlets, actors, sides)
    yield from check_unnamed(parts.unnamed, sides)
    yield from check_generic(parts.first, parts.head.generic, actors)
    yield from check_places(parts.places, parts.provinces)


def check_once(rows: Iterable[tuple[Row, str]], what: str) -> Iterator[BadKnowledge]:
    """A fault where an id stands twice."""
    seen: set[str] = set()
    for row, key in rows:
        if key in seen:
            yield row.bad(f"the {what} id {key} stands twice; ids must be unique.")
        seen.add(key)


def _known(row: Row, what: str, named: str, known: Collection[str], where: str) -> Iterator[BadKnowledge]:
    if named not in known:
        yield row.bad(f"names the {what} {named!r}, which {where} not know; correct the id or write an entry for it.")


def check_actors(actors: Sequence[ActorRow], sides: Collection[str]) -> Iterator[BadKnowledge]:
    """Ids stand once; sides, parents, allies and successors are known."""
    yield from check_once(((a.row, a.actor.id) for a in actors), "actor")
    known = {a.actor.id for a in actors}
    for row, actor, _, _ in actors:
        for side in actor.sides:
            yield from _known(row, "side", side.value, sides, "sides.yaml does")
        for field in LINKS:
            for link in getattr(actor, field):
                yield from _known(row, f"actor (in {field})", link.value, known, "the actors' files do")


def check_sides(sides: Sequence[tuple[Row, Side]]) -> Iterator[BadKnowledge]:
    """Ids stand once, friends are known, and a colour is one that a page can show."""
    yield from check_once(((row, side.id) for row, side in sides), "side")
    known = {side.id for _, side in sides}
    for row, side in sides:
        if not COLOR.fullmatch(side.color):
            yield row.bad(f'`color` is {side.color!r}; write six hex digits in quotes, such as "#CC6677".')
        for friend in (*side.friends, *side.seldom):
            yield from _known(row, "side (in friends or seldom)", friend, known, "sides.yaml does")


def check_outlets(outlets: Sequence[tuple[Row, Outlet]], actors: Collection[str], sides: Collection[str]) -> Iterator[BadKnowledge]:
    """What publishers copy, and whom they speak for, is known."""
    for row, outlet in outlets:
        for agency in outlet.copies:
            yield from _known(row, "actor (in copies)", agency, actors, "the actors' files do")
        for voice in outlet.speaks_for:
            yield from _known(row, "actor or side (in speaks_for)", voice, {*actors, *sides}, "the theatre's files do")


def check_unnamed(unnamed: Sequence[tuple[Row, Descriptor]], sides: Collection[str]) -> Iterator[BadKnowledge]:
    """For whom speakers without a name talk is known."""
    for row, descriptor in unnamed:
        if descriptor.side:
            yield from _known(row, "side", descriptor.side, sides, "sides.yaml does")


def check_generic(row: Row, generic: dict[str, dict[str, str]], actors: Collection[str]) -> Iterator[BadKnowledge]:
    """What bare words mean is in the register."""
    for word, actor in ((w, a) for table in generic.values() for w, a in table.items()):
        yield from _known(row, f"actor (for the bare word {word!r})", actor, actors, "the actors' files do")


def check_places(places: Sequence[tuple[Row, Place]], provinces: Sequence[tuple[Row, Place]]) -> Iterator[BadKnowledge]:
    """Ids stand once, cities of districts are known, and a province is spelt as theatre.yaml spells it."""
    yield from check_once(((row, place.id) for row, place in (*provinces, *places)), "place")
    ids = {place.id.partition(":")[2] for _, place in places}
    spelt = _spellings(place for _, place in provinces)
    for row, place in places:
        if place.part_of:
            yield from _known(row, "place (in part_of)", place.part_of.partition(":")[2], ids, "places.yaml does")
        if len(place.admin) > 1 and place.country in spelt:
            yield from _check_province(row, str(place.admin[1]), spelt[place.country])


def _spellings(provinces: Iterable[Place]) -> dict[str, dict[str, str]]:
    """For each country, the canonical name of a province by folded spelling."""
    out: dict[str, dict[str, str]] = {}
    for province in provinces:
        for name in (province.name, *province.names):
            out.setdefault(province.country, {}).setdefault(fold_name(name), province.name)
    return out


def _check_province(row: Row, named: str, spelt: dict[str, str]) -> Iterator[BadKnowledge]:
    if named in spelt.values():
        return
    meant = spelt.get(fold_name(named))
    mend = f"write {meant!r}" if meant else "correct it, or add the province there"
    yield row.bad(f"`admin` names the province {named!r}, which theatre.yaml does not name so; {mend}.")
