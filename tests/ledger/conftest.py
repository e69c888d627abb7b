"""The two stores that a ledger lies in: the tests of the ledger run on both, on the server where PostgreSQL is installed."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

OWNERS = ("postgres", "nobody")
Where = Callable[[str], Path | str]


def _programs() -> Path | None:
    """Where PostgreSQL's programs lie: Debian keeps them out of the path."""
    found = [*Path("/usr/lib/postgresql").glob("*/bin/initdb"), *([Path(found)] if (found := shutil.which("initdb")) else [])]
    return next((f.parent for f in sorted(found, reverse=True) if (f.parent / "pg_ctl").is_file()), None)


def _owner() -> str | None:
    """Whom the server runs as: it refuses to be root."""
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in OWNERS if name in known), None) if os.getuid() == 0 else None


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The options of a throw-away server's addresses; its database `laid` holds an empty ledger."""
    pytest.importorskip("psycopg", reason="psycopg, or the library libpq, is not installed", exc_type=ImportError)
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed")
    # a socket's path is short, and its owner must be able to walk there
    home = Path("/tmp") / f"claimatlas-pg-{os.getpid()}"
    home.mkdir()
    owner = _owner()
    if owner:
        shutil.chown(home, owner)

    def run(program: str, *arguments: str) -> None:
        subprocess.run([programs / program, *arguments], check=True, user=owner, cwd=home, capture_output=True)

    data = str(home / "data")
    try:
        try:
            run("initdb", "-D", data, "-A", "trust", "-U", "claimatlas", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8")
            quick = f"-k {home} -c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
            run("pg_ctl", "-D", data, "-w", "-l", str(home / "log"), "-o", quick, "start")
        except subprocess.CalledProcessError as error:
            pytest.skip(f"PostgreSQL does not start here: {error.stderr.decode(errors='replace').strip()[-200:]}")
        told = f"host={home}"
        _execute(told, "CREATE DATABASE laid")
        _lay(f"postgresql://claimatlas@/laid?{told}")
        yield told
    finally:
        subprocess.run([programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"], user=owner, cwd=home, capture_output=True, check=False)
        shutil.rmtree(home, ignore_errors=True)


def _execute(options: str, sql: str) -> None:
    import psycopg

    with psycopg.connect(f"dbname=postgres user=claimatlas {options}", autocommit=True) as db:
        db.execute(sql)  # type: ignore[arg-type]


def _lay(url: str) -> None:
    from claimatlas.ledger import Ledger

    Ledger.open(url).close()


@pytest.fixture
def on_server(server: str, request: pytest.FixtureRequest) -> Iterator[Callable[[str], str]]:
    """Addresses of ledgers of this test's own, by a name; each is empty when first asked for."""
    made: dict[str, str] = {}

    def where(name: str) -> str:
        if name not in made:
            made[name] = f"t{os.urandom(6).hex()}"
            _execute(server, f"CREATE DATABASE {made[name]} TEMPLATE laid")
        return f"postgresql://claimatlas@/{made[name]}?{server}"

    yield where
    for database in made.values():
        _execute(server, f"DROP DATABASE {database} WITH (FORCE)")


@pytest.fixture(params=["file", "server"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Where:
    """Where a ledger of this name is, in a file and on a server."""
    if request.param == "file":
        return lambda name: tmp_path / name
    found: Where = request.getfixturevalue("on_server")
    return found
