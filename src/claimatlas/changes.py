"""What changed between two dates: which places changed hands, which events are new, what was corrected or revised."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from claimatlas.ledger import View
from claimatlas.model.event import Event
from claimatlas.model.hold import HeldPlace, Hold
from claimatlas.model.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Hands:
    """A place whose status or holder is another; None where nothing told of it then."""

    place: HeldPlace
    before: Hold | None
    after: Hold | None


@dataclass(frozen=True, slots=True)
class Moved:
    """An event that was known before and whose status is another now."""

    event: Event
    before: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed from one date to another, each as known on its own date. `since`, `until`: the dates.

    `hands`: places by name and id; `new`: events that no claim told of before; `moved`: events of another status; `corrected` and
    `revised`: judgements that the ledger did not derive before.
    """

    since: date
    until: date
    hands: tuple[Hands, ...] = ()
    new: tuple[Event, ...] = ()
    moved: tuple[Moved, ...] = ()
    corrected: tuple[Judgement, ...] = ()
    revised: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """What was known on a date: the view, and who held what."""

    on: date
    view: View
    holds: Sequence[Hold]


def changes(before: Picture, after: Picture) -> Changes:
    """What the later picture shows and the earlier one does not."""
    of = {c: e for e in before.view.events for c in e.claims}
    new, moved = [], []
    for event in after.view.events:
        known = [of[c] for c in event.claims if c in of]
        if not known:
            new.append(event)
        elif event.status not in {e.status for e in known}:
            moved.append(Moved(event, min(known, key=lambda e: e.id).status))
    return Changes(
        since=before.on,
        until=after.on,
        hands=tuple(_hands(before.holds, after.holds)),
        new=tuple(new),
        moved=tuple(moved),
        corrected=_later(before.view.corrections, after.view.corrections),
        revised=_later(before.view.revisions, after.view.revisions),
    )


def _later(before: Iterable[Judgement], after: Iterable[Judgement]) -> tuple[Judgement, ...]:
    known = {j.id for j in before}
    return tuple(j for j in after if j.id not in known)


def _hands(before: Sequence[Hold], after: Sequence[Hold]) -> list[Hands]:
    was, now = ({_key(h.place): h for h in holds} for holds in (before, after))
    found = []
    for key in sorted(was.keys() | now.keys()):
        old, new = was.get(key), now.get(key)
        place = (new or old or after[0]).place
        if _told(old) != _told(new):
            found.append(Hands(place, old, new))
    return found


def _key(place: HeldPlace) -> tuple[str, str]:
    return place.name, place.id or ""


def _told(hold: Hold | None) -> tuple[str, str | None]:
    return ("unknown", None) if hold is None else (hold.status, hold.holder.name if hold.holder else None)
