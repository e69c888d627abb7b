"""The command line: `claimatlas COMMAND`. A mistake of the user's is one sentence on standard error and exit code 2."""

import logging
import sqlite3

import click

from claimatlas import __version__
from claimatlas.commands.claims import claims
from claimatlas.commands.common import plain
from claimatlas.commands.diff import diff
from claimatlas.commands.events import events
from claimatlas.commands.explain import explain
from claimatlas.commands.export import export
from claimatlas.commands.holds import holds
from claimatlas.commands.judge import judge
from claimatlas.commands.keep import backup, restore
from claimatlas.commands.knowledge import basemap, gazetteer
from claimatlas.commands.outputs import brief, map_
from claimatlas.commands.publish import publish
from claimatlas.commands.read import read
from claimatlas.commands.serve import account, serve
from claimatlas.commands.sources import sources
from claimatlas.commands.theatre import theatre
from claimatlas.commands.train import train
from claimatlas.commands.verify import verify
from claimatlas.ledger.transactions import meaning
from claimatlas.model.errors import ClaimatlasError

CHATTY = ("pypdf", "feedparser", "trafilatura", "htmldate", "charset_normalizer")


class Refused(click.ClickException):
    """A mistake of the user's, as one sentence."""

    exit_code = 2

    def show(self, file: object = None) -> None:
        """Prints the sentence on standard error; source: click.ClickException."""
        click.echo(f"claimatlas: {plain(self.message)}", err=True)


class Commands(click.Group):
    """The group of all commands, with our errors told as sentences."""

    def invoke(self, ctx: click.Context) -> object:
        """Runs a command; source: click.Group."""
        try:
            return super().invoke(ctx)
        except ClaimatlasError as error:
            raise Refused(str(error)) from error
        except sqlite3.DatabaseError as error:
            told = meaning(error) or f"its file cannot be used ({error}); run claimatlas verify, and go on from a backup"
            raise Refused(f"The ledger: {told}.") from error
        except PermissionError as error:
            raise Refused(f"'{error.filename}' may not be written or read; check its permissions.") from error


@click.group(cls=Commands)
@click.version_option(__version__, prog_name="claimatlas")
def main() -> None:
    """Read partisan reports on a war; keep who says that what happened where and when; show who holds what."""
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.ERROR)


READING = (read, claims, explain, events, holds, diff, sources, judge)
KEEPING = (verify, backup, restore)
MAKING = (map_, brief, export, publish, serve, account, gazetteer, basemap, theatre, train)
for command in (*READING, *KEEPING, *MAKING):
    main.add_command(command)
