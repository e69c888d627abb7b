"""The head of a ledger's chain as a small file, to be kept elsewhere or given to a time-stamping service."""

import re
from dataclasses import dataclass
from pathlib import Path

from claimatlas.model.errors import InputError

FORM = re.compile(r"Claimatlas ledger\nlinks (0|[1-9]\d{0,17})\nhead ([0-9a-f]{64})\n")


@dataclass(frozen=True, slots=True)
class Stamp:
    """The head of a chain: how many links it had, and the SHA-256 of the last in hex."""

    links: int
    head: str

    def write(self, path: Path) -> None:
        """Writes the file. Raises: InputError where it cannot be written."""
        try:
            path.write_text(f"Claimatlas ledger\nlinks {self.links}\nhead {self.head}\n", encoding="ascii", newline="\n")
        except OSError as error:
            raise InputError(f"'{path}' cannot be written ({error.strerror}); name another file.") from error


def read_stamp(path: Path) -> Stamp:
    """The head that a file notes. Raises: InputError for a file that is none."""
    try:
        told = path.read_bytes()[:1000].decode("ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"'{path}' cannot be read as a ledger's head ({error}); name a file that verify --stamp wrote.") from error
    if not (form := FORM.fullmatch(told)):
        raise InputError(f"'{path}' is not a ledger's head; name a file that verify --stamp wrote.")
    return Stamp(int(form[1]), form[2])
