"""The log as it would be without one source."""

from collections.abc import Sequence

from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.voices import roots
from claimatlas.model.claim import Claim
from claimatlas.model.errors import InputError
from claimatlas.model.names import fold_name
from claimatlas.model.report import Report


def without(claims: Sequence[Claim], reports: Sequence[Report], source: str, sides: Sides) -> tuple[list[Claim], list[Report]]:
    """The claims and reports less those of a source, named by id or in any spelling: what it published, copies of that, and
    what others have from it.

    Raises: InputError where nothing in the log is of that source.
    """
    meant = _Source(source, sides)
    root, own = roots(reports, sides), {r.id for r in reports if meant.publishes(r)}
    kept = [r for r in reports if r.id not in own and root[r.id] not in own]
    ids = {r.id for r in kept}
    left = [c for c in claims if c.report_id in ids and not any(meant.is_called(s.id, s.name) for s in c.source)]
    if len(left) == len(claims) and len(kept) == len(reports):
        raise InputError(f"Nothing in the ledger is published by '{source}' or told on its word; see `claimatlas sources` for the names.")
    return left, kept


class _Source:
    """What a caller means by a source's name."""

    def __init__(self, name: str, sides: Sides) -> None:
        self._sides, self._name, self._folded = sides, name, fold_name(name)
        outlet = sides.outlet(name)
        self._id = outlet.id if outlet else name

    def publishes(self, report: Report) -> bool:
        """Whether a report is its own."""
        if not report.publisher:
            return False
        outlet = self._sides.outlet(report.publisher)
        return self.is_called(outlet.id if outlet else None, report.publisher)

    def is_called(self, source_id: str | None, name: str) -> bool:
        """Whether a name or an id is its own."""
        return source_id == self._id or fold_name(name) == self._folded
