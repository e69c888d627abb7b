"""A server that runs beside the program that asks it, for measuring and tests."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol


class Server(Protocol):
    """What is asked of a server: uvicorn's Server fits."""

    started: bool
    should_exit: bool
    servers: list[Any]

    def run(self) -> None:
        """Serves until `should_exit` is set."""


@contextmanager
def serving(server: Server) -> Iterator[str]:
    """The address of a server that runs in a thread of its own; stopped at the end."""
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        if not thread.is_alive():
            raise RuntimeError("the server did not start")
        time.sleep(0.02)
    host, port = server.servers[0].sockets[0].getsockname()[:2]
    yield f"http://{host}:{port}"
    server.should_exit = True
    thread.join(10)
