"""Blocking: which pairs of claims are worth comparing."""

from collections import defaultdict
from collections.abc import Iterator

from claimatlas.ledger.near import COUNTED, DENIAL_DAYS, Slots
from claimatlas.model.names import sound_key

# wider than any two places that may be one lie apart
CELL_DEGREES = 0.25


def pairs(slots: dict[str, Slots]) -> Iterator[tuple[str, str]]:
    """Pairs worth comparing: related types in one cell of the map (or of one place name), each pair once."""
    blocks: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim_id, slot in slots.items():
        for cell in _cells(slot):
            blocks[slot.group, cell].add(claim_id)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        for pair in _close_in_time(blocks[key], slots):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _close_in_time(ids: set[str], slots: dict[str, Slots]) -> Iterator[tuple[str, str]]:
    """Pairs whose times are at most a week apart, by a sweep over their starts; claims of no time meet all."""
    dated = sorted((t.start.toordinal(), t.end.toordinal(), i) for i in ids if (t := slots[i].claim.time).start and t.end)
    undated = sorted(ids - {i for *_, i in dated})
    for n, (_, end, a) in enumerate(dated):
        for start, _, b in dated[n + 1 :]:
            if start > end + DENIAL_DAYS:
                break
            yield min(a, b), max(a, b)
    for a in undated:
        yield from ((min(a, b), max(a, b)) for b in ids if b != a)


def _cells(slot: Slots) -> set[str]:
    """What a claim shares with those that it may meet: an actor where no place is told, a name, a cell of the map, a count."""
    place = slot.claim.place
    counts = {n for q in slot.claim.quantities if q.what in COUNTED for n in (q.low, q.high) if n}
    cells = {f"count {n:g}" for n in counts}
    if place is None:
        return cells | {f"who {'+'.join(sorted(slot.agents))}"}
    cells |= {f"name {sound_key(place.name)}"} | ({f"id {place.id}"} if place.id else set())
    if place.lat is not None and place.lon is not None:
        row, column = int(place.lat // CELL_DEGREES), int(place.lon // CELL_DEGREES)
        cells |= {f"cell {row + i} {column + j}" for i in (0, 1) for j in (0, 1)}
    return cells
