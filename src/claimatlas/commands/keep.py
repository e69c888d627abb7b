"""`claimatlas backup` and `restore`: copies of the ledger, verified."""

from pathlib import Path

import click

from claimatlas.commands.common import ledger_option, plain
from claimatlas.model.address import Where

FILE = click.Path(path_type=Path)


@click.command()
@click.argument("to", type=FILE, metavar="FILE")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@ledger_option
def backup(to: Path, force: bool, ledger: Where) -> None:
    """Copy the ledger to a file, while others may write to it, and verify the copy."""
    from claimatlas.ledger.backup import backup as copied

    found = copied(ledger, to, force)
    click.echo(plain(f"Kept in {to}, verified: {found.head.tip.reports} reports, {found.head.tip.claims} claims. Head {found.head.hash}"))


@click.command()
@click.argument("copy", type=FILE, metavar="FILE")
@click.option("--force", is_flag=True, help="Put a ledger that is there aside.")
@ledger_option
def restore(copy: Path, force: bool, ledger: Where) -> None:
    """Verify a copy of a ledger and put it in the ledger's place."""
    from claimatlas.ledger.backup import restore as restored

    found, aside = restored(copy, ledger, force)
    click.echo(plain(f"Restored {ledger}: {found.head.tip.reports} reports, {found.head.tip.claims} claims. Head {found.head.hash}"))
    if aside:
        click.echo(plain(f"What was there before lies in {aside}."))
