"""Blocking leaves out no pair that may be of one event."""

import random
from itertools import combinations

from claimatlas.ledger.block import PROVINCE, keys, pairs
from claimatlas.ledger.features import pair_figures
from claimatlas.ledger.slots import slots_of
from claimatlas.model.quantity import Quantity

KINDS = ["airstrike", "shelling", "capture", "clash", "assault", "control"]
TIMES = [(None, None), ("2017-07-30", None), ("2017-08-01", "2017-08-03"), ("2017-07-01", "2017-07-31"), ("2016-08-01", "2017-07-31")]


def told(kit, sides, number):
    """Slots of claims on few places and days, some of no place, some of no time."""
    rng = random.Random(number)
    sites = ["Aleppo", "Salhin", "Raqqa", "Raqqa province", None, "Tell Nowhere", kit.place("Aleppo", part="western")]
    for n in range(120):
        report = kit.report(f"b{n}", rng.choice([None, "2017-08-01", "2017-08-03", "2017-08-05"]))
        dead = (Quantity("killed", float(rng.randint(1, 4)), None),) if rng.random() < 0.3 else ()
        start, end = rng.choice(TIMES)
        stance = rng.choice(["fact", "fact", "denied"])
        claim = kit.claim(report, rng.choice(KINDS), rng.choice(sites), rng.choice(["Russia", ""]), "", stance, start, end, quantities=dead)
        yield slots_of(claim, {}, sides)


def meets(a, b):
    """Whether two claims share a key: in a province one must be told of the whole of it, the other of a place in it."""
    shared = keys(a) & keys(b) if a.family == b.family else set()
    return any(not k.startswith(PROVINCE) or a.spot.wide != b.spot.wide for k in shared)


def test_every_pair_that_shares_a_key_and_does_not_contradict_is_found_once(kit, sides):
    for number in range(3):
        slots = {s.claim.id: s for s in told(kit, sides, number)}
        found = list(pairs(slots))
        assert len(set(found)) == len(found)
        assert all(a < b for a, b in found)
        met = [(a, b) for a, b in combinations(sorted(slots), 2) if meets(slots[a], slots[b])]
        wanted = {(a, b) for a, b in met if pair_figures(slots[a], slots[b], sides)}
        assert len(wanted) > 50
        assert wanted <= set(found)


def test_times_far_apart_are_not_compared(kit, sides):
    slots = [slots_of(kit.claim(kit.report(f"f{d}", f"2017-08-{d:02d}"), "airstrike"), {}, sides) for d in (1, 2, 9, 20)]
    ids = [s.claim.id for s in slots]
    assert list(pairs({s.claim.id: s for s in slots})) == [(min(ids[:2]), max(ids[:2]))]
    assert list(pairs({})) == []
