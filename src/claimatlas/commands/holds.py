"""`claimatlas holds`: who holds a place at a date, because of which claims."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimatlas.commands.common import (
    json_option,
    known_option,
    ledger_option,
    on_option,
    opened,
    plain,
    print_json,
    theatre_option,
    without_option,
)
from claimatlas.model.address import Where

if TYPE_CHECKING:
    from claimatlas.api import Atlas
    from claimatlas.model.hold import Hold


@click.command()
@click.option("--place", metavar="NAME", help="The place asked about, in any spelling; without it, every place told of.")
@click.option(
    "--queries", type=click.Path(path_type=Path), metavar="FILE.csv", help="A table of questions: place, date and optionally known."
)
@on_option(required=False)
@known_option
@without_option
@json_option
@ledger_option
@theatre_option
def holds(
    place: str | None,
    queries: Path | None,
    on: date | None,
    known: date | None,
    without: str | None,
    as_json: bool,
    ledger: Where,
    theatre: str,
) -> None:
    """Say who held a place on a date: held, claimed, contested or unknown."""
    if queries and (place or on or known):
        raise click.UsageError("--queries stands alone: its columns name place, date and known.")
    if not queries and not on:
        raise click.UsageError("Name the date with --on YYYY-MM-DD, or give a table with --queries.")
    with opened(ledger, theatre) as atlas:
        found = answers(atlas, place, queries, on, known, without)
    for hold in found:
        if as_json:
            print_json(hold)
        else:
            click.echo(in_words(hold))


def answers(
    atlas: "Atlas", place: str | None, queries: Path | None, on: date | None, known: date | None, without: str | None
) -> "list[Hold]":
    """The holds asked for."""
    if queries:
        return atlas.queries(queries, without)
    assert on is not None
    return [atlas.hold(place, on, known, without)] if place else atlas.holds(on, known, without)


def in_words(hold: "Hold") -> str:
    """A hold on one line."""
    who = f" ({named})" if (named := _named(hold)) else ""
    told = {c for ids in (hold.because, *(r.because for r in hold.rivals)) for c in ids}
    age = f", newest evidence {hold.evidence_age_days} days old" if hold.evidence_age_days is not None else ""
    why = f": {hold.why}" if hold.why else ""
    return plain(f"{hold.place.name} on {hold.on}: {hold.status}{who}{why}{age}{f', {len(told)} claims' if told else ''}")


def _named(hold: "Hold") -> str:
    """Who is named: the holder, then those whom other claims name; of a contested place both alike."""
    others = list(dict.fromkeys(r.holder.name for r in hold.rivals if hold.holder is None or r.holder.name != hold.holder.name))
    if hold.holder is None or hold.status == "contested":
        return ", ".join([*([hold.holder.name] if hold.holder else []), *others])
    return hold.holder.name + (f"; others say {', '.join(others)}" if others else "")
