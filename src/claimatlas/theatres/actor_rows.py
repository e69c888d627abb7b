"""Rows of the actors' files made Actors, with their titles and, for publishers, what is known of the outlet."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from claimatlas.model.actor import Actor, DatedLink, DatedName
from claimatlas.model.names import fold_name
from claimatlas.theatres.inherited import heir_of, inherited
from claimatlas.theatres.rows import Row
from claimatlas.theatres.theatre import Descriptor, NamedActor, Outlet, Side


class ActorRow(NamedTuple):
    """A row, its actor, the spellings that must match in case, and the titles by which reports call the actor."""

    row: Row
    actor: Actor
    exact: frozenset[str]
    roles: tuple[NamedActor, ...]


def actor_of(row: Row) -> ActorRow:
    """The actor that a row describes; BadKnowledge where a field is missing or wrong."""
    names, exact = _names(row)
    actor = Actor(
        id=row.text("id"),
        name=row.text("name"),
        kind=row.text("kind"),
        country=row.word("country"),
        names=names,
        sides=_links(row, "sides", "side"),
        parents=_links(row, "parents", "id"),
        leaders=_links(row, "leaders", "id"),
        allies=_links(row, "allies", "id"),
        successors=_links(row, "successors", "id"),
        role=row.word("role"),
        note=row.word("note"),
    )
    roles = tuple(NamedActor(actor.id, r.text("text"), *r.span()) for r in row.parts("roles"))
    return ActorRow(row, actor, exact, roles)


def _names(row: Row) -> tuple[tuple[DatedName, ...], frozenset[str]]:
    """All spellings of an actor, the canonical one first, and those that must match in case."""
    whole = row.span()
    out, exact = [DatedName(row.text("name"), *whole)], set()
    for spec in row.parts("names", bare="text"):
        out.append(_name(spec, whole))
        if spec.flag("exact"):
            exact.add(out[-1].text)
    return tuple(out), frozenset(exact)


def _name(spec: Row, whole: tuple[date | None, date | None]) -> DatedName:
    return DatedName(spec.text("text"), *spec.span(whole), lang=spec.word("lang") or "en")


def _links(row: Row, field: str, key: str) -> tuple[DatedLink, ...]:
    return tuple(DatedLink(spec.text(key), *spec.span()) for spec in row.parts(field, bare=key))


def outlet_of(row: Row) -> Outlet:
    """What a row of sources.yaml says of the publisher."""
    return Outlet(
        actor=row.text("id"),
        wire=row.flag("wire"),
        copies=row.words("copies"),
        speaks_for=row.words("speaks_for"),
        domains=tuple(d.lower() for d in row.words("domains")),
    )


def side_of(row: Row) -> Side:
    """The side that a row of sides.yaml describes."""
    return Side(row.text("id"), row.text("name"), row.text("color"), row.words("friends"), row.words("seldom"))


def descriptor_of(row: Row) -> Descriptor:
    """The speaker without a name that a row of sources.yaml describes."""
    text = row.text("text")
    return Descriptor(text, row.word("canonical") or text, row.word("kind") or "anonymous", row.word("side"))


def index_of(actors: Sequence[ActorRow]) -> dict[str, tuple[NamedActor, ...]]:
    """Entries by folded spelling: all names, then all titles, in the order of the files; then former names that nobody else took."""
    index: dict[str, list[NamedActor]] = defaultdict(list)
    names = [NamedActor(a.actor.id, n.text, n.valid_from, n.valid_to, n.text in a.exact) for a in actors for n in a.actor.names]
    for entry in [*names, *(role for a in actors for role in a.roles)]:
        folded = fold_name(entry.text)
        if folded and all(e.actor != entry.actor or e.valid_from != entry.valid_from for e in index[folded]):
            index[folded].append(entry)
    for entry in _left_behind(actors):
        rows = index[fold_name(entry.text)]
        if rows and not any(_overlap(e, entry) for e in rows):
            rows.append(entry)
    return {key: tuple(rows) for key, rows in index.items()}


def _left_behind(actors: Sequence[ActorRow]) -> list[NamedActor]:
    """Former names as those of what the actors became."""
    heirs = {a.actor.id: heir for a in actors if (heir := heir_of(a.row))}
    return list(inherited({a.actor.id: a.actor.names for a in actors}, {a.actor.id: a.exact for a in actors}, heirs))


def _overlap(one: NamedActor, other: NamedActor) -> bool:
    """Whether two entries hold on one day."""
    low = max(one.valid_from or date.min, other.valid_from or date.min)
    return low <= min(one.valid_to or date.max, other.valid_to or date.max)
