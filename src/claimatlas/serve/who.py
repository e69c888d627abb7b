"""The person behind a request, what the role allows, and the check that a write comes from our own page."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, HTTPException, Request

from claimatlas.serve.accounts import ROLES, Accounts
from claimatlas.serve.sessions import Session, Sessions, same
from claimatlas.serve.settings import Settings

COOKIE = "claimatlas"


class LoginNeeded(Exception):
    """Nobody is logged in on a server that has accounts."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks. `name` signs judgements; `csrf` is what a write of this session must carry."""

    name: str
    role: str
    csrf: str

    def may(self, role: str) -> bool:
        """Whether the person's role includes another."""
        return ROLES.index(self.role) >= ROLES.index(role)


def session_of(request: Request) -> Session | None:
    """The request's session, or None."""
    sessions: Sessions = request.app.state.sessions
    return sessions.of(request.cookies.get(COOKIE))


def person(request: Request) -> Person:
    """Who asks. Raises: LoginNeeded on a server with accounts, for whoever has not logged in or has no account any more."""
    settings: Settings = request.app.state.settings
    session = session_of(request)
    if settings.accounts is None:
        return Person(settings.author, "editor", session.csrf if session else "")
    account = Accounts(settings.accounts).all().get(session.user or "") if session else None
    if session is None or account is None or not same(session.seal, account.password):
        raise LoginNeeded
    return Person(account.name, account.role, session.csrf)


def from_our_page(request: Request, form_token: str | None = None) -> None:
    """Refuses a write without the session's token, in the header X-CSRF-Token or a form's field. Raises: HTTPException 403."""
    session = session_of(request)
    token = request.headers.get("x-csrf-token") or form_token
    if session is None or not same(token, session.csrf):
        raise HTTPException(403, "The request does not carry this session's token; load the page again.")


def _with_role(role: str, request: Request) -> Person:
    who = person(request)
    if not who.may(role):
        raise HTTPException(403, f"This needs the role {role}; you have {who.role}.")
    from_our_page(request)
    return who


def coder(request: Request) -> Person:
    """Who writes, being a coder or editor, from our own page."""
    return _with_role("coder", request)


def editor(request: Request) -> Person:
    """Who writes, being an editor, from our own page."""
    return _with_role("editor", request)


Reader = Annotated[Person, Depends(person)]
Coder = Annotated[Person, Depends(coder)]
Editor = Annotated[Person, Depends(editor)]
