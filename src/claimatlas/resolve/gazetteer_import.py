"""Places from files that a user adds: GeoNames country dumps, Who's On First tables, OCHA p-code tables."""

import csv
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import platformdirs

from claimatlas.model.default import DEFAULT_THEATRE
from claimatlas.model.errors import BadKnowledge
from claimatlas.model.place import Place
from claimatlas.resolve.gazetteer_formats import geonames_rows, is_geonames, is_pcodes, is_whosonfirst, pcode_rows, whosonfirst_rows
from claimatlas.theatres import Theatre, load_theatre

MAX_BYTES = 400_000_000
KNOWN = "a GeoNames country dump (19 columns, tabs), a Who's On First table or an OCHA p-code table (CSV with admin1Pcode and coordinates)"
Reader = Callable[[Iterable[str], Theatre], Iterator[Place]]


def data_folder() -> Path:
    """Where added knowledge is kept: the folder named by CLAIMATLAS_DATA, else the user's data folder."""
    return Path(os.environ.get("CLAIMATLAS_DATA") or platformdirs.user_data_dir("claimatlas"))


def added_files(theatre_id: str) -> tuple[Path, ...]:
    """The copies of files added for a theatre, in the order of their names."""
    folder = data_folder() / "gazetteer" / theatre_id
    return tuple(sorted(p for p in folder.iterdir() if p.is_file() and not p.name.startswith("."))) if folder.is_dir() else ()


def list_added(theatre: str = DEFAULT_THEATRE) -> list[str]:
    """Names of the files added for a theatre, as they were given."""
    return [p.name.split("-", 1)[-1] for p in added_files(load_theatre(theatre).id)]


def add_file(path: Path | str, theatre: str | Theatre = DEFAULT_THEATRE) -> int:
    """Keep a copy of a file of places for later runs; returns how many places it holds. BadKnowledge when it holds none."""
    source = Path(path)
    known = load_theatre(theatre) if isinstance(theatre, str) else theatre
    count = len(read_places(source, known))
    content = hashlib.sha256(source.read_bytes()).hexdigest()[:12]
    folder = data_folder() / "gazetteer" / known.id
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{content}-{source.name}"
    aside = folder / f".{target.name}.{os.getpid()}"
    shutil.copyfile(source, aside)
    aside.replace(target)
    return count


def read_places(path: Path, theatre: Theatre) -> list[Place]:
    """The places of one file; BadKnowledge, with what is wrong and the mend, when it cannot be used."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BadKnowledge(f"{path}: over {MAX_BYTES // 1_000_000} MB; give the dump of one country.")
        with path.open(encoding="utf-8-sig", newline="") as lines:
            head = lines.readline()
            reader = _reader(head, path)
            lines.seek(0)
            places = list(reader(lines, theatre))
    except OSError as error:
        raise BadKnowledge(f"{path}: cannot be read ({error.strerror}); check the path.") from error
    except UnicodeDecodeError as error:
        raise BadKnowledge(f"{path}: is not UTF-8 text; save it as UTF-8 and give {KNOWN}.") from error
    except csv.Error as error:
        raise BadKnowledge(f"{path}: is not a sound table ({error}); give {KNOWN}.") from error
    if not places:
        raise BadKnowledge(f"{path}: holds no place with coordinates; give {KNOWN}.")
    return places


def _reader(head: str, path: Path) -> Reader:
    tests: tuple[tuple[Callable[[str], bool], Reader], ...] = (
        (is_whosonfirst, whosonfirst_rows),
        (is_pcodes, pcode_rows),
        (is_geonames, geonames_rows),
    )
    for test, reader in tests:
        if test(head):
            return reader
    raise BadKnowledge(f"{path}: its first line is not that of a gazetteer; give {KNOWN}.")
