"""Blocking: which pairs of claims are worth comparing."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimatlas.ledger.features import DENIAL_DAYS
from claimatlas.ledger.slots import Slots

# wider than any two places that may be one lie apart
CELL_DEGREES = 0.25
LONG_DAYS = 20
PROVINCE = "in "


def pairs(slots: Mapping[str, Slots]) -> Iterator[tuple[str, str]]:
    """Pairs worth comparing: types of one family in one place, or of one actor where none is told; each pair once, its ids in order."""
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for claim_id in sorted(slots):
        for key in keys(slots[claim_id]):
            blocks[slots[claim_id].family, key].append(claim_id)
    seen: set[tuple[str, str]] = set()
    for block in sorted(blocks):
        found = close_to_wide if block[1].startswith(PROVINCE) else close_in_time
        for pair in found(blocks[block], slots):
            if pair not in seen:
                seen.add(pair)
                yield pair


def meet(a: Slots, b: Slots) -> bool:
    """Whether the times of two claims are at most a day apart, a week where one denies; claims of no time meet all."""
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return True
    gap = max(a.start - b.end, b.start - a.end)
    return gap <= 1 or (gap <= DENIAL_DAYS and "denied" in (a.claim.stance, b.claim.stance))


def close_in_time(ids: Sequence[str], slots: Mapping[str, Slots]) -> Iterator[tuple[str, str]]:
    """Pairs of a block that meet in time, by a sweep over their starts."""
    dated = sorted((start, i) for i in ids if (start := slots[i].start) is not None)
    for n, (_, a) in enumerate(dated):
        last = (slots[a].end or 0) + DENIAL_DAYS
        for start, b in dated[n + 1 :]:
            if start > last:
                break
            if meet(slots[a], slots[b]):
                yield min(a, b), max(a, b)
    yield from _undated(ids, ids, slots)


def close_to_wide(ids: Sequence[str], slots: Mapping[str, Slots]) -> Iterator[tuple[str, str]]:
    """Pairs of a province's block that meet in time, one of them told of the province as a whole, the other of a place in it."""
    wide = [i for i in ids if (spot := slots[i].spot) and spot.wide]
    narrow = [i for i in ids if (spot := slots[i].spot) and not spot.wide]
    short = sorted((start, i) for i in narrow if (start := slots[i].start) is not None and slots[i].days <= LONG_DAYS)
    long = [i for i in narrow if slots[i].days > LONG_DAYS]
    for a in wide:
        start, end = slots[a].start, slots[a].end
        if start is None or end is None:
            continue
        first = bisect_left(short, (start - LONG_DAYS - DENIAL_DAYS, ""))
        last = bisect_right(short, (end + DENIAL_DAYS + 1, ""))
        yield from ((min(a, b), max(a, b)) for b in (*(i for _, i in short[first:last]), *long) if meet(slots[a], slots[b]))
    yield from _undated(wide, narrow, slots)


def _undated(some: Iterable[str], others: Sequence[str], slots: Mapping[str, Slots]) -> Iterator[tuple[str, str]]:
    for a in some:
        if slots[a].start is None:
            yield from ((min(a, b), max(a, b)) for b in others if b != a)


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
        found |= {f"cell {row + i} {column + j}" for i in (0, 1) for j in (0, 1)}
    return found
