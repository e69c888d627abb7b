"""`claimatlas export`: the ledger in formats that other programs read."""

import io
import sys
from datetime import date
from pathlib import Path
from typing import Any, Literal

import click

from claimatlas.choice import STATUSES, Choice
from claimatlas.commands.common import day_option, ledger_option, on_option, opened, theatre_option
from claimatlas.model.address import Where
from claimatlas.model.codebook import codebook
from claimatlas.publish.export.formats import FORMATS


@click.command()
@click.option("--to", "format_", type=click.Choice(tuple(FORMATS)), required=True, help="The format.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="The file or folder to write; without it, standard output."
)
@day_option("--since", "Only what is told of this date or later.")
@day_option("--until", "Only what is told of this date or earlier.")
@click.option("--place", metavar="NAME", help="Only this place and what lies in it: a name in any spelling, or an id.")
@click.option("--actor", metavar="NAME", help="Only what this actor does or suffers: a name in any spelling, or an id.")
@click.option(
    "--type", "types", type=click.Choice(tuple(codebook().types)), multiple=True, metavar="TYPE", help="Only this type; repeatable."
)
@click.option("--status", "statuses", type=click.Choice(STATUSES), multiple=True, help="Only events of this status; repeatable.")
@click.option(
    "--profile", type=click.Choice(["full", "public"]), default="full", show_default=True, help="public: withhold what `publish` does."
)
@on_option(required=False)
@click.option("--hxl", is_flag=True, help="A second row with HXL tags, in tables that have them.")
@click.option("--previous", type=click.Path(path_type=Path), metavar="FILE", help="An earlier export to compare with.")
@ledger_option
@theatre_option
def export(
    format_: str,
    output: Path | None,
    since: date | None,
    until: date | None,
    place: str | None,
    actor: str | None,
    types: tuple[str, ...],
    statuses: tuple[str, ...],
    profile: Literal["full", "public"],
    on: date | None,
    hxl: bool,
    previous: Path | None,
    ledger: Where,
    theatre: str,
) -> None:
    """Write claims, events, holds or verdicts for other programs, all of them or those that fit all that is given."""
    from claimatlas.publish.export.data import Extras

    choice = Choice(since, until, place, actor, types, statuses)
    asked: dict[str, Any] = {"choice": choice, "profile": profile, "on": on, "extras": Extras(hxl, previous)}
    with opened(ledger, theatre) as atlas:
        if output is not None:
            atlas.export(output, format_, **asked)
            return
        stream = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n", write_through=True)
        try:
            atlas.export(stream, format_, **asked)
        finally:
            stream.detach()
