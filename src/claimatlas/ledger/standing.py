"""Events that others may contradict, as rows, so that a place is judged anew without its claims."""

from collections.abc import Iterable, Iterator

import msgspec

from claimatlas.ledger.connection import Db
from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.rivals import Stand, contradicted, disputed
from claimatlas.ledger.rows import AMONG, to_json
from claimatlas.ledger.view import Derived
from claimatlas.model.event import Event

Row = tuple[str, str, str, str, str | None]
SAVED = f"""
SELECT s.body, s.rivals, coalesce(s.alone, e.body) AS alone FROM stands s JOIN events e ON e.id = s.event_id WHERE s.place_id {AMONG}
"""


def stand_rows(made: Derived) -> Iterator[Row]:
    """The rows of all events that may be contradicted."""
    final = {e.id: e for e in made.view.events}
    alone = {e.id: e for e in made.alone}
    for stand in sorted(made.stands, key=lambda s: s.event):
        names = made.rivals.get(stand.event, ())
        yield stand_row(stand, names, alone[stand.event] if final[stand.event] is not alone[stand.event] else None)


def stand_row(stand: Stand, names: tuple[str, ...] = (), alone: Event | None = None) -> Row:
    """The columns of one; `names`: who contradicts it, `alone`: the event as its own claims tell it where somebody does."""
    return stand.event, stand.place, to_json(stand), to_json(names), to_json(alone) if alone else None


def judged_anew(db: Db, places: Iterable[str], sides: Sides) -> Iterator[tuple[Stand, tuple[str, ...], Event, Event]]:
    """The stands of places whose rivals are others than saved: with their names, the event alone, and as it is contradicted."""
    rows = db.execute(SAVED, (to_json(sorted(places)),)).fetchall()
    stands = [msgspec.json.decode(row["body"], type=Stand) for row in rows]
    rival = contradicted(stands, sides)
    for stand, row in zip(stands, rows, strict=True):
        names = rival.get(stand.event, ())
        if to_json(names) != row["rivals"]:
            alone = msgspec.json.decode(row["alone"], type=Event)
            yield stand, names, alone, disputed(alone, names) if names else alone
