"""The ledger: the log of reports, claims and judgements, and the events that follow from it."""

from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.match import match
from claimatlas.ledger.search import Hit
from claimatlas.ledger.store import Ledger
from claimatlas.ledger.view import View, build_view

__all__ = ["Hit", "Ledger", "Sides", "View", "build_view", "match"]
