"""Who really speaks: the independent voices behind claims, their sides and what they stand to gain."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimatlas.ledger.knowledge import NEUTRAL_SIDE, Sides, fighting_side
from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import Claim, SourceRef
from claimatlas.model.names import fold_name
from claimatlas.model.report import Report
from claimatlas.read import earliest, joined

MONITORS = frozenset({"monitor", "international", "agency"})
# what an agent boasts of, what it would rather not tell of itself, and what it is blamed for
GAINS = frozenset({"capture", "repel", "downing", "lift_siege", "control", "assault"})
LOSSES = frozenset({"withdraw", "surrender", "defect"})
BLAMES = frozenset(
    {"airstrike", "shelling", "bombing", "suicide_attack", "chemical_attack", "killing", "abuse", "abduction", "block_aid", "destruction"}
)


@dataclass(frozen=True, slots=True)
class Voice:
    """The nearest speaker of a claim. `key` is one for one voice; `kind` as in SourceRef or `own` for the publisher's own voice.

    `neutral`: a monitor, agency or international body of no side; `registered`: the theatre's register knows it.
    """

    key: str
    name: str
    kind: str
    side: str | None = None
    neutral: bool = False
    registered: bool = False


@dataclass(frozen=True, slots=True)
class Interest:
    """What the speaker stands to gain: `for_it` or `against_it` (both False: nothing known)."""

    for_it: bool = False
    against_it: bool = False


def roots(reports: Iterable[Report], sides: Sides) -> dict[str, str]:
    """Report id to the id of the earliest report of all that copy one another (itself where it has no copy).

    See `claimatlas.read.earliest`: it does not matter which of them was read first.
    """
    by_id = {r.id: r for r in reports}
    group_of = joined((r.id, r.copy_of) for r in by_id.values() if r.copy_of in by_id and r.copy_of is not None)
    groups: dict[str, list[Report]] = defaultdict(list)
    for report_id in sorted(by_id):
        groups[group_of.get(report_id, report_id)].append(by_id[report_id])

    def name_of(publisher: str) -> str:
        outlet = sides.outlet(publisher)
        return outlet.id if outlet else fold_name(publisher)

    return {r.id: first.id for group in groups.values() for first in (earliest(group, name_of),) for r in group}


def voice_of(claim: Claim, reports: Mapping[str, Report], root: Mapping[str, str], sides: Sides) -> Voice:
    """The voice of a claim: its nearest source, or the publisher in its own voice.

    A copy speaks with the voice of what it copies. An anonymous source is known only inside one report.
    """
    origin = root.get(claim.report_id, claim.report_id)
    report = reports.get(origin) or reports.get(claim.report_id)
    if claim.source:
        return _source_voice(claim.source[0], origin, report, sides)
    publisher = report.publisher if report else None
    on = report.published if report else None
    outlet = sides.outlet(publisher)
    if outlet is None:
        side = fighting_side(sides, None, publisher, on) if publisher else None
        return Voice(fold_name(publisher or "") or origin, publisher or "unnamed publisher", "own", side)
    side = fighting_side(sides, outlet.id, outlet.name, on)
    return Voice(outlet.id, outlet.name, "own", side, outlet.kind in MONITORS and side is None, True)


def _source_voice(source: SourceRef, origin: str, report: Report | None, sides: Sides) -> Voice:
    side = source.side or fighting_side(sides, source.id, source.name, report.published if report else None)
    side = None if side == NEUTRAL_SIDE else side
    outlet = sides.outlet(source.name)
    known = source.id or (outlet.id if outlet else None)
    key = known or fold_name(source.name)
    if source.kind == "anonymous" and not known:
        key = f"{origin}/{key}"
    neutral = outlet is not None and outlet.kind in MONITORS and side is None
    return Voice(key, source.name, source.kind, side, neutral, known is not None or side is not None)


def sides_of(actors: Iterable[ActorRef], claim: Claim, sides: Sides) -> frozenset[str]:
    """The sides on which actors of a claim stood at its time."""
    found = (fighting_side(sides, a.id, a.name, claim.time.end) for a in actors)
    return frozenset(s for s in found if s)


def interest(claim: Claim, voice: Voice, sides: Sides) -> Interest:
    """What the speaker gains by the claim, were it believed; a denial turns it round."""
    if voice.side is None or voice.neutral:
        return Interest()
    with_agent, with_target = (
        any(sides.friendly(voice.side or "", s) for s in sides_of(actors, claim, sides)) for actors in (claim.agent, claim.target)
    )
    has_agent = bool(sides_of(claim.agent, claim, sides))
    gain = _gain(claim.type, with_agent, with_target, has_agent)
    return Interest(gain < 0, gain > 0) if claim.stance == "denied" else Interest(gain > 0, gain < 0)


def _gain(kind: str, with_agent: bool, with_target: bool, has_agent: bool) -> int:
    """1 where the claim serves the speaker, -1 where it hurts him, 0 where neither is known."""
    if kind in GAINS:
        return int(with_agent) - int(with_target and not with_agent)
    if kind in LOSSES or kind in BLAMES:
        return -1 if with_agent else int(has_agent)
    return 0
