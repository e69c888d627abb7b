"""`claimatlas gazetteer` and `basemap`: places and map layers that a user adds."""

from pathlib import Path

import click

from claimatlas.commands.common import plain, theatre_option

FILE = click.Path(path_type=Path)


@click.group()
def gazetteer() -> None:
    """Add places to those that reports are matched with."""


@gazetteer.command("add")
@click.argument("file", type=FILE)
@theatre_option
def add_places(file: Path, theatre: str) -> None:
    """Keep a GeoNames country dump, a Who's On First table or an OCHA p-code table for later runs."""
    from claimatlas.resolve.gazetteer_import import add_file

    click.echo(f"{add_file(file, theatre):,} places of {plain(file.name)} will be used from now on.")


@gazetteer.command("list")
@theatre_option
def list_places(theatre: str) -> None:
    """List the files of places that were added."""
    from claimatlas.resolve.gazetteer_import import list_added

    for name in list_added(theatre):
        click.echo(plain(name))


@click.group()
def basemap() -> None:
    """Add lines to the basemap, province borders for instance."""


@basemap.command("add")
@click.argument("file", type=FILE)
def add_lines(file: Path) -> None:
    """Keep a GeoJSON file of polygons or lines for later maps."""
    from claimatlas.publish.basemap import add_layer

    layer = add_layer(file)
    click.echo(f"{len(layer.features):,} shapes of {plain(file.name)} will be drawn from now on.")


@basemap.command("list")
def list_lines() -> None:
    """List the layers that were added."""
    from claimatlas.publish.basemap import layers

    for layer in layers():
        click.echo(f"{plain(layer.name)}: {len(layer.features):,} shapes")
