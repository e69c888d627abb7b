"""A parsed theatre kept on disk: reading its YAML takes a second, reading it back some hundredths.

The file's name is a hash of the theatre's files and of the code that reads them, so that a change in either makes a new one.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec
import platformdirs

from claimatlas.theatres.theatre import Theatre

ROOM = ("load", "rows", "head", "actor_rows", "inherited", "place_rows", "parts", "check", "theatre", "words")
CODE = (*(f"theatres/{name}.py" for name in ROOM), "model/actor.py", "model/place.py", "model/names.py")


def cache_file(folder: Traversable) -> Path:
    """Where the theatre of this folder is kept: under CLAIMATLAS_CACHE, else the user's cache folder."""
    digest = hashlib.sha256()
    package = files("claimatlas")
    for path in [*sorted((p for p in folder.iterdir() if p.name.endswith(".yaml")), key=lambda p: p.name), *(package / c for c in CODE)]:
        body = path.read_bytes()
        digest.update(f"{path.name} {len(body)} ".encode() + body)
    base = Path(os.environ.get("CLAIMATLAS_CACHE") or platformdirs.user_cache_dir("claimatlas"))
    return base / f"theatre-{digest.hexdigest()[:16]}.msgpack"


def cached(folder: Traversable, load: Callable[[], Theatre]) -> Theatre:
    """The theatre as kept, else as `load` gives it, which is then kept; a cache that cannot be read or written is done without."""
    path = cache_file(folder)
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=Theatre)
    except (OSError, msgspec.DecodeError):
        theatre = load()
    try:
        _write(path, msgspec.msgpack.encode(theatre))
    except OSError:
        return theatre
    return theatre


def _write(path: Path, body: bytes) -> None:
    """Written aside and moved into place, so that no reader sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(body)
        Path(aside).replace(path)
    finally:
        Path(aside).unlink(missing_ok=True)
