"""Claimatlas reads partisan reports on a war and keeps a ledger of who says that what happened, where and when."""

__version__ = "0.1.0"
