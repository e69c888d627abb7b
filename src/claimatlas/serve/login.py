"""Logging in and out of a shared server."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from claimatlas.serve.accounts import Accounts
from claimatlas.serve.page import keep, page
from claimatlas.serve.sessions import Sessions
from claimatlas.serve.settings import Settings
from claimatlas.serve.who import COOKIE, from_our_page

router = APIRouter(include_in_schema=False)


@router.get("/login")
def ask(request: Request) -> Response:
    """The form; a server without accounts needs none."""
    settings: Settings = request.app.state.settings
    return page(request, "login.html", None, failed=False) if settings.accounts else RedirectResponse("/", 303)


@router.post("/login")
def log_in(
    request: Request,
    name: Annotated[str, Form(max_length=64)],
    password: Annotated[str, Form(max_length=1024)],
    csrf: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Checks name and password; a session under a new token begins, the one before ends."""
    from_our_page(request, csrf)
    settings: Settings = request.app.state.settings
    account = Accounts(settings.accounts).check(name, password) if settings.accounts else None
    if account is None:
        return page(request, "login.html", None, 403, failed=True)
    sessions: Sessions = request.app.state.sessions
    sessions.end(request.cookies.get(COOKIE))
    token, _ = sessions.start(account.name, account.password)
    response = RedirectResponse("/", 303)
    keep(request, response, token)
    return response


@router.post("/logout")
def log_out(request: Request, csrf: Annotated[str, Form(max_length=200)] = "") -> Response:
    """Ends the session."""
    from_our_page(request, csrf)
    sessions: Sessions = request.app.state.sessions
    sessions.end(request.cookies.get(COOKIE))
    response = RedirectResponse("/login", 303)
    response.delete_cookie(COOKIE)
    return response
