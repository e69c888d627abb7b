"""`claimatlas judge`: a person's verdict on claims, events, sources or earlier verdicts."""

import click

from claimatlas.commands.common import json_option, ledger_option, opened, plain, print_json, theatre_option
from claimatlas.judging import VERDICTS
from claimatlas.model.address import Where


@click.command()
@click.argument("verdict", type=click.Choice(VERDICTS))
@click.argument("subjects", nargs=-1, required=True)
@click.option("--author", "--by", required=True, metavar="NAME", help="Who judges.")
@click.option("--reason", default="", metavar="TEXT", help="Why; a takedown needs it.")
@click.option("--set", "value", metavar="JSON", help='With edit: the slots to set, such as \'{"type": "shelling"}\'.')
@click.option("--grade", metavar="LETTER", help="With mark: reliability of the source, A (reliable) to F (cannot be judged).")
@json_option
@ledger_option
@theatre_option
def judge(
    verdict: str, subjects: tuple[str, ...], author: str, reason: str, value: str | None, grade: str | None,
    as_json: bool, ledger: Where, theatre: str,
) -> None:  # fmt: skip
    """Record a verdict with its author: accept, reject, edit, join, split, mark, copy, correct, takedown or undo."""
    if (grade is not None) != (verdict == "mark") or (value is not None) != (verdict == "edit"):
        raise click.UsageError("--grade goes with mark, --set with edit; the other verdicts take neither.")
    with opened(ledger, theatre) as atlas:
        made = atlas.judge(verdict, subjects, author, reason, grade or value)
    if as_json:
        print_json(made)
    else:
        click.echo(
            plain(f"Recorded {made.id}: {verdict} of {len(made.subjects)} by {made.author}. Take it back with judge undo {made.id}.")
        )
