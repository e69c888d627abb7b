"""Whether a server's schema still has the rules that keep the log from being changed, as this program lays them."""

from collections.abc import Iterator
from importlib.resources import files

from claimatlas.ledger.server import Server
from claimatlas.model.errors import LedgerError

TRIGGERS = (
    "SELECT 'trigger ' || t.tgname, pg_get_triggerdef(t.oid) || t.tgenabled::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
    "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT t.tgisinternal AND n.nspname = ?"
)
FUNCTIONS = (
    "SELECT 'function ' || p.proname, pg_get_functiondef(p.oid) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
    "WHERE n.nspname = ?"
)
VIEWS = "SELECT 'view ' || viewname, definition FROM pg_views WHERE schemaname = ?"
OTHER = "claimatlas_as_laid"
"""A schema that stands for the moment of the comparison only: it is rolled back."""


def changed(db: Server) -> Iterator[str]:
    """What is missing, changed or added, a sentence each. The transaction that is open is ended."""
    db.execute("ROLLBACK")
    there = _told(db, db.address.schema)
    try:
        laid = _as_laid(db)
    except LedgerError as error:
        yield f"the rules of the schema cannot be compared ({error})"
        return
    for name, told in laid.items():
        if there.pop(name, None) != told:
            yield f"the rule '{name}' of the schema is missing or changed"
    yield from (f"the schema holds a rule '{name}' that Claimatlas did not lay" for name in sorted(there))


def _as_laid(db: Server) -> dict[str, str]:
    """The rules of a schema that is laid now."""
    db.execute("START TRANSACTION")
    try:
        db.execute(f"CREATE SCHEMA {OTHER}")
        db.execute(f"SET LOCAL search_path TO {OTHER}, public")
        db.script((files("claimatlas.ledger") / "migrations" / "0001-log.sql").read_text(encoding="utf-8"))
        return _told(db, OTHER)
    finally:
        db.execute("ROLLBACK")


def _told(db: Server, schema: str) -> dict[str, str]:
    rows = [row for asked in (TRIGGERS, FUNCTIONS, VIEWS) for row in db.execute(asked, (schema,))]
    return {name: told.replace(f"{schema}.", "") for name, told in rows}
