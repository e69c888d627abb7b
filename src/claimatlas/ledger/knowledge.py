"""What the ledger and the conclusions about land ask of a theatre."""

from datetime import date
from typing import Protocol

from claimatlas.model.actor import Actor

# the side of those who take none: civilians, aid workers, the United Nations; it holds nothing and fights nobody
NEUTRAL_SIDE = "neutral"


class Sides(Protocol):
    """The questions on sides and speakers; `claimatlas.theatres.Theatre` answers them all."""

    def side_of(self, actor_id: str | None, name: str = "", on: date | None = None) -> str | None:
        """Side id of an actor at a date; None where nothing says."""

    def friendly(self, one: str, other: str) -> bool:
        """Whether two sides are the same or do not fight each other."""

    def belongs_to(self, actor_id: str | None, name: str = "", on: date | None = None) -> frozenset[str]:
        """Ids of an actor and of all that it belongs to at a date; empty where the register does not know it."""

    def common_name(self, word: str) -> bool:
        """Whether a folded word is one of the names of the register's actors or of the theatre's provinces."""

    def side_name(self, side: str) -> str:
        """The name under which a side is shown."""

    def outlet(self, publisher: str | None) -> Actor | None:
        """The register's entry of a publisher, or None."""


def fighting_side(sides: Sides, actor_id: str | None, name: str, on: date | None) -> str | None:
    """Side id of an actor at a date; None where nothing says, and for those who take no side."""
    side = sides.side_of(actor_id, name, on)
    return None if side == NEUTRAL_SIDE else side
