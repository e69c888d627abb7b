"""The pages: the map; more in the modules beside this one."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from claimatlas.serve.page import page
from claimatlas.serve.who import Reader

router = APIRouter(include_in_schema=False)


@router.get("/")
def atlas(request: Request, who: Reader) -> Response:
    """The map; its data comes from /api/atlas, its state stands in the address."""
    return page(request, "atlas.html", who)
