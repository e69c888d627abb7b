"""From the scores of strings to entities, and the thresholds that suit a part."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from claimatlas.train.ceaf_ree import ROLES, Score, aligned, normal
from claimatlas.train.muc4_data import Document
from claimatlas.train.muc4_network import Item

Floats = NDArray[np.floating]
Aliases = frozenset[tuple[str, str, str]]
"""Role and two normal mentions, the lesser one first, that the coders took for one entity more often than for two."""
GRID = tuple(n / 20 for n in range(1, 18))


def aliases(train: Sequence[Document]) -> Aliases:
    """What the reports to train on show to be names of one entity."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for document in train:
        for role in ROLES:
            named = {(n, normal(m)) for n, entity in enumerate(document.fillers[role]) for m in entity}
            for (i, a), (j, b) in combinations(sorted(named), 2):
                seen[role, min(a, b), max(a, b)] += 1 if i == j else -1
    return frozenset(key for key, more in seen.items() if more > 0)


def same(role: str, a: str, b: str, known: Aliases) -> bool:
    """Whether two normal mentions name one entity: one's words are among the other's, or the last word is the same, or the pair is known.

    Names of victims that end alike are mostly those of relatives: there the last word does not count.
    """
    one, two = a.split(), b.split()
    nested = set(one) <= set(two) or set(two) <= set(one)
    return nested or (role != "Victim" and one[-1] == two[-1]) or (role, min(a, b), max(a, b)) in known


def entities(it: Item, probability: Floats, role: str, threshold: float, known: Aliases) -> list[list[str]]:
    """The entities of a role, the likeliest first, each by its likeliest mention alone.

    One mention each, as in GRIT: the measure asks that every mention told be one of the entity's, and for no more than one.
    `probability`: of each string of the report.
    """
    taken: list[int] = []
    order = np.argsort(-probability, kind="stable")
    for n in order[: int((probability >= threshold).sum())]:
        if not any(same(role, it.spans.strings[n], it.spans.strings[t], known) for t in taken):
            taken.append(int(n))
    return [[_told(it, n)] for n in taken]


def _told(it: Item, string: int) -> str:
    """The string as it first stands in the report."""
    start, end = it.spans.chars[int(np.argmax(it.spans.string == string))]
    return it.document.text[start:end]


def fillers(it: Item, probability: Floats, thresholds: dict[str, float], known: Aliases) -> dict[str, list[list[str]]]:
    """The entities of all roles. `probability`: (string, role)."""
    return {role: entities(it, probability[:, n], role, thresholds[role], known) for n, role in enumerate(ROLES)}


def best_thresholds(items: Sequence[Item], read: Sequence[Floats], known: Aliases) -> tuple[dict[str, float], Score]:
    """The thresholds of the roles under which the total's F1 is highest on these reports, sought role by role, and that score."""
    table = {role: dict(_scored(items, read, n, known)) for n, role in enumerate(ROLES)}
    chosen = {role: _best(row, Score()) for role, row in table.items()}
    for role in ROLES * 2:
        chosen[role] = _best(table[role], sum((table[r][chosen[r]] for r in ROLES if r != role), Score()))
    return chosen, sum((table[r][chosen[r]] for r in ROLES), Score())


def _best(row: dict[float, Score], rest: Score) -> float:
    """The threshold under which the F1 of a role and the rest together is highest; of equals the lowest."""
    return max(row, key=lambda threshold: (row[threshold] + rest).f1)


def _scored(items: Sequence[Item], read: Sequence[Floats], column: int, known: Aliases) -> Iterator[tuple[float, Score]]:
    """The score of one role under each threshold of the grid."""
    role = ROLES[column]
    for threshold in GRID:
        total = Score()
        for it, probability in zip(items, read, strict=True):
            mine, theirs = entities(it, probability[:, column], role, threshold, known), it.document.fillers[role]
            total += Score(aligned(mine, theirs), len(mine), len(theirs))
        yield threshold, total
