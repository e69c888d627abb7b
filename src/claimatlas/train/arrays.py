"""Examples as arrays, and batches of them as tensors."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray

from claimatlas.extract.learned.heads import EXCLUSIVE
from claimatlas.extract.learned.pairs import Pairs, pairs_of
from claimatlas.extract.learned.ragged import Ragged, ragged
from claimatlas.extract.learned.sheet import SLOTS
from claimatlas.model.claim import STANCES
from claimatlas.train.align import Event
from claimatlas.train.gold import Example

OPTIONAL_WEIGHT = 0.7
"""What an optional claim counts beside one that every coder would code."""
UNKNOWN = -1


@dataclass(slots=True)
class Prepared:
    """One example with its fixed arrays; `cache`: its pieces' vectors behind the frozen layers."""

    example: Example
    events: list[Event]
    words: Ragged
    word_at: NDArray[np.int64]
    pairs: Pairs
    pair_at: NDArray[np.int64]
    targets: dict[str, NDArray[np.generic]]
    cache: torch.Tensor = field(default_factory=lambda: torch.zeros(0))


def prepare(example: Example, events: list[Event], types: Sequence[str]) -> Prepared:
    """The arrays of one example."""
    sheet, w = example.sheet, example.windows
    pairs = pairs_of(sheet, [e.spot for e in events])
    targets = {**_word_targets(example, events, types), **_event_targets(example, events, types), **pair_targets(events, pairs)}
    at = w.places([(c.leaf, c.token) for c in pairs.candidates])
    return Prepared(example, events, ragged(sheet.features), w.places(sheet.words), pairs, at, targets)


def _word_targets(example: Example, events: list[Event], types: Sequence[str]) -> dict[str, NDArray[np.generic]]:
    """For each word its type and weight; `others`: (word, type) that a careful coder could also accept."""
    kind = np.zeros(len(example.sheet.words), np.int64)
    weight = np.ones(len(kind), np.float32)
    others: set[tuple[int, int]] = set()
    for e in events:
        i, type_ = example.sheet.index[e.spot], types.index(e.type)
        others |= {(i, types.index(a)) for a in e.alternatives} | {(i, t) for t in (int(kind[i]), type_) if t}
        if kind[i] == 0 or (e.core and weight[i] < 1):
            kind[i], weight[i] = type_, 1.0 if e.core else OPTIONAL_WEIGHT
    rest = sorted((i, t) for i, t in others if t != kind[i])
    return {"kind": kind, "weight": weight, "others": np.array(rest, np.int64).reshape(-1, 2)}


def _event_targets(example: Example, events: list[Event], types: Sequence[str]) -> dict[str, NDArray[np.generic]]:
    none = np.array([[getattr(e, s) == frozenset() for s in EXCLUSIVE] for e in events], np.float32).reshape(-1, len(EXCLUSIVE))
    return {
        "word": np.array([example.sheet.index[e.spot] for e in events], np.int64),
        "type": np.array([types.index(e.type) for e in events], np.int64),
        "stance": np.array([STANCES.index(e.stance) for e in events], np.int64),
        "event_weight": np.array([1.0 if e.core else OPTIONAL_WEIGHT for e in events], np.float32),
        "listed": np.array([e.listed for e in events], np.float32),
        "none": none,
    }


def pair_targets(events: list[Event], pairs: Pairs) -> dict[str, NDArray[np.generic]]:
    """For each group whether it is agent, target (UNKNOWN: left out), or the right filler; for each pair its number."""
    agent, target, right = (np.zeros(len(pairs.group_key), np.float32) for _ in range(3))
    for g, (n, s, key) in enumerate(zip(pairs.group_event, pairs.group_slot, pairs.group_key, strict=True)):
        event, slot = events[n], SLOTS[s]
        if slot == "actor":
            agent[g], target[g] = (_label(roles, key) for roles in (event.agent, event.target))
        elif slot in EXCLUSIVE:
            right[g] = key in (getattr(event, slot) or ())
    number = np.full(len(pairs.candidates), UNKNOWN, np.int64)
    what = np.full(len(pairs.candidates), UNKNOWN, np.int64)
    for i, c in enumerate(pairs.candidates):
        if c.slot == "number":
            counted = events[pairs.event[i]].number.get(c.key)
            number[i], what[i] = counted is not None, UNKNOWN if counted is None else counted
    return {"agent": agent, "target": target, "right": right, "number": number, "what": what}


def _label(roles: dict[str, bool], key: str) -> float:
    return 0.0 if key not in roles else 1.0 if roles[key] else float(UNKNOWN)


Batch = dict[str, torch.Tensor]


def batch(items: Sequence[Prepared]) -> Batch:
    """Examples joined end to end: numbers of words, events, groups and windows shifted to be the batch's."""
    out: dict[str, list[NDArray[np.generic]]] = {}
    shift = {"window": 0, "word": 0, "event": 0, "group": 0, "thing": 0, "report": 0, "word_feature": 0, "pair_feature": 0}
    for p in items:
        for name, array in _shifted(p, shift).items():
            out.setdefault(name, []).append(array)
        shift["window"] += len(p.example.windows.pieces)
        shift["word"] += len(p.example.sheet.words)
        shift["event"] += len(p.events)
        shift["group"] += len(p.pairs.group_key)
        shift["thing"] += int(p.pairs.group_thing.max(initial=-1)) + 1
        shift["report"] += 1
        shift["word_feature"] += len(p.words.flat)
        shift["pair_feature"] += len(p.pairs.features.flat)
    return {name: torch.from_numpy(np.concatenate(arrays)) for name, arrays in out.items()}


def _shifted(p: Prepared, shift: dict[str, int]) -> dict[str, NDArray[np.generic]]:
    window = np.array([[shift["window"], 0]], np.int64)
    t = p.targets
    return {
        **t,
        "others": t["others"] + np.array([[shift["word"], 0]], np.int64),
        "word": t["word"] + shift["word"],
        "word_at": p.word_at + window,
        "pair_at": p.pair_at + window,
        "word_flat": p.words.flat,
        "word_starts": p.words.starts + shift["word_feature"],
        "pair_flat": p.pairs.features.flat,
        "pair_starts": p.pairs.features.starts + shift["pair_feature"],
        "pair_event": p.pairs.event + shift["event"],
        "group": p.pairs.group + shift["group"],
        "group_event": p.pairs.group_event + shift["event"],
        "group_slot": p.pairs.group_slot,
        "group_thing": p.pairs.group_thing + shift["thing"],
        "event_report": np.full(len(p.events), shift["report"], np.int64),
        "word_report": np.full(len(p.example.sheet.words), shift["report"], np.int64),
        "word_leaf": np.array([leaf for leaf, _ in p.example.sheet.words], np.int64),
    }


def vectors(items: Sequence[Prepared]) -> tuple[torch.Tensor, torch.Tensor]:
    """The cached vectors of a batch's windows, padded, and their mask."""
    longest = max(p.cache.shape[1] for p in items)
    out = torch.zeros(sum(p.cache.shape[0] for p in items), longest, items[0].cache.shape[2])
    mask = torch.zeros(out.shape[:2])
    at = 0
    for p in items:
        for row, pieces in zip(p.cache, p.example.windows.pieces, strict=True):
            out[at, : len(pieces)] = row[: len(pieces)]
            mask[at, : len(pieces)] = 1
            at += 1
    return out, mask
