"""The tables of a ledger on a PostgreSQL server: laid and brought up to date by migrations (yoyo), one writer at a time."""

from importlib.resources import as_file, files

from claimatlas.ledger.server import NEEDED, Server, connected
from claimatlas.model.address import Address
from claimatlas.model.errors import LedgerError

SPOTS = "0003-spots"
"""What PostGIS is needed for; all else goes without it."""
DONE = "_yoyo_migration"


def connect(address: Address, create: bool) -> Server:
    """A connection to a ledger whose tables are those of this program.

    Raises LedgerError where the server is not there, where it holds no ledger and `create` is not set, or one of a newer Claimatlas.
    """
    db = connected(address)
    try:
        done, known = _done(db), _known()
        if not done and not create:
            raise LedgerError(f"{address}: there is no ledger in the schema '{address.schema}'; add reports first, or check the address.")
        if done - known:
            raise LedgerError(f"{address}: was written by a newer Claimatlas ({max(done - known)}); update first.")
        wanted = known - done
        if SPOTS in wanted and not _has_postgis(db, lay=not done):
            wanted.remove(SPOTS)
        if wanted:
            _lay(db, address, wanted)
    except LedgerError:
        db.close()
        raise
    return db


def has_spots(db: Server) -> bool:
    """Whether distances can be asked of the server."""
    return SPOTS in _done(db)


def _known() -> set[str]:
    return {f.name.removesuffix(".sql") for f in (files("claimatlas.ledger") / "migrations").iterdir() if f.name.endswith(".sql")}


def _done(db: Server) -> set[str]:
    """The migrations that the schema has had."""
    there = db.execute("SELECT to_regclass(?)", (f"{db.address.schema}.{DONE}",)).fetchone()[0]
    return {row[0] for row in db.execute(f"SELECT migration_id FROM {db.address.schema}.{DONE}")} if there else set()


def _has_postgis(db: Server, lay: bool) -> bool:
    """Whether the database has PostGIS; `lay`: try to put it there, where the server offers it and lets this user."""
    asked = "SELECT 1 FROM pg_extension WHERE extname = 'postgis'"
    offered = "SELECT 1 FROM pg_available_extensions WHERE name = 'postgis'"
    if not db.execute(asked).fetchone() and lay and db.execute(offered).fetchone():
        try:
            db.execute("CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public")
        except LedgerError:
            return False  # the user may not; all but distances works, and these are then counted here
    return db.execute(asked).fetchone() is not None


def _lay(db: Server, address: Address, wanted: set[str]) -> None:
    try:
        import yoyo
    except ImportError as error:
        raise LedgerError(f"{address}: {NEEDED}.") from error
    db.execute(f"CREATE SCHEMA IF NOT EXISTS {address.schema}")
    backend = yoyo.get_backend(address.as_url("postgresql+psycopg", options=f"-c search_path={address.schema},public"))
    try:
        with as_file(files("claimatlas.ledger") / "migrations") as folder, backend.lock():
            found = yoyo.read_migrations(str(folder)).filter(lambda m: m.id in wanted)
            backend.apply_migrations(backend.to_apply(found))
    except Exception as error:  # whatever the driver raises
        raise LedgerError(f"{address}: the tables cannot be laid ({error}); ask for the right to create in the database.") from error
    finally:
        backend.connection.close()
