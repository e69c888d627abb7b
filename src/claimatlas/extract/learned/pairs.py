"""Pairs of an event word and a candidate, laid out for scoring; candidates of one key form a group."""

from dataclasses import dataclass

import numpy as np

from claimatlas.extract.learned.candidates import Candidate
from claimatlas.extract.learned.ragged import Ints, Ragged, ragged
from claimatlas.extract.learned.sheet import SLOTS, Sheet, Spot


@dataclass(slots=True)
class Pairs:
    """`event[i]` and `candidates[i]` make pair i, with `features`; `group[i]` numbers the pair's group.

    A group has one event, one slot (its number in SLOTS) and one key: `group_event`, `group_slot`, `group_key`. Groups of one slot
    and key are one thing: `group_thing` numbers it.
    """

    candidates: list[Candidate]
    event: Ints
    features: Ragged
    group: Ints
    group_event: Ints
    group_slot: Ints
    group_key: list[str]
    group_thing: Ints


def pairs_of(sheet: Sheet, spots: list[Spot]) -> Pairs:
    """All pairs of the given event words."""
    found: list[Candidate] = []
    event: list[int] = []
    features: list[list[int]] = []
    group: list[int] = []
    groups: dict[tuple[int, int, str], int] = {}
    for i, spot in enumerate(spots):
        for s, slot in enumerate(SLOTS):
            for c in sheet.candidates(slot, spot[0]):
                found.append(c)
                event.append(i)
                features.append(sheet.pair(spot, c))
                group.append(groups.setdefault((i, s, c.key), len(groups)))
    keys = list(groups)
    things: dict[tuple[int, str], int] = {}
    thing = [things.setdefault((s, key), len(things)) for _, s, key in keys]
    return Pairs(
        found,
        np.array(event, np.int64),
        ragged(features),
        np.array(group, np.int64),
        np.array([k[0] for k in keys], np.int64),
        np.array([k[1] for k in keys], np.int64),
        [k[2] for k in keys],
        np.array(thing, np.int64),
    )
