"""Claimatlas reads partisan reports on a war and keeps a ledger of who says that what happened, where and when.

All of it can be done from Python; see `claimatlas.Atlas`. Importing the package is light: the rest loads when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from claimatlas.model.errors import BadKnowledge, ClaimatlasError, InputError, LedgerError, MissingColumn, UnreadableFile

if TYPE_CHECKING:
    from claimatlas.api import Atlas
    from claimatlas.intake import ReadSummary
    from claimatlas.model.claim import Claim
    from claimatlas.model.event import Event
    from claimatlas.model.hold import Hold
    from claimatlas.model.report import Report
    from claimatlas.read.raw import TableColumns

__version__ = "0.1.0"
__all__ = [
    "Atlas",
    "BadKnowledge",
    "Claim",
    "ClaimatlasError",
    "Event",
    "Hold",
    "InputError",
    "LedgerError",
    "MissingColumn",
    "ReadSummary",
    "Report",
    "TableColumns",
    "UnreadableFile",
    "__version__",
]
LAZY = {
    "Atlas": "claimatlas.api",
    "Claim": "claimatlas.model.claim",
    "Event": "claimatlas.model.event",
    "Hold": "claimatlas.model.hold",
    "ReadSummary": "claimatlas.intake",
    "Report": "claimatlas.model.report",
    "TableColumns": "claimatlas.read.raw",
}


def __getattr__(name: str) -> object:
    if name not in LAZY:
        raise AttributeError(f"module 'claimatlas' has no attribute {name!r}")
    return getattr(import_module(LAZY[name]), name)
