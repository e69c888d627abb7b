"""The feed of changes and corrections."""

import io

from fastapi import APIRouter
from fastapi.responses import Response

from claimatlas.publish.export.atom import write_atom
from claimatlas.serve.asked import Told
from claimatlas.serve.news import news
from claimatlas.serve.who import Reader

router = APIRouter()


@router.get("/feed.atom")
def feed(who: Reader, told: Told) -> Response:
    """What the last days brought, for a feed reader."""
    stream = io.StringIO()
    write_atom(told.theatre.name, news(told, lambda path: path), stream)
    return Response(stream.getvalue(), media_type="application/atom+xml")
