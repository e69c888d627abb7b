"""`claimatlas verify`: whether the ledger's record is what was added to it."""

from pathlib import Path

import click

from claimatlas.commands.common import ledger_option, plain
from claimatlas.model.address import Where


@click.command()
@click.option("--stamp", type=click.Path(path_type=Path), metavar="FILE", help="Write the head of the chain into this file.")
@click.option("--against", type=click.Path(path_type=Path), metavar="FILE", help="Check that the head in this file is still in the chain.")
@ledger_option
@click.pass_context
def verify(context: click.Context, stamp: Path | None, against: Path | None, ledger: Where) -> None:
    """Check that the ledger's record is what was added to it: exit code 0 where it is, 1 where something changed, 2 for no ledger."""
    from claimatlas.ledger.stamps import Stamp, read_stamp
    from claimatlas.ledger.verify import verify as verified

    found = verified(ledger, read_stamp(against) if against else None)
    for note in found.notes:
        click.echo(f"claimatlas: {plain(note)}.", err=True)
    if found.changes:
        for change in found.changes:
            click.echo(plain(f"{ledger}: {change}."))
        context.exit(1)
    reach = found.head.tip
    told = f"{reach.reports} reports, {found.originals} originals, {reach.readings} readings, {reach.claims} claims, "
    told += f"{reach.judgements} judgements"
    click.echo(plain(f"{ledger}: as it was added: {told}. Head {found.head.seq} {found.head.hash}"))
    if stamp:
        Stamp(found.head.seq, found.head.hash).write(stamp)
