"""`claimatlas map` and `brief`: files made from the ledger."""

from datetime import date
from pathlib import Path

import click

from claimatlas.commands.common import known_option, ledger_option, on_option, opened, theatre_option, without_option
from claimatlas.model.address import Where

OUTPUT = click.Path(path_type=Path)


@click.command("map")
@on_option(required=True)
@known_option
@without_option
@click.option("-o", "--output", type=OUTPUT, required=True, metavar="FILE", help="The file to write: .html, .png, .pdf or .svg.")
@click.option("--sheet", type=click.Choice(["screen", "a4"]), default="screen", show_default=True, help="The size of a still picture.")
@ledger_option
@theatre_option
def map_(on: date, known: date | None, without: str | None, output: Path, sheet: str, ledger: Where, theatre: str) -> None:
    """Draw the map of a date: interactive in one HTML file, or a still picture."""
    with opened(ledger, theatre) as atlas:
        atlas.map(output, on, known, without, sheet)


@click.command()
@on_option(required=True)
@known_option
@without_option
@click.option("-o", "--output", type=OUTPUT, required=True, metavar="FILE", help="The file to write: .md, .html or .pdf.")
@ledger_option
@theatre_option
def brief(on: date, known: date | None, without: str | None, output: Path, ledger: Where, theatre: str) -> None:
    """Write the brief of a date, by area, each sentence with the claims it rests on."""
    with opened(ledger, theatre) as atlas:
        atlas.brief(output, on, known, without)
