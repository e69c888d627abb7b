"""What a server is started with."""

from dataclasses import dataclass
from pathlib import Path

from claimatlas.model.address import Where
from claimatlas.model.default import DEFAULT_THEATRE
from claimatlas.reading import ReaderName

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Settings:
    """`accounts`: the file of accounts; None serves one trusted person on this machine, under the name `author`.

    `hosts`: names under which the server may be asked, beside this machine's own. `https`: whether cookies demand it.
    `upload`: the most bytes of one request. `rates`: requests a minute of one address: pages and data, writes, log-ins.
    `reader`: learned or rules, for pasted reports.
    """

    ledger: Where
    theatre: str = DEFAULT_THEATRE
    accounts: Path | None = None
    author: str = "local"
    hosts: tuple[str, ...] = ()
    https: bool = False
    upload: int = 4 * MEGABYTE
    rates: tuple[int, int, int] = (1200, 120, 10)
    reader: ReaderName = "learned"
