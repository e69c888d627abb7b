"""The page of the API itself, and the files of the libraries that pages use."""

from importlib.resources import files

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from claimatlas.publish.basemap import asset
from claimatlas.serve.page import page
from claimatlas.serve.who import Reader

router = APIRouter(include_in_schema=False)
KINDS = {
    "maplibre-gl.mjs": "text/javascript",
    "maplibre-gl-worker.mjs": "text/javascript",
    "maplibre-gl.css": "text/css",
    "htmx.min.js": "text/javascript",
    "LICENSES.txt": "text/plain; charset=utf-8",
    "basemap.json.gz": "application/json",
}
PARTS = ("base.js", "marks.js", "style.js", "panel.js", "page.css")


@router.get("/vendor/{name}")
def vendor(name: str) -> Response:
    """One file of a library or the base map."""
    if name not in KINDS:
        raise HTTPException(404, f"'{name}' is no file here.")
    headers = {"Cache-Control": "public, max-age=3600"} | ({"Content-Encoding": "gzip"} if name.endswith(".gz") else {})
    return Response(asset(name), media_type=KINDS[name], headers=headers)


@router.get("/page/{name}")
def part(name: str) -> Response:
    """A script or style sheet that the pages share with the map that is one file."""
    if name not in PARTS:
        raise HTTPException(404, f"'{name}' is no file here.")
    body = (files("claimatlas.publish") / "page" / name).read_bytes()
    return Response(body, media_type="text/css" if name.endswith(".css") else "text/javascript")


@router.get("/api")
def about(request: Request, who: Reader) -> Response:
    """The API's routes, as a page made from its OpenAPI description."""
    schema = request.app.openapi()
    routes = [
        {
            "path": path,
            "method": method.upper(),
            "summary": told.get("description") or told.get("summary", ""),
            "parameters": told.get("parameters", []),
        }
        for path, methods in sorted(schema["paths"].items())
        for method, told in sorted(methods.items())
    ]
    return page(request, "api.html", who, routes=routes)
