"""Files into the ledger: one transaction a report, so that a killed run leaves whole reports only and a second one finishes the job."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import ClassVar

from claimatlas.ledger import Ledger
from claimatlas.model.claim import Claim, ReaderInfo
from claimatlas.model.errors import InputError
from claimatlas.model.report import Report
from claimatlas.originals import Originals
from claimatlas.read import TableColumns, find_files, iter_file
from claimatlas.reading import ReaderName, Reading
from claimatlas.scale import map_ordered
from claimatlas.scale.turns import turns
from claimatlas.theatres import Theatre, load_theatre
from claimatlas.theatres.in_force import words_from

Progress = Callable[[int, int], None]
CHUNK = 4


@dataclass(slots=True)
class ReadSummary:
    """What a run of reading did. `already`: reports that the ledger held; `copies` and `claims` count those read now; `flags` too.

    `screened`: reports left out because no name of the theatre stands in them.
    """

    files: int = 0
    read: int = 0
    already: int = 0
    copies: int = 0
    claims: int = 0
    flags: Counter[str] = field(default_factory=Counter)
    errors: list[InputError] = field(default_factory=list)
    screened: int = 0

    def add(self, report: Report, claims: Sequence[Claim]) -> None:
        """Counts a report read now."""
        self.read += 1
        self.claims += len(claims)
        self.flags.update({flag.partition(":")[0] for flag in report.flags} - {"piece"})


def gather(files: Sequence[Path], columns: TableColumns | None, theatre: Theatre, summary: ReadSummary) -> Iterator[Report]:
    """The reports of all files, each id once; errors go to the summary."""
    retrieved = datetime.now(UTC).isoformat(timespec="seconds")
    publishers = theatre.publishers()
    report_ids: set[str] = set()
    for path in files:
        before = len(summary.errors)
        good = 0
        try:
            for found in iter_file(path, retrieved, columns, publishers):
                if isinstance(found, InputError):
                    summary.errors.append(found)
                    continue
                good += 1
                if found.id in report_ids:
                    summary.already += 1
                    continue
                report_ids.add(found.id)
                yield found
        except InputError as error:
            summary.errors.append(error)
        summary.files += good > 0 or len(summary.errors) == before


class Worker:
    """Reads reports with one theatre's knowledge; the knowledge is loaded once a process, at the first report."""

    held: ClassVar[dict[tuple[str, ReaderName], Reading]] = {}
    turns: ClassVar[AbstractContextManager[bool]] = turns()
    """Held by each thread of a server while it reads, as the reading does one thing at a time."""

    @classmethod
    def reading(cls, theatre: str, reader: ReaderName = "learned") -> Reading:
        """The process's reading of a theatre."""
        if (theatre, reader) not in cls.held:
            cls.held[theatre, reader] = Reading(load_theatre(theatre), reader)
        return cls.held[theatre, reader]


def read_one(report: Report, theatre: str, reader: ReaderName) -> tuple[Report, list[Claim]]:
    """A report with its claims, in a worker process."""
    return report, Worker.reading(theatre, reader).claims(report)


def _pairs(todo: Sequence[Report], theatre: str, reader: ReaderName, jobs: int) -> Iterator[tuple[Report, list[Claim]]]:
    if jobs == 1 or len(todo) < 2 * CHUNK:
        reading = Worker.reading(theatre, reader)
        return ((report, reading.claims(report)) for report in todo)
    return map_ordered(partial(read_one, theatre=theatre, reader=reader), todo, jobs, CHUNK, Worker.reading, (theatre, reader))


def read_into(
    ledger: Ledger,
    paths: Sequence[Path],
    theatre: str,
    reader: ReaderName = "learned",
    columns: TableColumns | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
) -> ReadSummary:
    """Reads files into the ledger; a report that this reader has read before is not read again.

    The reading is loaded only when there is a report; `progress(done, total)` is called after each one.
    """
    summary = ReadSummary()
    files = [f for f in find_files(paths) if not _is_of(ledger, f)]
    known = load_theatre(theatre)
    with words_from(known.words):
        reports = list(gather(files, columns, known, summary))
    if not reports:
        return summary
    info: ReaderInfo = Worker.reading(theatre, reader).reader.info
    todo = [r for r in reports if not ledger.has_reading(r.id, info)]
    summary.already += len(reports) - len(todo)
    originals = Originals()
    for done, (report, claims) in enumerate(_pairs(todo, theatre, reader, jobs), 1):
        _keep(ledger, report, claims, info, originals, summary)
        if progress:
            progress(done, len(todo))
    summary.copies = len(ledger.copies(r.id for r in todo))
    return summary


def _is_of(ledger: Ledger, file: Path) -> bool:
    """Whether a file is the ledger's own, which may lie in a folder that is read."""
    if not isinstance(ledger.path, Path):
        return False
    own = ledger.path.resolve()
    return file.resolve() in (own, own.with_name(own.name + "-wal"), own.with_name(own.name + "-shm"))


def _keep(ledger: Ledger, report: Report, claims: list[Claim], info: ReaderInfo, originals: Originals, summary: ReadSummary) -> None:
    try:
        original = originals.of(report)
    except InputError as error:
        summary.errors.append(error)
        return
    if ledger.add_report(report, original, claims, info):
        summary.add(report, claims)
    else:
        summary.already += 1
