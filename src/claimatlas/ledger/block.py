"""Blocking: which pairs of claims are worth comparing.

Claims that share a key (a place's id or name, a cell of the map, a province, a count, an actor) within one family of types
are swept by the start of their time, all blocks at once in arrays. Pairs that `features.pair_figures` would refuse for their
types, times or places anyway are dropped on the way.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from claimatlas.ledger.features import DENIAL_DAYS, SHORT_DAYS, VAGUE, types_tell
from claimatlas.ledger.slots import Slots

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

# wider than any two places that may be one lie apart
CELL_DEGREES = 0.25
PROVINCE = "in "
# more days than any calendar has: claims of no time stand before all others and reach beyond them
SPAN = 1 << 23
AT_ONCE = 1 << 21


def pairs(slots: Mapping[str, Slots]) -> Iterator[tuple[str, str]]:
    """Pairs worth comparing: types of one family in one place, or of one actor where none is told; each pair once, its ids in order."""
    ids = sorted(slots)
    table = _Table([slots[i] for i in ids])
    found = [table.worth(rows) for rows in _met(*_rows(table.slots, table.start, table.end))]
    packed = np.unique(np.concatenate(found)) if found else np.empty(0, np.int64)
    yield from ((ids[a], ids[b]) for a, b in zip((packed // len(ids)).tolist(), (packed % len(ids)).tolist(), strict=True))


def meet(a: Slots, b: Slots) -> bool:
    """Whether the times of two claims are at most a day apart, a week where one denies; claims of no time meet all."""
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return True
    gap = max(a.start - b.end, b.start - a.end)
    return gap <= 1 or (gap <= DENIAL_DAYS and "denied" in (a.claim.stance, b.claim.stance))


def keys(slot: Slots) -> set[str]:
    """What a claim shares with those that it may meet: a place's id or name, a cell of the map, a province, an actor, a count."""
    spot = slot.spot
    found = {f"count {n:g}" for _, *bounds in slot.counts for n in bounds if n}
    if spot is None:
        return found | {f"who {agent}" for agent in slot.agents}
    found |= {f"name {spot.name}"} | ({f"id {spot.id}"} if spot.id else set())
    found |= {f"{PROVINCE}{spot.province}"} if spot.province else set()
    if spot.lat is not None and spot.lon is not None and not spot.wide:
        row, column = int(spot.lat // CELL_DEGREES), int(spot.lon // CELL_DEGREES)
        found |= {f"cell {row + i} {column + j}" for i, j in product((0, 1), (0, 1))}
    return found


def _rows(slots: Sequence[Slots], start: Ints, end: Ints) -> tuple[Ints, Ints, Ints]:
    """One row for each key of each claim, by key and start: (block and start as one number, the same for the last start met, claim).

    In a province only what is told of it as a whole meets what is told of a place in it: a block of it holds both, by their order.
    """
    codes: dict[tuple[str, str], int] = {}
    told = [(codes.setdefault((s.family, key), len(codes)), n) for n, s in enumerate(slots) for key in keys(s)]
    code, claim = np.array(told, np.int64).reshape(-1, 2).T
    first = code * SPAN + start[claim]
    last = code * SPAN + np.minimum(end[claim] + DENIAL_DAYS, SPAN - 1)
    provinces = np.array([key.startswith(PROVINCE) for _, key in codes], bool)
    claim = np.where(provinces[code], -claim - 1, claim)
    order = np.lexsort((claim, first))
    return first[order], last[order], claim[order]


def _met(first: Ints, last: Ints, claim: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Rows of one block whose starts lie close enough, as two columns of claims, so many at once that memory is no matter."""
    counts = np.searchsorted(first, last, side="right") - np.arange(len(first)) - 1
    ends = np.cumsum(counts)
    begin = 0
    while begin < len(first):
        done = int(ends[begin - 1]) if begin else 0
        stop = max(begin + 1, int(np.searchsorted(ends, done + AT_ONCE, side="right")))
        count = counts[begin:stop]
        left = np.repeat(np.arange(begin, stop), count)
        right = left + 1 + np.arange(len(left)) - np.repeat(ends[begin:stop] - count - done, count)
        yield claim[left], claim[right]
        begin = stop


class _Table:
    """What of claims decides whether two are worth comparing, a column a figure."""

    def __init__(self, slots: Sequence[Slots]) -> None:
        self.slots = slots
        self.start: Ints = np.array([s.start or 0 for s in slots], np.int64)
        self.end: Ints = np.array([SPAN if s.end is None else s.end for s in slots], np.int64)
        self._dated: Flags = np.array([s.start is not None for s in slots], bool)
        self._denied: Flags = np.array([s.claim.stance == "denied" for s in slots], bool)
        self._wide: Flags = np.array([s.spot is not None and s.spot.wide for s in slots], bool)
        types = sorted({s.claim.type for s in slots})
        self._type: Ints = np.array([types.index(s.claim.type) for s in slots], np.int64)
        self._related: Flags = np.array([[types_tell(a, b) is not None for b in types] for a in types], bool)
        self._place, self._rank = _places(slots)

    def worth(self, rows: tuple[Ints, Ints]) -> Ints:
        """Of two columns of claims (those met by province below 0) the pairs worth comparing, each as one number, once."""
        a, b = (np.where(r < 0, -r - 1, r) for r in rows)
        kept = self._related[self._type[a], self._type[b]] & ((rows[0] >= 0) | (self._wide[a] != self._wide[b]))
        a, b = a[kept], b[kept]
        kept = self._meet(a, b) & ~((self._rank[a] == self._rank[b]) & (self._rank[a] >= 0) & (self._place[a] != self._place[b])) & (a != b)
        a, b = a[kept], b[kept]
        return np.unique(np.minimum(a, b) * len(self.slots) + np.maximum(a, b))

    def _meet(self, a: Ints, b: Ints) -> Flags:
        """As `meet`, less the times that `features.times_tell` refuses."""
        shared = np.minimum(self.end[a], self.end[b]) - np.maximum(self.start[a], self.start[b]) + 1
        longest = np.maximum(self.end[a] - self.start[a], self.end[b] - self.start[b]) + 1
        touch = np.where(shared > 0, longest <= VAGUE * shared + VAGUE, (shared == 0) & (longest <= SHORT_DAYS))
        late = (shared <= 0) & (shared >= 1 - DENIAL_DAYS) & (self._denied[a] | self._denied[b])
        met: Flags = ~(self._dated[a] & self._dated[b]) | touch | late
        return met


def _places(slots: Sequence[Slots]) -> tuple[Ints, Ints]:
    """A number for each place, and one for its level: two places of one level, both wholly meant and known, are not one (else -1)."""
    numbers: dict[str, int] = {}
    levels: dict[str, int] = {"": -1, "wide": 0}
    place, rank = [], []
    for one in slots:
        spot = one.spot
        known = spot is not None and spot.id is not None and (spot.plain or spot.wide)
        level = "" if spot is None or not known else "wide" if spot.wide else spot.level
        place.append(numbers.setdefault(spot.id, len(numbers)) if spot and spot.id else -1)
        rank.append(levels.setdefault(level, len(levels)))
    return np.array(place, np.int64), np.array(rank, np.int64)
