"""The index on disk: one SQLite file, written aside and moved into place, so a reader never sees half of one."""

import os
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import msgspec
import platformdirs

from claimatlas.model.names import closeness, fold_name, loosened, sound_key
from claimatlas.model.place import Place
from claimatlas.resolve.gazetteer_merge import other_ids, spellings

SCHEMA_VERSION = 9
SCHEMA = """
CREATE TABLE place (rid INTEGER PRIMARY KEY, lat REAL NOT NULL, lon REAL NOT NULL, body BLOB NOT NULL);
CREATE TABLE ident (id TEXT PRIMARY KEY, rid INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE name (fold TEXT NOT NULL, rid INTEGER NOT NULL, weight INTEGER NOT NULL, PRIMARY KEY (fold, rid)) WITHOUT ROWID;
CREATE TABLE sound (key TEXT PRIMARY KEY, alike BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE first (word TEXT PRIMARY KEY, most INTEGER NOT NULL) WITHOUT ROWID;
"""
Alike = list[tuple[int, str]]
"""What sounds as one key: of each spelling the row of its place and its loosened form."""
ALIKE = msgspec.msgpack.Decoder(Alike)
BIG, NEAR_BIG = 300_000, 15_000
OWN_NAME = 0.85


def cache_folder() -> Path:
    """Where built indexes lie: the folder named by CLAIMATLAS_CACHE, else the user's cache folder."""
    return Path(os.environ.get("CLAIMATLAS_CACHE") or platformdirs.user_cache_dir("claimatlas"))


def joined_key(name: str) -> str:
    """The sound key of a whole name without its word breaks."""
    return sound_key(name).replace(" ", "")


def weight_of(place: Place, home: frozenset[str], near: frozenset[str]) -> int:
    """How freely a name may be spotted in text: 2 the theatre's own and countries, 1 its region or big, 0 only when asked for."""
    if place.theatre or place.level == "country":
        return 2
    floor = 0 if place.country in home else NEAR_BIG if place.country in near else BIG
    return int(place.kind == "capital" or place.population >= floor)


def write(path: Path, places: Iterable[Place], home: frozenset[str], near: frozenset[str]) -> None:
    """Write an index of the places to `path`; another process may do the same at the same time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(handle)
    try:
        base = sqlite3.connect(temporary)
        try:
            base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
            _fill(base, places, home, near)
            base.commit()
            base.execute("CREATE INDEX place_lat ON place (lat, lon)")
            base.commit()
        finally:
            base.close()
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _weight(place: Place, folded: str, weight: int) -> int:
    """The weight of one spelling: far cities are spotted by their own name only, not by a chance alias."""
    return weight if weight != 1 or closeness(folded, place.name) >= OWN_NAME else 0


def _fill(base: sqlite3.Connection, places: Iterable[Place], home: frozenset[str], near: frozenset[str]) -> None:
    first: dict[str, int] = {}
    sounds: dict[str, Alike] = defaultdict(list)
    for rid, place in enumerate(places, 1):
        weight = weight_of(place, home, near)
        base.execute("INSERT INTO place VALUES (?, ?, ?, ?)", (rid, place.lat, place.lon, msgspec.json.encode(place)))
        base.executemany("INSERT OR IGNORE INTO ident VALUES (?, ?)", [(i, rid) for i in (place.id, *other_ids(place))])
        names = spellings(place)
        folds = {f: _weight(place, f, weight) for f in map(fold_name, names) if f}
        base.executemany("INSERT INTO name VALUES (?, ?, ?)", [(f, rid, w) for f, w in sorted(folds.items())])
        if place.country in home:
            for key, loose in sorted({(k, loosened(fold_name(n))) for n in names if len(k := joined_key(n)) > 1}):
                sounds[key].append((rid, loose))
        for folded in (f for f, w in folds.items() if w):
            words = folded.split()
            first[words[0]] = max(first.get(words[0], 0), len(words))
    base.executemany("INSERT INTO first VALUES (?, ?)", sorted(first.items()))
    base.executemany("INSERT INTO sound VALUES (?, ?)", ((key, msgspec.msgpack.encode(sounds[key])) for key in sorted(sounds)))
