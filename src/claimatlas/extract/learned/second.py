"""The second look: agents and targets are scored anew with a view on who fills them in the report's other events.

A small network of one hidden layer, fitted to the first network's scores on reports that it had not seen, weighs each actor by its
first scores and by what `agree` says of it. For places, times and speakers this was tried and did not help.
"""

from dataclasses import dataclass, replace

import numpy as np

from claimatlas.extract.learned.agree import VIEWS, Setting, table, views
from claimatlas.extract.learned.candidates import Candidate
from claimatlas.extract.learned.heads import Floats, Heads, Scores
from claimatlas.extract.learned.pairs import Pairs
from claimatlas.extract.learned.ragged import Ints
from claimatlas.extract.learned.sheet import SLOTS

SORTS = ("named", "collective", "new", "person", "description", "pronoun", "noun", "counted")
NAMES, KINDS = [0, 2, 3], [1, 4, 6]
"""Of SORTS those of names, and of words for a kind ("terrorists"), which may stand for one of the named."""
OFFSETS = ((-99, -3), (-2, -1), (0, 0), (1, 99))
SCALE = 4.0
"""Scores enter the small network divided by this; what it makes of an actor is added to its scores."""
LEAST = -12.0
"""Scores are cut here."""
ACTOR_WIDTH = 12 + 2 * len(VIEWS) + len(OFFSETS) + len(SORTS)


@dataclass(frozen=True, slots=True)
class First:
    """The first look at a report: its events, their pairs and scores.

    `types`: numbers of the events' types; `best`: the likeliest candidate of each group.
    """

    setting: Setting
    types: Ints
    pairs: Pairs
    scores: Scores
    best: list[Candidate]


def second_look(first: First, heads: Heads) -> Scores:
    """The scores of a report's groups with its actors weighed anew; the same where the weights bring no second look."""
    if "again_actor.0.weight" not in heads.w or not len(first.types):
        return first.scores
    looks = first.setting.looks()
    group = first.scores.group.copy()
    mine = first.pairs.group_slot == SLOTS.index("actor")
    options = actor_options(first, looks)
    group[mine, :2] = options[:, :2] * SCALE + heads.layered("again_actor", options, first.types[first.pairs.group_event[mine]])
    return replace(first.scores, group=group)


def actor_options(first: First, looks: Floats) -> Floats:
    """What is known of each group of actors: (groups, ACTOR_WIDTH)."""
    mine = np.flatnonzero(first.pairs.group_slot == SLOTS.index("actor"))
    event, n = first.pairs.group_event[mine], len(first.types)
    keys = [first.pairs.group_key[g] for g in mine]
    logit = first.scores.group[mine, :2]
    odds: Floats = (1 / (1 + np.exp(-logit))).astype(np.float32)
    sorts = _sorts(first, mine)
    parts = [logit.clip(LEAST, -LEAST) / SCALE, odds]
    for role in range(2):
        all_, at = table(event, keys, odds[:, role], n)
        top = all_.max(axis=1, initial=0.0)
        rivals = np.where(all_ == top[:, None], 0, all_).max(axis=1, initial=0.0)
        is_top = odds[:, role] >= top[event]
        parts += [views(all_, looks)[event, at], np.where(is_top, rivals[event], top[event])[:, None], is_top[:, None]]
        parts += [_beside(event, odds[:, role] * sorts[:, columns].any(axis=1), n)[:, None] for columns in (NAMES, KINDS)]
    out: Floats = np.concatenate([*parts, _whereabouts(first, mine), sorts], axis=1).astype(np.float32)
    return out


def _whereabouts(first: First, mine: Ints) -> Floats:
    """In which direction the candidates of groups stand from their events, as one of OFFSETS."""
    off = np.array([first.best[g].leaf for g in mine], np.int64) - first.setting.leaf[first.pairs.group_event[mine]]
    return np.stack([(off >= low) & (off <= high) for low, high in OFFSETS], axis=1).astype(np.float32).reshape(-1, len(OFFSETS))


def _sorts(first: First, mine: Ints) -> Floats:
    sorts = [first.best[g].sort for g in mine]
    return np.array([[s == known for known in SORTS] for s in sorts], np.float32).reshape(-1, len(SORTS))


def _beside(event: Ints, value: Floats, events: int) -> Floats:
    """For each group the sum over the other groups of its event."""
    total = np.zeros(events, np.float32)
    np.add.at(total, event, value)
    out: Floats = total[event] - value
    return out


def best_of(pairs: Pairs, scores: Scores) -> list[Candidate]:
    """The likeliest candidate of each group, by its best role; the first one of equals."""
    value = scores.role.max(axis=1)
    best: list[int] = [-1] * len(pairs.group_key)
    for i, group in enumerate(pairs.group.tolist()):
        if best[group] < 0 or value[i] > value[best[group]]:
            best[group] = i
    return [pairs.candidates[i] for i in best]
