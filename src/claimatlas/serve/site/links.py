"""Paths of the server as files of a static site: every file that is linked is remembered, so that it gets written."""

import hashlib
import re
from collections.abc import Callable
from urllib.parse import quote, unquote, urlsplit

KINDS = ("events", "places", "actors", "sources", "reports")
PLAIN = re.compile(r"[^a-z0-9]+")


def slug(key: str) -> str:
    """A file name for a key: lower-case letters, digits and hyphens, with a hash where letters were lost; one for one."""
    plain = PLAIN.sub("-", key.lower()).strip("-")[:60]
    return plain if plain == key else f"{plain or 'x'}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"


def file_of(path: str) -> str:
    """The file of a server's path, below the site's folder."""
    parts = unquote(urlsplit(path).path).strip("/")
    if not parts:
        return "index.html"
    kind, _, key = parts.partition("/")
    if kind in KINDS:
        return f"{kind}/{slug(key)}.html" if key else f"{kind}.html"
    return parts if "." in parts.rpartition("/")[2] else f"{parts}.html"


class Links:
    """Files that pages link to, in the order first met."""

    def __init__(self) -> None:
        self.wanted: dict[str, str] = {}

    def from_(self, file: str) -> Callable[[str], str]:
        """The `link` of a page: turns a path into one relative to the page's file, its query kept for the map alone."""
        up = "../" * file.count("/")

        def link(path: str) -> str:
            target = file_of(path)
            self.wanted.setdefault(target, path)
            query = urlsplit(path).query if target == "index.html" else ""
            return up + quote(target) + (f"?{query}" if query else "")

        return link
