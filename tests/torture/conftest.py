"""A little of the torture in `make test`, all of it where CLAIMATLAS_TORTURE names a file for the figures (`make torture`)."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

FULL = bool(os.environ.get("CLAIMATLAS_TORTURE"))
SRC = Path(__file__).parents[2] / "src"


@pytest.fixture(scope="session")
def many() -> Callable[[int, int], int]:
    """Picks the number of a short run or of a full one."""
    return lambda short, full: full if FULL else short


@pytest.fixture
def told() -> Callable[[str], None]:
    """Adds a figure of a full run to the file that CLAIMATLAS_TORTURE names."""

    def call(words: str) -> None:
        if FULL:
            with Path(os.environ["CLAIMATLAS_TORTURE"]).open("a", encoding="utf-8") as stream:
                stream.write(f"{words}\n")

    return call


@pytest.fixture
def python() -> Callable[..., Any]:
    """Runs Python in a process of its own, with this checkout's package."""

    def call(*words: object, **how: Any) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(SRC)}
        return subprocess.run([sys.executable, *map(str, words)], env=environment, capture_output=True, text=True, check=False, **how)

    return call


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Mounts a small disk in memory, by its options; skips where that is not permitted."""
    folders: list[Path] = []

    def call(options: str) -> Path:
        folder = tmp_path / f"disk{len(folders)}"
        folder.mkdir()
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True, check=False)
        if done.returncode:
            pytest.skip("a disk may not be mounted here")
        folders.append(folder)
        return folder

    if os.name != "posix" or not Path("/bin/mount").exists():
        pytest.skip("there is no mount here")
    yield call
    for folder in folders:
        subprocess.run(["umount", str(folder)], check=True)
