"""Names that an actor left behind: from the day of a rename or a merger they stand for what it became."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from claimatlas.model.actor import DatedName
from claimatlas.theatres.rows import Row
from claimatlas.theatres.theatre import NamedActor

HOW = ("rename", "merge", "split")
"""What may become of an actor; the names of one that split stay its own, since nothing tells which part is meant."""
DAY = timedelta(days=1)


class Heir(NamedTuple):
    """Who carries an actor's names on, from which day, and until when he is called so himself (None: still)."""

    actor: str
    since: date
    until: date | None


def heir_of(row: Row) -> tuple[str, date] | None:
    """The one actor that a row's actor became whole, and the day; None where it became none, or several. Raises: BadKnowledge."""
    became = []
    for spec in row.parts("successors", bare="id"):
        how = spec.word("how") or "rename"
        if how not in HOW:
            raise spec.bad(f"`how` is {how!r}; write rename, merge or split.")
        became.append((spec.text("id"), spec.span()[0], how))
    if len(became) != 1:
        return None
    name, since, how = became[0]
    return (name, since) if since is not None and how != "split" else None


def inherited(
    names: dict[str, tuple[DatedName, ...]], exact: dict[str, frozenset[str]], heirs: dict[str, tuple[str, date]]
) -> Iterator[NamedActor]:
    """The entries under which former names find the heirs, down a line of renames; `names`, `exact` and `heirs` go by actor's id."""
    for actor, own in names.items():
        line = list(_line(actor, names, heirs))
        for name in own:
            if name.valid_to is None:
                continue
            for heir in line:
                since = max(heir.since, name.valid_to + DAY)
                if heir.until is None or since <= heir.until:
                    yield NamedActor(heir.actor, name.text, since, heir.until, name.text in exact[actor])


def _line(actor: str, names: dict[str, tuple[DatedName, ...]], heirs: dict[str, tuple[str, date]]) -> Iterator[Heir]:
    """The heirs of an actor in turn, each until the next begins."""
    seen = {actor}
    while actor in heirs:
        actor, since = heirs[actor]
        if actor in seen or actor not in names:
            return
        seen.add(actor)
        yield Heir(actor, since, names[actor][0].valid_to if actor in heirs else None)
