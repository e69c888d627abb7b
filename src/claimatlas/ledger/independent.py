"""Which voices on one event are one: the same speaker, or outlets that print one wire's words."""

from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from claimatlas.ledger.heard import Heard

# outlets whose quotes are as alike as this (0 to 100), and long enough, have them from one hand
ALIKE, LONG_ENOUGH = 85.0, 60
OUTLETS = frozenset({"own", "publisher"})


def independent(group: Sequence[Heard]) -> dict[str, str]:
    """Voice key to the key under which it counts: that of the earliest outlet that prints the same words, else its own."""
    of = {h.voice.key: h.voice.key for h in group}
    if len(of) == 1:
        return of
    firsts = _firsts(group)
    if len({h.voice.key for h in firsts}) < 2:
        return of
    for n, one in enumerate(firsts):
        for earlier in firsts[:n]:
            if one.voice.key != earlier.voice.key and one.claim.stance == earlier.claim.stance and _one_wire(one, earlier):
                of[one.voice.key] = of[earlier.voice.key]
                break
    return of


def _firsts(group: Sequence[Heard]) -> list[Heard]:
    """What outlets tell in their own voice, the earliest first."""
    return sorted((h for h in group if h.voice.kind in OUTLETS), key=lambda h: (h.published, h.claim.id))


def _one_wire(a: Heard, b: Heard) -> bool:
    words, others = a.claim.quote.exact, b.claim.quote.exact
    return min(len(words), len(others)) >= LONG_ENOUGH and ratio(words, others, score_cutoff=ALIKE) >= ALIKE
