"""`python -m claimatlas.evaluate.place_speed`: how fast names are looked up.

In a process of its own, so that its memory is the lookup's.
"""

import json
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

from claimatlas.evaluate.place_files import places_of
from claimatlas.evaluate.shared import ABSENT, shared_folder
from claimatlas.resolve.gazetteer import Gazetteer
from claimatlas.theatres import load_theatre

LOOKUPS, TRIES = 4_000, 5


def lookup_speed(folder: Path) -> dict[str, float]:
    """Lookups a CPU second of names as written and of names misspelt (the best of five runs on a cold index: the machine may be
    shared), CPU seconds to open the built index, MB that the process takes."""
    theatre = load_theatre()
    files = places_of(folder)
    Gazetteer.open(theatre, files).close()
    begun = time.process_time()
    gazetteer = Gazetteer.open(theatre, files)
    opened = time.process_time() - begun
    names = gazetteer.sample(LOOKUPS)
    tried = {"written": names, "misspelt": [f"{n[:-1]}eh" for n in names]}
    for name in (n for asked in tried.values() for n in asked):
        gazetteer.matches(name)
    memory = round(_peak_mb(), 1)
    rates = {name: max(_rate(theatre.id, files, asked) for _ in range(TRIES)) for name, asked in tried.items()}
    return {**rates, "open_s": round(opened, 3), "memory_mb": memory}


def _peak_mb() -> float:
    """The most memory that this process has held, MB. Where the system tells no more, that of the process that started it counts too."""
    status = Path("/proc/self/status")
    told = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii")) if status.exists() else None
    return (int(told[1]) if told else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024


def _rate(theatre: str, files: list[Path], names: list[str]) -> float:
    gazetteer = Gazetteer.open(theatre, files)
    begun = time.process_time()
    for name in names:
        gazetteer.matches(name)
    seconds = time.process_time() - begun
    gazetteer.close()
    return round(len(names) / seconds)


def alone() -> dict[str, float]:
    """The figures of `lookup_speed` from a process of its own."""
    done = subprocess.run([sys.executable, "-m", "claimatlas.evaluate.place_speed"], check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def main() -> None:
    """Print the figures as JSON, or why there are none."""
    folder = shared_folder()
    print(json.dumps(lookup_speed(folder)) if folder and places_of(folder) else f"lookups: skipped, {ABSENT}")


if __name__ == "__main__":
    main()
