"""Archives of reports in shards: each shard is read by one worker into a file of its own, and a stopped run goes on where it was."""

import gzip
import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import msgspec

from claimatlas.extract.screen import screen
from claimatlas.intake import Progress, ReadSummary, Worker
from claimatlas.ledger import Ledger
from claimatlas.model.claim import Claim, ReaderInfo
from claimatlas.model.errors import InputError
from claimatlas.model.report import Report
from claimatlas.originals import Originals
from claimatlas.read import TableColumns, find_files, iter_file
from claimatlas.reading import ReaderName
from claimatlas.scale.cluster import map_cluster
from claimatlas.theatres import load_theatre
from claimatlas.theatres.cache import cache_file
from claimatlas.theatres.in_force import each_from
from claimatlas.theatres.load import folder_of

SMALL, TOGETHER = 1 << 20, 20
"""Files under a megabyte are read so many to a shard."""


@dataclass(frozen=True, slots=True)
class Job:
    """One shard: the files that it reads, the file that it writes, and how. `screened`: leave out what cannot tell of the theatre."""

    files: tuple[str, ...]
    out: str
    theatre: str
    reader: ReaderName
    columns: TableColumns | None
    screened: bool
    retrieved: str


class Read(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of a shard's file: a report with its claims, or what could not be read, or the last line with its counts."""

    report: Report | None = None
    claims: tuple[Claim, ...] = ()
    error: str = ""
    reader: ReaderInfo | None = None
    dropped: int = 0


@lru_cache(2)
def _screen(theatre: str) -> Callable[[str], bool]:
    return screen(load_theatre(theatre))


def read_job(job: Job) -> str:
    """Reads a shard and returns the path of its file, which stands there whole or not at all; one that is there is not made again."""
    out = Path(job.out)
    if out.is_file():
        return job.out
    part = out.with_name(f"{out.name}.{os.getpid()}.part")
    with part.open("wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed:
        for line in _lines(job):
            packed.write(msgspec.json.encode(line, order="sorted") + b"\n")
    part.replace(out)
    return job.out


def _lines(job: Job) -> Iterator[Read]:
    reading = Worker.reading(job.theatre, job.reader)
    may_tell = _screen(job.theatre) if job.screened else None
    dropped = 0
    for found in each_from(reading.theatre.words, _found(job, reading.theatre.publishers())):
        if isinstance(found, InputError):
            yield Read(error=str(found))
        elif may_tell is not None and not may_tell(found.text):
            dropped += 1
        else:
            yield Read(found, tuple(reading.claims(found)))
    yield Read(reader=reading.reader.info, dropped=dropped)


def _found(job: Job, publishers: Sequence[tuple[str, str]]) -> Iterator[Report | InputError]:
    for name in job.files:
        try:
            yield from iter_file(Path(name), job.retrieved, job.columns, publishers)
        except InputError as error:
            yield error


def jobs_of(
    paths: Sequence[Path], folder: Path, theatre: str, reader: ReaderName, columns: TableColumns | None, screened: bool
) -> list[Job]:
    """The shards of files and folders, in order. A shard's file is named by what it is made from, so that a change makes it anew."""
    retrieved = datetime.now(UTC).isoformat(timespec="seconds")
    made = f"{cache_file(folder_of(theatre)).name} {reader} {columns} {screened}"
    return [
        Job(tuple(map(str, files)), str(folder / f"{_name(files, made)}.jsonl.gz"), theatre, reader, columns, screened, retrieved)
        for files in _shards(find_files(paths))
    ]


def _shards(files: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    few: list[Path] = []
    for file in files:
        if file.is_file() and file.stat().st_size >= SMALL:
            if few:
                yield tuple(few)
                few = []
            yield (file,)
            continue
        few.append(file)
        if len(few) == TOGETHER:
            yield tuple(few)
            few = []
    if few:
        yield tuple(few)


def _name(files: Sequence[Path], made: str) -> str:
    told = [made, *(f"{f} {f.stat().st_size} {f.stat().st_mtime_ns}" if f.exists() else str(f) for f in files)]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:24]


def read_archive(jobs: Sequence[Job], scheduler: str | None = None, workers: int = 1, progress: Progress | None = None) -> None:
    """Reads all shards that are not there yet, each by one worker. `progress(done, total)` counts shards."""
    todo = [job for job in jobs if not Path(job.out).is_file()]
    done = len(jobs) - len(todo)
    for _ in map_cluster(read_job, todo, scheduler, workers) if todo else ():
        done += 1
        if progress:
            progress(done, len(jobs))


def shard_lines(job: Job) -> Iterator[Read]:
    """The lines of a shard's file."""
    with gzip.open(job.out) as stream:
        for line in stream:
            yield msgspec.json.decode(line, type=Read)


def load_archive(ledger: Ledger, jobs: Sequence[Job]) -> ReadSummary:
    """Adds what all shards hold to the ledger, in their order, a shard in memory at a time."""
    summary = ReadSummary()
    originals, added = Originals(), set[str]()
    for job in jobs:
        _add(ledger, job, added, originals, summary)
    summary.copies = len(ledger.copies(added))
    return summary


def _add(ledger: Ledger, job: Job, added: set[str], originals: Originals, summary: ReadSummary) -> None:
    """Adds a shard's reports, and the ids of those that are new to those of the shards before."""
    lines = list(shard_lines(job))
    info = next(line.reader for line in lines if line.reader is not None)
    summary.files += len(job.files)
    summary.errors += [InputError(line.error) for line in lines if line.error]
    summary.screened += sum(line.dropped for line in lines)
    for line in lines:
        report = line.report
        if report is None:
            continue
        if report.id in added or not ledger.add_report(report, originals.of(report), line.claims, info):
            summary.already += 1
            continue
        summary.add(report, line.claims)
        added.add(report.id)
