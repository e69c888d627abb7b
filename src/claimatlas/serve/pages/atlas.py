"""The map page; its data comes from /api/atlas, its state stands in the address."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from claimatlas.serve.page import page
from claimatlas.serve.who import Reader

router = APIRouter()


@router.get("/")
def atlas(request: Request, who: Reader) -> Response:
    """The map."""
    return page(request, "atlas.html", who)
