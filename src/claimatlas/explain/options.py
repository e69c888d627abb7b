"""What the network could have chosen for an event: types, stances and fillers, each with its probability."""

import numpy as np

from claimatlas.explain.choice import Option, Words, rounded
from claimatlas.explain.scored import Looked, best_of_group, groups_of, sigmoid
from claimatlas.extract.learned.candidates import Candidate, Slot
from claimatlas.extract.learned.heads import ROLES
from claimatlas.extract.learned.values import softmax
from claimatlas.model.claim import STANCES
from claimatlas.model.quantity import WHAT

LEAST, MOST = 0.01, 6
"""Options less likely than this are left out, and no more than so many are told."""


def types(seen: Looked, n: int) -> tuple[Option, ...]:
    """The likeliest types of an event, "none" among them."""
    assert seen.look is not None
    chosen = seen.decided[n].type
    found = [Option(t, rounded(float(p)), t == chosen) for t, p in zip(seen.settings.types, seen.look.likely[n], strict=True)]
    return best(found)


def stances(seen: Looked, n: int, told: str) -> tuple[Option, ...]:
    """The stances of an event. `told`: that of the claim, where the rules' plain words may stand over the network."""
    assert seen.look is not None
    odds = softmax(seen.look.scores.stance[n])
    return best([Option(s, rounded(float(p)), s == told) for s, p in zip(STANCES, odds, strict=True)])


def actors(seen: Looked, n: int, role: str) -> tuple[Option, ...]:
    """The candidates for agent or target of an event, `parts` tell how likely it has the other role."""
    assert seen.look is not None
    mine, other = ROLES.index(role), 1 - ROLES.index(role)
    taken = getattr(seen.decided[n], f"{role}s")
    out = []
    for group in groups_of(seen, n, "actor"):
        c = best_of_group(seen, group, role)
        scores = seen.look.scores.group[group]
        parts = {f"as {ROLES[other]}": sigmoid(scores[other])}
        out.append(_option(c, sigmoid(scores[mine]), any(m is c.mention for m in taken), parts))
    return best(out)


def fillers(seen: Looked, n: int, slot: Slot) -> tuple[Option, ...]:
    """The candidates for place, time or speaker of an event, and that none is told."""
    assert seen.look is not None
    groups, none = seen.look.scores.exclusive[slot]
    d = seen.decided[n]
    taken = d.places if slot == "place" else [getattr(d, slot)]
    out = []
    for group in groups_of(seen, n, slot):
        c = best_of_group(seen, group, slot)
        out.append(_option(c, float(np.exp(groups[group])), any(m is c.mention for m in taken if m is not None)))
    return best([*out, Option("none told", rounded(float(np.exp(none[n]))), not any(o.chosen for o in out))])


def numbers(seen: Looked, n: int) -> tuple[Option, ...]:
    """The numbers near an event: how likely each belongs to it, and what it counts."""
    assert seen.look is not None
    pairs, scores = seen.look.pairs, seen.look.scores
    out = []
    for i in np.flatnonzero(pairs.event == n):
        c = pairs.candidates[i]
        if c.slot == "number":
            what = softmax(scores.what[i])
            score = sigmoid(scores.role[i, ROLES.index("number")])
            counts = {WHAT[k]: rounded(float(what[k])) for k in np.argsort(-what, kind="stable")[:2]}
            out.append(_option(c, score, score > seen.settings.number, counts))
    return best(out)


def best(found: list[Option]) -> tuple[Option, ...]:
    """The chosen and the likeliest options, best first."""
    order = sorted(found, key=lambda o: (-(o.score or 0.0), o.words.start if o.words else -1, o.name))
    return tuple(o for n, o in enumerate(order) if o.chosen or (n < MOST and (o.score or 0.0) >= LEAST))


def _option(c: Candidate, score: float, chosen: bool, parts: dict[str, float] | None = None) -> Option:
    m = c.mention
    sort = f"{c.sort}, " if c.slot in ("actor", "speaker") and c.sort else ""
    return Option(
        str(getattr(m, "name", None) or m.text),
        rounded(score),
        chosen,
        getattr(m, "id", None),
        Words(m.text, c.start, c.end),
        {k: rounded(v) for k, v in (parts or {}).items()},
        f"{sort}sentence {c.leaf + 1}",
    )
