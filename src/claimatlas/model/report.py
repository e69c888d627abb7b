"""A report: one text by one publisher at one time."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Report:
    """One text by one publisher at one time, with where it came from.

    `text` is what all offsets of claims count in, in Unicode code points. `key` is the caller's own name for it:
    a table's key column, else the file name without its ending, `name#2` for the second report in one file.
    `id` is a hash of key, publisher, date and text, so the same bytes give the same id everywhere.
    """

    id: str
    key: str
    text: str
    publisher: str | None = None
    title: str | None = None
    author: str | None = None
    published: date | None = None
    retrieved: str = ""
    url: str | None = None
    sha256: str = ""
    language: str = "en"
    dateline: str | None = None
    copy_of: str | None = None
    flags: tuple[str, ...] = ()
    origin: str = ""
    media_type: str = "text/plain"

    def record(self) -> dict[str, object]:
        """The `report` object of an exported claim (see FORMAT.md)."""
        return {
            "key": self.key,
            "id": self.id,
            "publisher": self.publisher,
            "title": self.title,
            "author": self.author,
            "published": self.published.isoformat() if self.published else None,
            "retrieved": self.retrieved,
            "url": self.url,
            "sha256": self.sha256,
            "language": self.language,
        }
