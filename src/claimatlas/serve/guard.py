"""What stands before every request: known hosts, bounded bodies, bounded rates, and headers that bind the browser."""

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from claimatlas.serve.settings import Settings

POLICY = (
    "default-src 'none'; script-src 'self'; worker-src 'self' blob:; child-src blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
WRITES = {"POST", "PUT", "PATCH", "DELETE"}
OWN = ("127.0.0.1", "localhost", "[::1]", "testserver")


def refusal(status: int, why: str) -> JSONResponse:
    """A refusal in the form of all errors of the API."""
    return JSONResponse({"detail": why}, status)


class Headers:
    """Sets the headers that bind the browser on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves a request; source: ASGI 3."""

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if not scope["path"].startswith(("/static/", "/vendor/")):
                    headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self.app(scope, receive, sent)


class TooLarge(HTTPException):
    """A body of more bytes than allowed."""

    def __init__(self) -> None:
        super().__init__(413, "The request is larger than is taken; send less at once.")


class Bounds:
    """Refuses bodies that are too large, told so or not, and clients that ask too often."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings = app, settings
        self.limiter = MovingWindowRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves a request; source: ASGI 3."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        if why := self._wrong(request):
            await refusal(*why)(scope, receive, send)
            return
        try:
            await self.app(scope, bounded(receive, self.settings.upload), send)
        except TooLarge:
            await refusal(413, self._size())(scope, receive, send)

    def _size(self) -> str:
        return f"The request is larger than {self.settings.upload} bytes; send less at once."

    def _wrong(self, request: Request) -> tuple[int, str] | None:
        told = request.headers.get("content-length", "0")
        if not told.isdecimal():
            return 400, "Content-Length is no number."
        if int(told) > self.settings.upload:
            return 413, self._size()
        looks, writes, logins = self.settings.rates
        client = request.client.host if request.client else ""
        rate, kind = (writes, "write") if request.method in WRITES else (looks, "look")
        if request.url.path == "/login" and request.method == "POST":
            rate, kind = logins, "login"
        if request.url.path.startswith(("/static/", "/vendor/")):
            return None
        if not self.limiter.hit(RateLimitItemPerMinute(rate), kind, client):
            return 429, "Too many requests; wait a minute."
        return None


def bounded(receive: Receive, most: int) -> Receive:
    """`receive`, raising TooLarge once more than `most` bytes have come."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            raise TooLarge
        return message

    return counted
