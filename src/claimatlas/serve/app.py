"""The application: routes, guards, and the form of errors."""

from importlib.resources import files

from fastapi import FastAPI, Request
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.responses import JSONResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from claimatlas import __version__
from claimatlas.model.errors import ClaimatlasError
from claimatlas.serve import api_atlas, api_complete, api_ledger, api_pages, api_write, login, pages
from claimatlas.serve.guard import OWN, Bounds, Headers
from claimatlas.serve.page import page
from claimatlas.serve.sessions import Sessions
from claimatlas.serve.settings import Settings
from claimatlas.serve.snapshot import Work
from claimatlas.serve.who import LoginNeeded

ROUTERS = (api_atlas.router, api_complete.router, api_ledger.router, api_write.router, api_pages.router, login.router, pages.router)


def create_app(settings: Settings) -> FastAPI:
    """The application over a ledger, as an ASGI app. Raises: InputError, LedgerError for settings that cannot be used."""
    app = FastAPI(title="Claimatlas", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.state.settings, app.state.work, app.state.sessions = settings, Work(settings), Sessions()
    with app.state.work.atlas():
        pass
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=str(files("claimatlas.serve") / "static")), name="static")
    app.add_exception_handler(ClaimatlasError, _mistake)
    app.add_exception_handler(LoginNeeded, _log_in)
    app.add_exception_handler(HTTPException, _refused)
    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=5)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=[*OWN, *settings.hosts])
    app.add_middleware(Bounds, settings=settings)
    app.add_middleware(Headers)
    return app


def _mistake(request: Request, error: Exception) -> Response:
    if request.url.path.startswith("/api/") or request.method != "GET":
        return JSONResponse({"detail": str(error)}, 422)
    return page(request, "error.html", None, 422, detail=str(error))


def _refused(request: Request, error: Exception) -> Response:
    """An HTTP error as a page for people, as JSON for programs."""
    assert isinstance(error, HTTPException)
    if request.url.path.startswith("/api/") or request.method != "GET":
        return JSONResponse({"detail": error.detail}, error.status_code, error.headers)
    return page(request, "error.html", None, error.status_code, detail=str(error.detail))


def _log_in(request: Request, error: Exception) -> Response:
    if request.url.path.startswith("/api/") or request.method != "GET":
        return JSONResponse({"detail": "Log in first."}, 401)
    return RedirectResponse("/login", 303)
