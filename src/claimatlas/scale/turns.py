"""Turns: what the threads of a server do one at a time."""

from contextlib import AbstractContextManager
from threading import Lock


def turns() -> AbstractContextManager[bool]:
    """A gate for `with`: whoever comes to it while another is inside waits."""
    return Lock()
