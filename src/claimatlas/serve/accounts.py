"""Accounts of a shared server: names, roles and password hashes (Argon2id) in one file that only its owner may read."""

import re
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from claimatlas.model.errors import InputError

ROLES = ("reader", "coder", "editor")
NAME = re.compile(r"[\w][\w .@-]{0,63}")
LEAST = 10
"""Characters of a password, at least."""
HASHER = PasswordHasher()
NOBODY = HASHER.hash(secrets.token_urlsafe(16))


@dataclass(frozen=True, slots=True)
class Account:
    """One person. `role`: reader (looks), coder (reads reports in, judges claims) or editor (marks sources, undoes others' verdicts)."""

    name: str
    role: str
    password: str


class Accounts:
    """The accounts of a file; absent, it has none."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def all(self) -> dict[str, Account]:
        """Accounts by name. Raises: InputError where the file is not one of accounts."""
        if not self.path.exists():
            return {}
        try:
            return {a.name: a for a in msgspec.json.decode(self.path.read_bytes(), type=list[Account])}
        except (msgspec.MsgspecError, OSError) as error:
            raise InputError(f"'{self.path}' holds no accounts that can be read ({error}); name another file.") from error

    def add(self, name: str, role: str, password: str) -> None:
        """Adds an account or replaces one of that name. Raises: InputError for a name, role or password that will not do."""
        if not NAME.fullmatch(name):
            raise InputError(f"'{name}' is no name for an account; use letters, digits, spaces and . @ - _.")
        if role not in ROLES:
            raise InputError(f"'{role}' is no role; use one of {', '.join(ROLES)}.")
        if len(password) < LEAST:
            raise InputError(f"The password is shorter than {LEAST} characters; choose a longer one.")
        self._write({**self.all(), name: Account(name, role, HASHER.hash(password))})

    def remove(self, name: str) -> None:
        """Removes an account. Raises: InputError where there is none of that name."""
        kept = self.all()
        if kept.pop(name, None) is None:
            raise InputError(f"'{name}' has no account in '{self.path}'; check the name.")
        self._write(kept)

    def check(self, name: str, password: str) -> Account | None:
        """The account of a name and its password, or None; it takes as long for a name that is not there."""
        account = self.all().get(name)
        try:
            HASHER.verify(account.password if account else NOBODY, password)
        except (VerificationError, InvalidHashError):
            return None
        return account

    def _write(self, accounts: dict[str, Account]) -> None:
        body = msgspec.json.format(msgspec.json.encode([accounts[n] for n in sorted(accounts)]), indent=1)
        with tempfile.NamedTemporaryFile(dir=self.path.parent, delete=False) as file:
            file.write(body)
        Path(file.name).chmod(0o600)
        Path(file.name).replace(self.path)
