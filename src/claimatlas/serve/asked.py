"""What a request asks for: the two clocks, the source left out, and the snapshot that follows."""

from datetime import date
from typing import Annotated

from fastapi import Depends, HTTPException, Query, Request

from claimatlas.serve.snapshot import Snapshot, Work

FIRST, LAST = date(1900, 1, 1), date(2200, 1, 1)
"""Dates that can be asked about."""
Known = Annotated[date | None, Query(ge=FIRST, le=LAST, description="Count only reports published on or before this date.")]
Day = Annotated[date, Query(ge=FIRST, le=LAST)]
Maybe = Annotated[date | None, Query(ge=FIRST, le=LAST)]
Without = Annotated[
    str | None, Query(max_length=200, description="Leave out this source: its reports, copies, and what others have from it.")
]
On = Annotated[date, Query(ge=FIRST, le=LAST, description="The date asked about.")]


def work_of(request: Request) -> Work:
    """The server's ledger."""
    work: Work = request.app.state.work
    return work


def snapshot_of(request: Request, known: Known = None, without: Without = None) -> Snapshot:
    """What the ledger says as known at a date and without a source."""
    return work_of(request).snapshot(known, without)


def found(value: object | None, what: str, key: str) -> None:
    """Raises: HTTPException 404 where there is nothing of that key."""
    if value is None:
        raise HTTPException(404, f"'{key}' is no {what} in the ledger.")


Told = Annotated[Snapshot, Depends(snapshot_of)]
Working = Annotated[Work, Depends(work_of)]
