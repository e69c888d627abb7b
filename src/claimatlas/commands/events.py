"""`claimatlas events`: what the claims tell of, once those on one thing are joined."""

from datetime import date
from typing import TYPE_CHECKING

import click

from claimatlas.commands.claims import when
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
    from claimatlas.model.event import Event


@click.command()
@on_option(required=False)
@known_option
@without_option
@json_option
@ledger_option
@theatre_option
def events(on: date | None, known: date | None, without: str | None, as_json: bool, ledger: Where, theatre: str) -> None:
    """List events with their status (reported, corroborated, disputed, denied, corrected) and belief."""
    with opened(ledger, theatre) as atlas:
        found = atlas.events(on, known, without)
    for event in found:
        if as_json:
            print_json(event)
        else:
            click.echo(in_words(event))
    if not as_json:
        click.echo(f"{len(found)} event{'' if len(found) == 1 else 's'}.")


def in_words(event: "Event") -> str:
    """An event on one line."""
    where = f" at {event.place.name}" if event.place else ""
    told = f"{len(event.claims)} claim{'' if len(event.claims) == 1 else 's'}"
    return plain(f"{event.type}{where}, {when(event.time)}: {event.status}, belief {event.belief.value:.2f}, {told}; {event.id}")
