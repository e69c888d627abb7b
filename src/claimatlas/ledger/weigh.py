"""How far the evidence for an event carries: its status and its belief, from independent voices.

The factors, all of them. The weight of one voice is its base times every factor that applies, at most 0.95:

===============================================  =====
base, the publisher in its own voice or a paper   0.60
base, a named person or organisation              0.50
base, an anonymous source                         0.35
neutral (monitor, agency, international body)    x1.20
tells of its own side's harm or fault            x1.40
serves its own side                              x0.70
alleged                                          x0.60
===============================================  =====

A voice that speaks several times, or through copies, counts once, at its heaviest. Support is 1 - product(1 - weight) over
the voices that affirm, opposition likewise over those that deny; belief = support x (1 - opposition). A correction by a
person or by the ledger multiplies by 0.2, a person's acceptance sets 0.95. Age takes no part: what happened stays so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.voices import Interest, Voice, interest, roots, voice_of
from claimatlas.model.claim import Claim
from claimatlas.model.event import Belief
from claimatlas.model.report import Report

BASE = {"own": 0.6, "publisher": 0.6, "document": 0.6, "person": 0.5, "organisation": 0.5, "anonymous": 0.35}
NEUTRAL, AGAINST, FOR, ALLEGED, CORRECTED, ACCEPTED, MOST = 1.2, 1.4, 0.7, 0.6, 0.2, 0.95, 0.95
UNDATED = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Heard:
    """A claim with its voice, the voice's interest in it, its weight (0 to 0.95) and its report's date (ISO, last when unknown)."""

    claim: Claim
    voice: Voice
    interest: Interest
    weight: float
    published: str

    @property
    def denies(self) -> bool:
        """Whether the claim tells that it did not happen."""
        return self.claim.stance == "denied"


def hear(claims: Iterable[Claim], reports: Sequence[Report], sides: Sides) -> dict[str, Heard]:
    """Every claim by its id, with who speaks and how much it weighs."""
    by_id, root = {r.id: r for r in reports}, roots(reports)
    return {c.id: heard(c, by_id, root, sides) for c in claims}


def heard(claim: Claim, reports: Mapping[str, Report], root: Mapping[str, str], sides: Sides) -> Heard:
    """One claim with its voice, interest and weight."""
    voice = voice_of(claim, reports, root, sides)
    gain = interest(claim, voice, sides)
    weight = BASE.get(voice.kind, BASE["organisation"])
    weight *= NEUTRAL if voice.neutral else 1.0
    weight *= AGAINST if gain.against_it else FOR if gain.for_it else 1.0
    weight *= ALLEGED if claim.stance == "alleged" else 1.0
    report = reports.get(claim.report_id)
    published = report.published.isoformat() if report and report.published else UNDATED
    return Heard(claim, voice, gain, round(min(weight, MOST), 4), published)


def heaviest(group: Iterable[Heard]) -> dict[str, Heard]:
    """The heaviest claim of each independent voice, by the voice's key; ties by claim id."""
    best: dict[str, Heard] = {}
    for one in sorted(group, key=lambda h: (-h.weight, h.claim.id)):
        best.setdefault(one.voice.key, one)
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
        value *= CORRECTED
        parts.append(("corrected", CORRECTED))
    if any(h.claim.id in accepted for h in affirmed):
        value = ACCEPTED
        parts.append(("accepted by a person", ACCEPTED))
    return Belief(round(value, 4), tuple(parts))


def _joined(group: Iterable[Heard]) -> float:
    left = 1.0
    for one in group:
        left *= 1 - one.weight
    return 1 - left
