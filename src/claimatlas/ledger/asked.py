"""A theatre's answers kept for the time of one view, as the same actors and speakers come thousands of times."""

from datetime import date

from claimatlas.ledger.knowledge import Sides
from claimatlas.model.actor import Actor


class Asked:
    """Answers what `sides` answers, each question once; use it for one view and let it go."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._side: dict[tuple[str | None, str, date | None], str | None] = {}
        self._belongs: dict[tuple[str | None, str, date | None], frozenset[str]] = {}
        self._friendly: dict[tuple[str, str], bool] = {}
        self._outlets: dict[str | None, Actor | None] = {}

    def side_of(self, actor_id: str | None, name: str = "", on: date | None = None) -> str | None:
        """As `Sides.side_of`."""
        key = (actor_id, name, on)
        if key not in self._side:
            self._side[key] = self._sides.side_of(actor_id, name, on)
        return self._side[key]

    def belongs_to(self, actor_id: str | None, name: str = "", on: date | None = None) -> frozenset[str]:
        """As `Sides.belongs_to`."""
        key = (actor_id, name, on)
        if key not in self._belongs:
            self._belongs[key] = self._sides.belongs_to(actor_id, name, on)
        return self._belongs[key]

    def friendly(self, one: str, other: str) -> bool:
        """As `Sides.friendly`."""
        key = (one, other)
        if key not in self._friendly:
            self._friendly[key] = self._sides.friendly(one, other)
        return self._friendly[key]

    def outlet(self, publisher: str | None) -> Actor | None:
        """As `Sides.outlet`."""
        if publisher not in self._outlets:
            self._outlets[publisher] = self._sides.outlet(publisher)
        return self._outlets[publisher]

    def common_name(self, word: str) -> bool:
        """As `Sides.common_name`."""
        return self._sides.common_name(word)

    def side_name(self, side: str) -> str:
        """As `Sides.side_name`."""
        return self._sides.side_name(side)
