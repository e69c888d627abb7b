"""`claimatlas publish`: the public atlas as static files."""

from datetime import date
from pathlib import Path

import click

from claimatlas.commands.common import day_option, ledger_option, opened, theatre_option
from claimatlas.model.address import Where


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@day_option(("--as-of", "as_of"), "The date of publication; the last report's by default.")
@click.option(
    "--delay",
    "hours",
    type=click.IntRange(0, 8760),
    default=72,
    show_default=True,
    metavar="HOURS",
    help="How long positions are held back.",
)
@ledger_option
@theatre_option
def publish(folder: Path, as_of: date | None, hours: int, ledger: Where, theatre: str) -> None:
    """Write the public atlas into a folder: map, pages and data that open from disk and from any web host."""
    from claimatlas.serve.site.publish import publish as publish_atlas

    with opened(ledger, theatre) as atlas:
        pages = publish_atlas(atlas, folder, as_of, hours)
    click.echo(f"{pages} pages written; open {folder / 'index.html'} in a browser.")
