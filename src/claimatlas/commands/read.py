"""`claimatlas read`: files into the ledger."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimatlas.commands.common import ledger_option, opened, plain, theatre_option
from claimatlas.model.address import Where

if TYPE_CHECKING:
    from claimatlas.intake import ReadSummary
    from claimatlas.reading import ReaderName

FEW = 5


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--key", metavar="COLUMN", help="The column of a table that names each report.")
@click.option("--text", metavar="COLUMN", help="The column that holds the text.")
@click.option("--title", metavar="COLUMN", help="The column that holds the headline.")
@click.option("--publisher", metavar="COLUMN", help="The column that holds the publisher.")
@click.option("--date", metavar="COLUMN", help="The column that holds the date of publication.")
@click.option("--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="How many processes read at once.")
@click.option(
    "--reader",
    type=click.Choice(["learned", "rules"]),
    default="learned",
    show_default=True,
    help="Who codes the reports: the learned reader, or the rules alone, which are faster and find less.",
)
@click.option(
    "--engine", type=click.Choice(["processes", "dask"]), default="processes", show_default=True, help="What runs --jobs workers."
)
@click.option("--scheduler", metavar="ADDRESS", help="With dask: a running scheduler, tcp://host:port; without it one is started here.")
@click.option(
    "--shards", type=click.Path(path_type=Path), metavar="DIR", help="With dask: where shards are kept; by default LEDGER.shards."
)
@click.option("--screen", is_flag=True, help="With dask: leave out reports in which no name of the theatre stands.")
@click.option("--progress/--no-progress", default=None, help="Show a progress bar; by default on a terminal, for more than a few reports.")
@ledger_option
@theatre_option
@click.pass_context
def read(
    context: click.Context,
    paths: tuple[Path, ...],
    key: str | None,
    text: str | None,
    title: str | None,
    publisher: str | None,
    date: str | None,
    jobs: int,
    reader: "ReaderName",
    engine: str,
    scheduler: str | None,
    shards: Path | None,
    screen: bool,
    progress: bool | None,
    ledger: Where,
    theatre: str,
) -> None:
    """Read reports (text, Markdown, HTML, feeds, mail, DOCX, PDF, tables, web archives; files or folders) and keep their claims."""
    from claimatlas.read.raw import TableColumns

    if engine != "dask" and (scheduler or shards or screen):
        raise click.UsageError("--scheduler, --shards and --screen go with --engine dask.")
    columns = TableColumns(key, text, title, publisher, date)
    with opened(ledger, theatre, create=True) as atlas, progress_bar(progress) as advance:
        if engine == "dask":
            folder = shards or shards_beside(ledger)
            summary = atlas.read_archive(paths, folder, columns, scheduler, jobs, reader, screen, advance)
        else:
            summary = atlas.read(paths, columns, jobs, advance, reader)
    tell(summary, ledger)
    if summary.errors:
        context.exit(2)


@contextmanager
def progress_bar(wanted: bool | None) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error that comes up with more than a few reports."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True, force_terminal=wanted or None)
    shown = console.is_terminal if wanted is None else wanted
    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not shown) as bar:
        task = bar.add_task("Reading", total=None, visible=False)
        yield lambda done, total: bar.update(task, completed=done, total=total, visible=total > FEW)


def count(number: int, thing: str) -> str:
    """«1 report», «2 reports»."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def shards_beside(ledger: Where) -> Path:
    """The folder beside a ledger's file where shards are kept."""
    if not isinstance(ledger, Path):
        raise click.UsageError("A ledger on a server has no folder beside it; name one for the shards with --shards.")
    return ledger.with_name(f"{ledger.name}.shards")


def tell(summary: "ReadSummary", ledger: Where) -> None:
    """The summary on standard output, each error as one sentence on standard error."""
    for error in summary.errors:
        click.echo(f"claimatlas: {plain(error)}", err=True)
    read = f"Read {count(summary.read, 'report')} from {count(summary.files, 'file')}: {count(summary.claims, 'claim')} kept in {ledger}."
    click.echo(plain(read))
    if summary.already:
        click.echo(
            f"{count(summary.already, 'report')} had been read before and {'was' if summary.already == 1 else 'were'} left as they stand."
        )
    if summary.screened:
        click.echo(f"{count(summary.screened, 'report')} left out, as no name of the theatre stands there.")
    if summary.copies:
        click.echo(f"{count(summary.copies, 'report')} marked as {'a copy' if summary.copies == 1 else 'copies'} of an earlier one.")
    if summary.flags:
        click.echo("Flagged: " + plain(", ".join(f"{name} {n}" for name, n in sorted(summary.flags.items()))) + ".")
    if summary.errors:
        click.echo(f"{count(len(summary.errors), 'file or row')} could not be read; see above.".replace("file or rows", "files or rows"))
