"""Files on disk: which there are, how large they may be, their bytes."""

import gzip
import hashlib
import io
import os
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimatlas.model.errors import UnreadableFile
from claimatlas.read.limits import DOCUMENT, MB, TABLE, TEXT

TABLES = (".csv", ".tsv", ".jsonl", ".ndjson", ".json", ".parquet")
DOCUMENTS = (".pdf", ".docx", ".eml")


def find_files(paths: Sequence[Path]) -> list[Path]:
    """The files named and those in the folders named, each once; a folder's files in order of name, hidden ones left out.

    A path that does not exist is kept, so that reading it reports it.
    """
    found = (file for path in paths for file in (_walk(path) if path.is_dir() else (path,)))
    return list(dict.fromkeys(found))


def _walk(folder: Path) -> Iterator[Path]:
    files: list[Path] = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        files += [Path(root, n) for n in names if not n.startswith(".")]
    yield from sorted(files, key=lambda p: p.as_posix())


def ending(path: Path) -> str:
    """The file's ending in lower case, that of the packed file for `.gz`."""
    inner = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return inner.suffix.lower()


def stem(path: Path) -> str:
    """The file name without its ending."""
    inner = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return inner.stem


def limit_of(path: Path) -> int:
    """Most bytes that a file with this ending may have, unpacked."""
    kind = ending(path)
    return TABLE if kind in TABLES else DOCUMENT if kind in DOCUMENTS else TEXT


def read_bytes(path: Path) -> bytes:
    """The file's bytes as they lie on disk. Raises: UnreadableFile where there is none, it cannot be opened, or it is too large."""
    try:
        if not path.is_file():
            what = "is a folder or device, not a file" if path.exists() else "does not exist"
            raise UnreadableFile(f"'{path}' {what}; check the path.")
        if path.stat().st_size > limit_of(path):
            raise _too_large(path)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"'{path}' cannot be opened ({error.strerror}); check its name and that you may read it.") from error
    except ValueError as error:
        raise UnreadableFile(f"'{path!s}' is not a path that a file can have ({error}); check it.") from error


def unpacked(path: Path, data: bytes) -> bytes:
    """The bytes, gunzipped for `.gz`. Raises: UnreadableFile where they are no gzip data or unpack to too much."""
    if path.suffix.lower() != ".gz":
        return data
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            inner = packed.read(limit_of(path) + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableFile(f"'{path}' is not a whole gzip file; pack it again or give it unpacked.") from error
    if len(inner) > limit_of(path):
        raise _too_large(path)
    return inner


def _too_large(path: Path) -> UnreadableFile:
    return UnreadableFile(f"'{path}' is larger than {limit_of(path) // MB} MB, the most that is read from such a file; split it.")


def sha256_of(data: bytes) -> str:
    """SHA-256 of bytes, as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()
