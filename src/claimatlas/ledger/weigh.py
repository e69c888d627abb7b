"""How far the evidence for an event carries: its status and its belief, from independent voices.

The weight of one voice is its base times every factor that applies, at most 0.95; all factors stand in `factors.yaml`, and
those that were applied in the event's `voices`. A voice that speaks several times, through copies or in the words of one wire,
counts once, at its heaviest. Support is 1 - product(1 - weight) over the voices that affirm, opposition likewise over
those that deny; belief = support x (1 - opposition). A correction by a person or by the ledger multiplies it, a person's
acceptance sets it. Age takes no part: what happened stays so.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from claimatlas.ledger.factors import table
from claimatlas.ledger.grades import reliability
from claimatlas.ledger.heard import UNDATED, Heard
from claimatlas.ledger.independent import independent
from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.voices import Interest, Voice, interest, roots, voice_of
from claimatlas.model.claim import Claim
from claimatlas.model.event import Belief
from claimatlas.model.names import fold_name
from claimatlas.model.report import Report

__all__ = ["UNDATED", "Heard", "applied", "belief", "corrects", "corroborated", "hear", "heard", "heaviest", "status"]

# the part of a belief that a verdict gives
ACCEPTED = "accepted by a person"


def hear(claims: Iterable[Claim], reports: Sequence[Report], sides: Sides, marks: Mapping[str, str] | None = None) -> dict[str, Heard]:
    """Every claim by its id, with who speaks and how much it weighs.

    `marks`: letters that a person gave to voices, by key or folded name.
    """
    by_id, root = {r.id: r for r in reports}, roots(reports, sides)
    return {c.id: heard(c, by_id, root, sides, marks or {}) for c in claims}


def heard(claim: Claim, reports: Mapping[str, Report], root: Mapping[str, str], sides: Sides, marks: Mapping[str, str]) -> Heard:
    """One claim with its voice, interest and weight."""
    voice = voice_of(claim, reports, root, sides)
    gain, mark = interest(claim, voice, sides), marks.get(voice.key) or marks.get(fold_name(voice.name))
    base = table().base.get(voice.kind, table().base["organisation"])
    factors = applied(claim, voice, gain, mark)
    weight = base
    for _, factor in factors:
        weight *= factor
    report = reports.get(claim.report_id)
    published = report.published.isoformat() if report and report.published else UNDATED
    return Heard(claim, voice, gain, round(min(weight, table().most), 4), published, base, factors, reliability(voice, mark))


def applied(claim: Claim, voice: Voice, gain: Interest, mark: str | None) -> tuple[tuple[str, float], ...]:
    """The factors that apply, by name, in a stated order."""
    ways = {"neutral": voice.neutral, "against": gain.against_it, "for": gain.for_it, "alleged": claim.stance == "alleged"}
    found = tuple((name, table().factors[name]) for name, applies in ways.items() if applies)
    return (*found, (f"marked {mark}", table().marked[mark])) if mark else found


def heaviest(group: Iterable[Heard]) -> Mapping[str, Heard]:
    """The heaviest claim of each independent voice, by the voice's key; ties by claim id."""
    told = tuple(group)
    return {told[0].voice.key: told[0]} if len(told) == 1 else _heaviest(told)


@lru_cache(maxsize=256)  # slots and statuses of one event ask for the same claims again and again
def _heaviest(told: tuple[Heard, ...]) -> Mapping[str, Heard]:
    best: dict[str, Heard] = {}
    key_of = independent(told)
    for one in sorted(told, key=lambda h: (-h.weight, h.claim.id)):
        best.setdefault(key_of[one.voice.key], one)
    return dict(sorted(best.items()))


def status(group: Sequence[Heard], sides: Sides, corrected: frozenset[str] = frozenset()) -> str:
    """The status of an event; `corrected`: ids of claims that a judgement says are corrected."""
    told, denied = [h for h in group if not h.denies], [h for h in group if h.denies]
    if not told:
        return "denied"
    if all(h.claim.id in corrected for h in told) or any(corrects(d, told) for d in denied):
        return "corrected"
    if denied:
        return "disputed"
    return "corroborated" if corroborated(told, sides) else "reported"


def corrects(denial: Heard, told: Sequence[Heard]) -> bool:
    """Whether a denial sets all that was told right, rather than disputing it.

    It must not be older than what was told, and come from a publisher in its own voice with nothing to gain, or from a
    voice that told it before.
    """
    if any(h.published > denial.published for h in told):
        return False
    own = denial.voice.kind == "own" and not denial.interest.for_it
    return own or all(h.voice.key == denial.voice.key for h in told)


def corroborated(told: Sequence[Heard], sides: Sides) -> bool:
    """Whether two voices of sides that fight each other tell it, or a neutral voice and one of a side."""
    voices = [h.voice for h in heaviest(told).values()]
    named = sorted({v.side for v in voices if v.side})
    hostile = any(not sides.friendly(a, b) for a in named for b in named if a < b)
    return hostile or (bool(named) and any(v.neutral for v in voices))


def belief(group: Sequence[Heard], corrected: frozenset[str] = frozenset(), accepted: frozenset[str] = frozenset()) -> Belief:
    """The belief in an event with its parts: each voice's weight (negative for a denial), then each factor applied."""
    told, denied = heaviest(h for h in group if not h.denies), heaviest(h for h in group if h.denies)
    parts = [(f"told by {h.voice.name}", h.weight) for h in told.values()]
    parts += [(f"denied by {h.voice.name}", -h.weight) for h in denied.values()]
    support, opposition = _joined(told.values()), _joined(denied.values())
    parts += [("support", round(support, 4))] + ([("not opposed", round(1 - opposition, 4))] if denied else [])
    value = support * (1 - opposition)
    affirmed = [h for h in group if not h.denies]
    if affirmed and (all(h.claim.id in corrected for h in affirmed) or any(corrects(d, affirmed) for d in group if d.denies)):
        value *= table().factors["corrected"]
        parts.append(("corrected", table().factors["corrected"]))
    if any(h.claim.id in accepted for h in affirmed):
        value = table().accepted
        parts.append((ACCEPTED, value))
    return Belief(round(value, 4), tuple(parts))


def _joined(group: Iterable[Heard]) -> float:
    left = 1.0
    for one in group:
        left *= 1 - one.weight
    return 1 - left
