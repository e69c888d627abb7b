"""How fast events follow from a large log: all of them anew, with one report more, and who held what by them."""

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from claimatlas.control import Land
from claimatlas.evaluate.many import A_REPORT, DAYS, FIRST, Many
from claimatlas.ledger import Ledger
from claimatlas.model.claim import Claim
from claimatlas.model.report import Report
from claimatlas.theatres import Theatre

CLAIMS, ADDED = 100_000, 20
STAMP = "bench"


@dataclass(frozen=True, slots=True)
class Growth:
    """Seconds. `rebuild`: of all events from the file to the file; `adding`, `slowest`: middle and most of `added` reports, each by itself;
    `land`: of who held what on a day, `again`: on another one.
    """

    claims: int
    events: int
    rebuild: float
    added: int
    adding: float
    slowest: float
    land: float
    again: float


def growth(theatre: Theatre, claims: int = CLAIMS, added: int = ADDED) -> Growth:
    """Measures a log of so many claims of our own making, in a file that is thrown away."""
    many = Many(theatre)
    rows = many.reports(claims // A_REPORT)
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "many.sqlite") as ledger:
        for report, told in rows:
            ledger.add_report(report, report.text.encode(), told)
        rebuild = _seconds(lambda: ledger.rebuild(theatre, STAMP))
        times = []
        for report, told in (many.later(len(rows) + n, rows) for n in range(added)):
            ledger.add_report(report, report.text.encode(), told)
            times.append(_seconds(lambda: ledger.renew(theatre, STAMP)))
        log, day = (ledger.claims(), ledger.reports()), FIRST + timedelta(days=DAYS // 2)
        land, all_land = _land(log, theatre, day)
        again = _seconds(lambda: all_land.all_holds(day + timedelta(days=7)))
        counts = ledger.counts()
    return Growth(counts["claims"], counts["events"], rebuild, added, statistics.median(times), max(times), land, again)


def _land(log: tuple[list[Claim], list[Report]], theatre: Theatre, day: date) -> tuple[float, Land]:
    """Seconds until it is known who held what on a day, and what tells it."""
    begun = time.perf_counter()
    land = Land(*log, theatre)
    land.all_holds(day)
    return time.perf_counter() - begun, land


def _seconds(run: Callable[[], object]) -> float:
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun
