"""Who is asking: sessions in memory, known to the browser by a random cookie, to the server by its hash."""

import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass, field

HOURS = 12
MOST = 10_000


def _key(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Session:
    """`user`: name of who has logged in, None before; `csrf`: what a form of this session must carry; `ends`: seconds (monotonic).

    `seal`: the account's password hash at the log-in: with another password the session is over.
    """

    user: str | None
    csrf: str
    ends: float
    seal: str = ""


@dataclass(slots=True)
class Sessions:
    """All sessions; a restart ends them. Too many, and the oldest is let go, of those that nobody has logged in to while there are any.

    So whoever asks without a cookie, again and again, ends nobody's work.
    """

    _held: dict[str, Session] = field(default_factory=dict)
    _nameless: dict[str, None] = field(default_factory=dict)

    def start(self, user: str | None, seal: str = "") -> tuple[str, Session]:
        """A new session under a token that nobody has seen, so that one planted before the log-in is worth nothing."""
        token = secrets.token_urlsafe(32)
        session = Session(user, secrets.token_urlsafe(32), time.monotonic() + HOURS * 3600, seal)
        key = _key(token)
        while len(self._held) >= MOST:
            for oldest in list(self._nameless or self._held)[:1]:  # a copy, as other threads start sessions too
                self._let_go(oldest)
        self._held[key] = session
        if user is None:
            self._nameless[key] = None
        return token, session

    def of(self, token: str | None) -> Session | None:
        """The session of a token, None where there is none or it has ended."""
        session = self._held.get(_key(token)) if token else None
        if session and session.ends < time.monotonic():
            self.end(token)
            return None
        return session

    def end(self, token: str | None) -> None:
        """Ends a session."""
        if token:
            self._let_go(_key(token))

    def _let_go(self, key: str) -> None:
        self._held.pop(key, None)
        self._nameless.pop(key, None)


def same(one: str | None, other: str) -> bool:
    """Whether two secrets are equal, in a time that tells nothing of them."""
    return hmac.compare_digest((one or "").encode(), other.encode())
