"""How many an event killed, out of all that its claims tell: lowest, best and highest, and whom."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimatlas.model.claim import Claim
from claimatlas.model.event import Event
from claimatlas.model.quantity import Quantity
from claimatlas.publish.export.data import ExportData
from claimatlas.publish.export.parties import word_lists, words_of

Span = tuple[str, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Dead:
    """One count of dead, as `claim` tells it of `who`; `events`: among how many events the count is divided."""

    low: int
    best: int
    high: int
    who: str
    claim: Claim
    events: int = 1


@dataclass(frozen=True, slots=True)
class Toll:
    """The dead of an event. `parts`: those of the best account, which add up to `best`."""

    low: int = 0
    best: int = 0
    high: int = 0
    parts: tuple[Dead, ...] = ()

    @property
    def divided(self) -> int:
        """Among how many events a count was divided; 1 where none was."""
        return max((p.events for p in self.parts), default=1)


class Tolls:
    """The tolls of some events. A count that one report tells once of several of these events is divided among them,
    the first taking what is left over, as ACLED's codebook has it: nobody is counted dead twice.

    Summary tolls that others tell of one event (its place, its days, a report that tells of both) are its rivals.
    """

    def __init__(self, data: ExportData, events: Sequence[Event]) -> None:
        self._told = {e.id: [(_weight(e, c), c) for c in accounts(data, e)] for e in events}
        for event, rivals in _rivals(data, events):
            self._told[event.id] += [(_weight(r, c), c) for r in rivals for c in accounts(data, r)]
        self._events: dict[Span, list[str]] = defaultdict(list)
        for event in events:
            for span in {_span(c, q) for _, c in self._told[event.id] for q in _killed(c, event)}:
                self._events[span].append(event.id)

    def of(self, event: Event) -> Toll:
        """What is told of an event, the best count by the heaviest voice; a claim that tells no count says nothing."""
        ranked = sorted(self._told[event.id], key=lambda pair: -pair[0])
        told = [parts for _, c in ranked if (parts := self._parts(c, event))]
        if not told:
            return Toll()
        sums = [(sum(p.low for p in parts), sum(p.best for p in parts), sum(p.high for p in parts)) for parts in told]
        best = sums[0][1]
        return Toll(min(*(s[0] for s in sums), best), best, max(*(s[2] for s in sums), best), tuple(told[0]))

    def _parts(self, claim: Claim, event: Event) -> list[Dead]:
        found = []
        for q in _killed(claim, event):
            low = math.floor(q.low) if q.low is not None else 0
            high = math.floor(q.high) if q.high is not None else low
            sharing = self._events.get(_span(claim, q), [event.id])
            turn = sharing.index(event.id) if event.id in sharing else 0
            low, best, high = (_share(n, len(sharing), turn) for n in (low, low, max(low, high)))
            found.append(Dead(low, best, high, q.who or "", claim, len(sharing)))
        return found


def _rivals(data: ExportData, events: Sequence[Event]) -> Iterator[tuple[Event, list[Event]]]:
    """The summary tolls that are of one event alone, which has a count of its own."""
    found: dict[str, list[Event]] = defaultdict(list)
    counted = [e for e in events if any(_killed(c, e) for c in accounts(data, e))]
    for toll in (e for e in data.events if e.type == "toll" and e.status not in ("denied", "corrected")):
        of = [e for e in counted if _same_matter(data, e, toll)]
        if len(of) == 1:
            found[of[0].id].append(toll)
    yield from ((e, found[e.id]) for e in counted if e.id in found)


def _same_matter(data: ExportData, event: Event, toll: Event) -> bool:
    where, there = (e.place.id if e.place else None for e in (event, toll))
    if where is None or where != there or (event.time.start, event.time.end) != (toll.time.start, toll.time.end):
        return False
    reports, others = ({c.report_id for c in data.told(e)} for e in (event, toll))
    return bool(reports & others)


def _weight(event: Event, claim: Claim) -> float:
    """The weight of the voice that tells a claim."""
    return max((v.weight for v in event.voices if claim.id in v.claims), default=0.0)


def accounts(data: ExportData, event: Event) -> list[Claim]:
    """The claims of those who tell of an event and do not deny it: the heaviest voice's first, of one voice by id."""
    rank = {c: (i, v.denies) for i, v in enumerate(event.voices) for c in v.claims}
    told = [c for c in data.told(event) if c.stance != "denied" and not rank.get(c.id, (0, False))[1]]
    return sorted(told, key=lambda c: (rank.get(c.id, (len(event.voices), False))[0], c.id))


def _killed(claim: Claim, event: Event) -> list[Quantity]:
    """The counts of dead of a claim, less those revised since, and those that are part of another."""
    slot = event.slots.get("quantities.killed")
    gone = [v for v in (slot.revised if slot else ()) if v != slot.value] if slot else []
    counts = [q for q in claim.quantities if q.what == "killed" and {"low": q.low, "high": q.high} not in gone]
    alone = [q for q in counts if not words_of(q.who or "") & word_lists()["part_of_another"]]
    return list({(q.start, q.end, q.low, q.high): q for q in alone or counts}.values())


def _span(claim: Claim, quantity: Quantity) -> Span:
    return (claim.report_id, quantity.start, quantity.end)


def _share(count: int, among: int, turn: int) -> int:
    return count // among + (turn < count % among)
