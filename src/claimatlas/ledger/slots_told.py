"""What stands of each slot of an event: one value, its range, who tells it, who tells otherwise, what was revised."""

from collections.abc import Mapping, Sequence
from typing import Any

from claimatlas.ledger.heard import Heard
from claimatlas.ledger.weigh import heaviest
from claimatlas.model.event import Heavy, Slot, Value

COUNT = "quantities."


def told_slots(group: Sequence[Heard], values: Mapping[str, Sequence[Value]], revised: Mapping[str, frozenset[str]]) -> dict[str, Slot]:
    """Slot to what stands of it. `revised`: slot to the ids of claims whose value for it was replaced by the same voice later."""
    heard = {h.claim.id: h for h in group}
    return {slot: _slot(slot, rivals, heard, revised.get(slot, frozenset())) for slot, rivals in values.items()}


def _slot(slot: str, rivals: Sequence[Value], heard: Mapping[str, Heard], gone: frozenset[str]) -> Slot:
    alive = [(v, [heard[c] for c in v.claims if c not in gone]) for v in rivals]
    standing = sorted(((v, told) for v, told in alive if told), key=lambda row: -sum(h.weight for h in heaviest(row[1]).values()))
    best, by = standing[0]
    names = _names(by)
    otherwise = tuple(n for n in _names([h for v, told in standing[1:] for h in told if v.value != best.value]) if n not in names)
    low, high = _range(slot, [v.value for v, _ in standing])
    old = sorted((v for v, told in alive if not told), key=lambda v: min((heard[c].published, c) for c in v.claims))
    return Slot(best.value, low, high, names, otherwise, tuple(v.value for v in old))


def _names(told: Sequence[Heard]) -> tuple[str, ...]:
    return tuple(sorted({h.voice.name for h in heaviest(told).values()}))


def _range(slot: str, values: Sequence[Any]) -> tuple[Any, Any]:
    """The lowest and the highest told; a count that is open to one side reaches to no bound there."""
    if slot == "time":
        return min(v[0] for v in values), max(v[1] for v in values)
    if not slot.startswith(COUNT):
        return None, None
    lows, highs = [v["low"] for v in values], [v["high"] for v in values]
    return (None if None in lows else min(lows)), (None if None in highs else max(highs))


def told_voices(group: Sequence[Heard]) -> tuple[Heavy, ...]:
    """The independent voices that tell an event and those that deny it, heaviest first, ties by name."""
    found = []
    for denies in (False, True):
        own = [h for h in group if h.denies == denies]
        for best in heaviest(own).values():
            claims = tuple(sorted(h.claim.id for h in own if h.voice.key == best.voice.key))
            voice = best.voice
            found.append(Heavy(voice.name, best.weight, best.base, best.factors, best.grade, claims, voice.side, denies))
    return tuple(sorted(found, key=lambda v: (-v.weight, v.name, v.claims)))
