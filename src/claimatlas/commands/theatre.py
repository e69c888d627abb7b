"""`claimatlas theatre`: check what is written of a war, or begin a folder of one's own."""

from pathlib import Path

import click

from claimatlas.commands.common import plain
from claimatlas.model.default import DEFAULT_THEATRE


@click.group()
def theatre() -> None:
    """Check a theatre of war, or begin a folder of your own."""


@theatre.command("check")
@click.argument("name", metavar="FOLDER|NAME", default=DEFAULT_THEATRE)
def check_theatre(name: str) -> None:
    """Check a theatre's files: mistakes end in exit code 2, one sentence each; thin spots are told as warnings."""
    from claimatlas.theatres import mistakes, thin_spots

    wrong, read = mistakes(name)
    for sentence in wrong:
        click.echo(f"claimatlas: {plain(sentence)}", err=True)
    if read is None:
        click.get_current_context().exit(2)
    for sentence in thin_spots(read):
        click.echo(f"warning: {plain(sentence)}")
    click.echo(plain(f"{read.name}: {len(read.actors):,} actors, {len(read.places):,} places, {len(read.sides):,} sides; no mistakes."))


@theatre.command("new")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", required=True, metavar="NAME", help="The theatre's name, as shown.")
@click.option("--country", default="XX", show_default=True, metavar="CODE", help="Its first country, by its code of two letters.")
def begin_theatre(folder: Path, name: str, country: str) -> None:
    """Lay a folder with commented examples for a theatre of your own."""
    from claimatlas.theatres import new_theatre

    for path in new_theatre(folder, name, country):
        click.echo(plain(path))
    click.echo(plain(f"Put your facts in place of the examples, then: claimatlas theatre check {folder}"))
