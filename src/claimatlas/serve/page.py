"""Pages from templates: everything that is not ours is escaped, and every page carries its session's token."""

from functools import cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from claimatlas import __version__
from claimatlas.publish.words import day
from claimatlas.serve.sessions import Session, Sessions
from claimatlas.serve.settings import Settings
from claimatlas.serve.who import COOKIE, Person, session_of


@cache
def environment() -> Environment:
    """The templates' environment; all values are escaped."""
    made = Environment(
        loader=PackageLoader("claimatlas.serve"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["day"] = lambda d: day(d) if d else "undated"
    return made


NAV = (("/", "Map"), ("/brief", "Brief"), ("/desk", "Desk"), ("/search", "Search"), ("/sources", "Sources"), ("/changes", "Changes"))
OWN: dict[str, Any] = {"nav": NAV, "static": False, "version": __version__, "who": None, "shared": False, "csrf": "", "here": ""}


def rendered(template: str, **values: Any) -> str:
    """A template's text. On a server links are paths as they are; a static site gives its own `link` and `nav`."""
    return environment().get_template(template).render(**{**OWN, "link": lambda path: path, **values})


def keep(request: Request, response: Response, token: str) -> None:
    """Puts a session's token into the browser: not for scripts, not for other sites."""
    settings: Settings = request.app.state.settings
    response.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=settings.https, path="/")


def page(request: Request, template: str, who: Person | None, status: int = 200, /, **values: Any) -> HTMLResponse:
    """A page of a template, with a session where the browser has none."""
    session, token = session_of(request), None
    if session is None:
        token, session = _started(request)
    shared = request.app.state.settings.accounts is not None
    own = {"who": who, "csrf": session.csrf, "shared": shared, "here": request.url.path}
    response = HTMLResponse(rendered(template, **own, **values), status)
    if token:
        keep(request, response, token)
    return response


def _started(request: Request) -> tuple[str, Session]:
    sessions: Sessions = request.app.state.sessions
    return sessions.start(None)
