"""Copies of a ledger: made while others write, checked before they count, put back without losing what was there."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from claimatlas.ledger import database
from claimatlas.ledger.carry import carry
from claimatlas.ledger.transactions import meaning
from claimatlas.ledger.verify import Verified, verify
from claimatlas.model.address import Address, Where
from claimatlas.model.errors import InputError, LedgerError

BESIDE = ("", "-wal", "-shm")
"""A ledger's file, and those that SQLite lays beside it."""


def backup(ledger: Where, to: Path, force: bool = False) -> Verified:
    """Copies a ledger to a file as it stands at one moment, while others may write to it, and verifies the copy before it counts.

    Of a ledger on a server the file holds the whole record, and can be used as a ledger of its own.

    Raises: InputError where `to` is there and not `force`; LedgerError where the copy does not verify or cannot be written.
    """
    _room_for(to, force, "backup")
    if isinstance(ledger, Path):
        database.connect(ledger, create=False).close()
    with _copied(ledger, to) as part:
        found = _whole(part, ledger)
        _laid_aside(to, keep=False)
        part.replace(to)
    return found


def restore(copy: Path, ledger: Where, force: bool = False) -> tuple[Verified, Path | None]:
    """Verifies a copy and puts it in a ledger's place; the copy stays as it is.

    On a server the copy is carried into an empty schema; what is there cannot be put aside.

    With `force`, a ledger that is there is put aside, under the path that is returned. Raises: as `backup`.
    """
    if not copy.is_file():
        raise LedgerError(f"{copy}: there is no copy of a ledger here; check the path.")
    if isinstance(ledger, Address):
        _whole(copy, copy)
        carry(copy, ledger)
        return verify(ledger), None
    _room_for(ledger, force, "restore")
    with _copied(copy, ledger) as part:
        found = _whole(part, copy)
        aside = _laid_aside(ledger, keep=True)
        part.replace(ledger)
    return found, aside


def _room_for(path: Path, force: bool, command: str) -> None:
    if path.is_dir() or not path.absolute().parent.is_dir():
        raise InputError(f"'{path}': a ledger is one file in a folder that exists; name such a file.")
    if path.exists() and not force:
        raise InputError(f"'{path}' is there already; name another file, or let {command} replace it with --force.")


@contextmanager
def _copied(source: Where, target: Path) -> Iterator[Path]:
    """A copy of a ledger beside the target, forced to the disk; removed again where it is not moved away."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if isinstance(source, Address):
            carry(source, part)
        else:
            with closing(database.for_reading(source)) as there, closing(sqlite3.connect(part, isolation_level=None)) as here:
                there.backup(here)
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        yield part
    except sqlite3.DatabaseError as error:
        raise LedgerError(f"{source}: cannot be copied to {target}: {meaning(error) or error}.") from error
    except OSError as error:
        raise LedgerError(f"{target}: cannot be written ({error.strerror}); make room or name another place.") from error
    finally:
        for ending in BESIDE:
            part.with_name(part.name + ending).unlink(missing_ok=True)


def _whole(part: Path, source: Where) -> Verified:
    found = verify(part)
    if found.changes:
        more = f" (and {len(found.changes) - 1} more)" if len(found.changes) > 1 else ""
        raise LedgerError(f"{source}: is not as it was added, so its copy was not kept: {found.changes[0]}{more}; see claimatlas verify.")
    return found


def _laid_aside(path: Path, keep: bool) -> Path | None:
    """Moves a file with those beside it out of the way, or removes them; the new path of what is kept."""
    if not keep:
        for ending in BESIDE[1:]:
            path.with_name(path.name + ending).unlink(missing_ok=True)
        return None
    if not path.exists():
        return None
    number = next(n for n in range(1, 1_000_000) if not path.with_name(f"{path.name}.before-{n}").exists())
    aside = path.with_name(f"{path.name}.before-{number}")
    for ending in BESIDE:
        beside = path.with_name(path.name + ending)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + ending))
    return aside
