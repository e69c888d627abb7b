"""The rival values told for each slot of an event, with the claims that tell them and their weight."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from claimatlas.ledger.rows import to_json
from claimatlas.ledger.weigh import Heard, heaviest
from claimatlas.model.claim import Claim
from claimatlas.model.event import Value


def rival_values(group: Sequence[Heard]) -> dict[str, tuple[Value, ...]]:
    """Slot to its values, heaviest first, ties by the value's JSON; quantities stand under `quantities.<what>`.

    A value is plain JSON: names for actors and place, [start, end] for time, {low, high} for a count. An independent
    voice weighs once for a value, however often it tells it.
    """
    found: dict[str, dict[str, list[Heard]]] = defaultdict(lambda: defaultdict(list))
    plain: dict[str, object] = {}
    for one in group:
        for slot, value in _slots(one.claim):
            key = to_json(value)
            plain[key] = value
            found[slot][key].append(one)
    return {slot: tuple(_values(rivals, plain)) for slot, rivals in sorted(found.items())}


def _values(rivals: dict[str, list[Heard]], plain: dict[str, object]) -> list[Value]:
    rows = [
        Value(plain[key], tuple(sorted(h.claim.id for h in tellers)), round(sum(h.weight for h in heaviest(tellers).values()), 4))
        for key, tellers in sorted(rivals.items())
    ]
    return sorted(rows, key=lambda v: -v.weight)


PLAIN: dict[str, Callable[[Claim], object]] = {
    "type": lambda c: c.type,
    "stance": lambda c: c.stance,
    "agent": lambda c: sorted({a.name for a in c.agent}),
    "target": lambda c: sorted({a.name for a in c.target}),
    "place": lambda c: c.place.name if c.place else None,
    "time": lambda c: [c.time.start.isoformat(), c.time.end.isoformat()] if c.time.start and c.time.end and not c.time.default else None,
}


def _slots(claim: Claim) -> Iterator[tuple[str, object]]:
    for slot, value_of in PLAIN.items():
        if value := value_of(claim):
            yield slot, value
    for what, low, high in sorted({(q.what, q.low, q.high) for q in claim.quantities}, key=str):
        yield f"quantities.{what}", {"low": low, "high": high}
