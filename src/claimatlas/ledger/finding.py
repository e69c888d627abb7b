"""How claims are found in the file by what they share: blocks as numbers, each with the days that its claims reach over."""

import hashlib
from collections.abc import Iterator
from functools import cache, lru_cache

from claimatlas.ledger.block import PROVINCE, SPAN, keys
from claimatlas.ledger.features import DENIAL_DAYS, types_tell
from claimatlas.ledger.slots import Slots
from claimatlas.model.codebook import codebook, family

Row = tuple[int, int, int, str]
# block, from and to which first day, and at least which last day
Sought = tuple[int, int, int, int]
# what lasts longer stands in blocks of its own, so that a look at some days need not pass over all before them
SHORT = 30


def rows_of(slot: Slots) -> Iterator[Row]:
    """The rows by which a claim is found: block, first and last day, the claim's id. A denial reaches days further."""
    first, last = _reach(slot)
    length = "short" if last - first <= SHORT else "long"
    yield from ((_number(slot.claim.type, _own(key, slot), length), first, last, slot.claim.id) for key in keys(slot))


def sought(slot: Slots) -> Iterator[Sought]:
    """Where claims stand that may be worth comparing to this one."""
    first, last = _reach(slot)
    for key in keys(slot):
        for kind in _comparable(slot.claim.type):
            yield _number(kind, _others(key, slot), "short"), first - 1 - SHORT, last + 1, first - 1
            yield _number(kind, _others(key, slot), "long"), 0, last + 1, first - 1


def _reach(slot: Slots) -> tuple[int, int]:
    if slot.start is None or slot.end is None:
        return 0, SPAN
    wider = DENIAL_DAYS - 1 if slot.claim.stance == "denied" else 0
    return slot.start - wider, slot.end + wider


def _own(key: str, slot: Slots) -> str:
    """In a province, what is told of the whole of it and what of a place in it stand apart."""
    return f"{key} {'wide' if slot.spot and slot.spot.wide else 'narrow'}" if key.startswith(PROVINCE) else key


def _others(key: str, slot: Slots) -> str:
    return f"{key} {'narrow' if slot.spot and slot.spot.wide else 'wide'}" if key.startswith(PROVINCE) else key


@cache
def _comparable(kind: str) -> tuple[str, ...]:
    """The types that may be of one deed with this one."""
    return tuple(t for t in sorted(codebook().types) if family(t) == family(kind) and types_tell(kind, t) is not None)


@lru_cache(1 << 17)
def _number(kind: str, key: str, length: str) -> int:
    """A number for a block; two blocks of one number would only bring a needless look."""
    return int.from_bytes(hashlib.blake2b(f"{kind}|{length}|{key}".encode(), digest_size=8).digest(), signed=True)
