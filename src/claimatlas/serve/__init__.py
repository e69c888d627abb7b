"""The web application: a ledger over HTTP, for people (pages) and programs (JSON)."""

from claimatlas.serve.app import create_app
from claimatlas.serve.settings import Settings

__all__ = ["Settings", "create_app"]
