"""Where a ledger is: a file, or the address of a PostgreSQL database."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from claimatlas.model.errors import InputError

SCHEMES = ("postgresql://", "postgres://")
SCHEMA = "claimatlas"
"""The schema of the database that a ledger lies in, unless `?schema=` names another."""


@dataclass(frozen=True, slots=True)
class Address:
    """A database on a server: `postgresql://user:password@host:port/database?schema=name`, as libpq reads it but for `schema`."""

    url: str

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        try:
            _ = parts.port
        except ValueError as error:
            told = f"postgresql://{parts.hostname or ''}{parts.path}"  # without its password
            raise InputError(f"'{told}': is no address of a database ({error}); write postgresql://user@host/database.") from error
        if not self.schema.isidentifier() or not self.schema.isascii():
            raise InputError(f"'{self}': the schema '{self.schema}' is no plain name; use letters, digits and _.")

    def __str__(self) -> str:
        """The address without its password."""
        parts = urlsplit(self.url)
        user = f"{parts.username}@" if parts.username else ""
        port = f":{parts.port}" if parts.port else ""
        return f"postgresql://{user}{parts.hostname or ''}{port}{parts.path}"

    @property
    def schema(self) -> str:
        """The schema that holds the ledger."""
        return dict(parse_qsl(urlsplit(self.url).query)).get("schema", SCHEMA)

    @property
    def options(self) -> dict[str, str]:
        """What libpq needs for a connection."""
        parts = urlsplit(self.url)
        told = {k: v for k, v in parse_qsl(parts.query) if k != "schema"}
        own = {"dbname": unquote(parts.path.strip("/")), "user": parts.username, "password": parts.password, "host": parts.hostname}
        found = {k: unquote(v) for k, v in own.items() if v} | ({"port": str(parts.port)} if parts.port else {})
        return found | told

    def as_url(self, scheme: str, **more: str) -> str:
        """The address as a URL of another scheme, with further options."""
        own = self.options
        query = urlencode({k: v for k, v in own.items() if k != "dbname"} | more)
        return f"{scheme}:///{own.get('dbname', '')}?{query}"


Where = Path | Address


def where_is(ledger: Path | str | Address) -> Where:
    """A file's path, or an address where the words begin like one. Raises InputError for an address that cannot be read."""
    if isinstance(ledger, str) and ledger.startswith(SCHEMES):
        return Address(ledger)
    return Path(ledger) if isinstance(ledger, str) else ledger
