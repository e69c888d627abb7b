"""What commands share: options, safe printing of other people's words, JSON lines."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from claimatlas.model.address import Where, where_is
from claimatlas.model.default import DEFAULT_THEATRE

if TYPE_CHECKING:
    from claimatlas.api import Atlas

Command = TypeVar("Command", bound=Callable[..., object])
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
DAY = click.DateTime(["%Y-%m-%d"])


class LedgerPlace(click.ParamType[Where]):
    """A ledger's file, or its address on a server."""

    name = "FILE|ADDRESS"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Where:
        """A path, or an address where the words begin with postgresql://. Raises InputError for an address that cannot be read."""
        return where_is(value)


ledger_option = click.option(
    "--ledger",
    type=LedgerPlace(),
    envvar="CLAIMATLAS_LEDGER",
    default="claimatlas.sqlite",
    show_default=True,
    help="The ledger file, or postgresql://user@host/database; also from CLAIMATLAS_LEDGER.",
)
theatre_option = click.option(
    "--theatre", metavar="NAME", default=DEFAULT_THEATRE, show_default=True, help="A shipped theatre of war, or a folder with one."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
known_option = click.option("--known", type=DAY, callback=lambda _c, _p, v: as_day(v), help="Count only reports published by this date.")
without_option = click.option(
    "--without", metavar="SOURCE", help="As it would be without this source: its reports, copies of them, and what others have from it."
)


def on_option(required: bool) -> Callable[[Command], Command]:
    """The option for the date asked about."""
    return click.option("--on", type=DAY, required=required, callback=lambda _c, _p, v: as_day(v), help="The date asked about, YYYY-MM-DD.")


def day_option(name: str | tuple[str, str], help: str, required: bool = False) -> Callable[[Command], Command]:
    """An option that takes a date. `name`: the option, or the option and its parameter."""
    return click.option(
        *([name] if isinstance(name, str) else name), type=DAY, required=required, callback=lambda _c, _p, v: as_day(v), help=help
    )


def as_day(value: datetime | None) -> date | None:
    """The date of what click has parsed."""
    return value.date() if value else None


@contextmanager
def opened(ledger: Where, theatre: str, create: bool = False) -> Iterator["Atlas"]:
    """The ledger that a command asks, closed after."""
    from claimatlas.api import Atlas

    with Atlas.open(ledger, theatre, create) as atlas:
        yield atlas


def plain(text: object) -> str:
    """Text on one line without characters that steer a terminal or turn its direction."""
    return CONTROL.sub(" ", str(text))


def print_json(value: Any) -> None:
    """One JSON object on a line of standard output, in UTF-8 whatever the terminal says."""
    import msgspec

    click.echo(msgspec.json.encode(value))
