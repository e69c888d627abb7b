"""What changed between two dates, each as known on its own date."""

from datetime import date, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import Response

from claimatlas.model.errors import InputError
from claimatlas.serve.api_atlas import diff_told
from claimatlas.serve.asked import Known, Maybe, Told, Without, Working
from claimatlas.serve.page import page
from claimatlas.serve.who import Reader

router = APIRouter()
WEEK = timedelta(days=7)


@router.get("/changes")
def changes(
    request: Request, who: Reader, work: Working, told: Told, since: Maybe = None, until: Maybe = None,
    known: Known = None, without: Without = None,
) -> Response:  # fmt: skip
    """The page; it defaults to the last week told of."""
    last = until or (told.days[1] if told.days else date.today())
    first = since or last - WEEK
    try:
        found, wrong = diff_told(work, first, last, known, without), ""
    except InputError as error:
        found, wrong = None, str(error)
    return page(request, "changes.html", who, found=found, wrong=wrong, since=first, until=last, without=without or "")
