"""What a pair of claims tells of whether both are of one event: named figures, or None for a contradiction."""

import math

from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.near import place_tells
from claimatlas.ledger.slots import Slots
from claimatlas.model.codebook import two_sided

Figures = dict[str, float]

# types that reports use for one and the same deed; all others join only with their own kind
RELATED: tuple[frozenset[str], ...] = (
    frozenset({"clash", "assault", "repel"}),
    frozenset({"bombing", "suicide_attack"}),
    frozenset({"killing", "small_arms"}),
    frozenset({"abduction", "arrest"}),
    frozenset({"agreement", "ceasefire"}),
    frozenset({"release", "prisoner_exchange"}),
)
# fire told loosely: one attack may be called by either word
LOOSE: tuple[frozenset[str], ...] = (
    frozenset({"airstrike", "shelling"}),
    frozenset({"airstrike", "chemical_attack"}),
    frozenset({"shelling", "chemical_attack"}),
    frozenset({"shelling", "bombing"}),
    frozenset({"airstrike", "killing"}),
    frozenset({"shelling", "killing"}),
    frozenset({"bombing", "killing"}),
)
STATES = frozenset({"control", "strength", "toll"})
# the family in which reports of one deed name rival doers: who fired is what they dispute
FIRE = "fire"
DENIAL_DAYS = 7
# counts that differ by more than this factor are of two events, once they are not small
RIVAL_FACTOR, SMALL = 6.0, 10.0
WHOLE_LOG = math.log(50)
# a time is too vague to be that of a deed told to the day when it is longer than this many times what they share, and as many days
VAGUE = 10
# times of at most so many days may touch without sharing a day
SHORT_DAYS = 3


def types_tell(a: str, b: str) -> Figures | None:
    """Whether two types may be of one deed."""
    if a == b:
        return {}
    pair = frozenset({a, b})
    if any(pair <= related for related in RELATED):
        return {"type_related": 1.0}
    return {"type_loose": 1.0} if pair in LOOSE else None


def times_tell(a: Slots, b: Slots) -> Figures | None:
    """How two times agree; None where more than a day lies between them, a week for a denial of what was told before."""
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return {"time_none": 1.0}
    gap = max(a.start - b.end, b.start - a.end, 0)
    if gap and gap <= DENIAL_DAYS and _denial_after(a, b):
        return {"time_denial": 1.0}
    if gap > 1 or (gap and max(a.days, b.days) > SHORT_DAYS):
        return None
    shared, longest = min(a.end, b.end) - max(a.start, b.start) + 1, max(a.days, b.days)
    if longest > VAGUE * max(shared, 0) + VAGUE:
        return None
    soft = f"time_soft{a.soft + b.soft}"
    if gap:
        return {"time_gap": 1.0, soft: 1.0}
    return {soft: 1.0, "time_apart": 1.0 - shared / longest, "time_long": float(min(a.days, b.days) > SHORT_DAYS)}


def _denial_after(a: Slots, b: Slots) -> bool:
    """Whether one claim denies, at no told time, what the other told earlier: the day of a denial is not that of the deed."""
    denial, told = (a, b) if a.claim.stance == "denied" else (b, a)
    if denial.claim.stance != "denied" or told.claim.stance == "denied" or not denial.soft:
        return False
    return denial.start is not None and told.end is not None and told.end < denial.start


def actors_tell(a: Slots, b: Slots, sides: Sides) -> Figures:
    """How who did it to whom agrees; types of two sides are told from either end."""
    straight = _who("agent", a.agents, b.agents, a.agent_kin, b.agent_kin, a.agent_sides, b.agent_sides, sides) | _who(
        "target", a.targets, b.targets, a.target_kin, b.target_kin, a.target_sides, b.target_sides, sides
    )
    if not (two_sided(a.claim.type) or two_sided(b.claim.type)):
        return straight
    crossed = _who("agent", a.agents, b.targets, a.agent_kin, b.target_kin, a.agent_sides, b.target_sides, sides) | _who(
        "target", a.targets, b.agents, a.target_kin, b.agent_kin, a.target_sides, b.agent_sides, sides
    )
    return min(straight, crossed, key=lambda f: (_hostility(f), -_likeness(f)))


def _hostility(figures: Figures) -> float:
    return figures.get("agent_rival", 0.0) + figures.get("target_rival", 0.0)


def _likeness(figures: Figures) -> float:
    return sum(figures.get(f"{slot}_{how}", 0.0) for slot in ("agent", "target") for how in ("same", "kin"))


def _who(
    slot: str,
    a: frozenset[str],
    b: frozenset[str],
    a_kin: frozenset[str],
    b_kin: frozenset[str],
    a_sides: frozenset[str],
    b_sides: frozenset[str],
    sides: Sides,
) -> Figures:
    """One of same, kin (one belongs to the other), friend (of sides that do not fight), other, rival; nothing where one is not told."""
    if not a or not b:
        return {f"{slot}_untold": 1.0}
    if a & b:
        return {f"{slot}_same": 1.0}
    if a & b_kin or b & a_kin:
        return {f"{slot}_kin": 1.0}
    if not a_sides or not b_sides:
        return {f"{slot}_other": 1.0}
    friends = any(sides.friendly(x, y) for x in a_sides for y in b_sides)
    return {f"{slot}_friend": 1.0} if friends else {f"{slot}_rival": 1.0}


def counts_tell(a: Slots, b: Slots) -> Figures | None:
    """How the counts agree, the best pair of each kind of count; None where they exclude each other by far."""
    figures: Figures = {}
    for what in sorted({w for w, *_ in a.counts} & {w for w, *_ in b.counts}):
        ratios = [_ratio(x[1:], y[1:]) for x in a.counts for y in b.counts if x[0] == y[0] == what]
        same = max(weight for _, weight in ratios)
        off = min(ratio for ratio, _ in ratios)
        figures["count_same"] = max(figures.get("count_same", 0.0), same)
        if not same:
            figures["count_off"] = max(figures.get("count_off", 0.0), off)
            figures["count_meets"] = max(figures.get("count_meets", 0.0), float(off == 0))
        if off > math.log(RIVAL_FACTOR):
            return None
    return figures


def _ratio(a: tuple[float | None, float | None], b: tuple[float | None, float | None]) -> tuple[float, float]:
    """How far two counts exclude each other (log of their ratio, small ones forgiven), and the weight of their being the same."""
    if a == b or (a[0] is not None and a[0] == b[0]):
        number = a[0] if a[0] is not None else a[1] or 0.0
        return 0.0, 0.3 + 0.7 * min(1.0, math.log(max(number, 1.0)) / WHOLE_LOG)
    low, high = max(a[0] or 0.0, b[0] or 0.0), min(_most(a), _most(b))
    return (0.0, 0.0) if low <= high else (math.log((low + SMALL) / (high + SMALL)), 0.0)


def _most(count: tuple[float | None, float | None]) -> float:
    return count[1] if count[1] is not None else math.inf


def words_tell(a: Slots, b: Slots) -> Figures:
    """Shared rare words, as a part of the fewer (0 to 1), smoothed so that one word is little."""
    if a.claim.quote.exact == b.claim.quote.exact:
        return {"words": 1.0, "quote_same": float(a.claim.report_id != b.claim.report_id)}
    shared = len(a.words & b.words)
    return {"words": shared / (min(len(a.words), len(b.words)) + 2.0)} if shared else {}


def reports_tell(a: Slots, b: Slots) -> Figures:
    """What is known of two claims from the reports that they stand in."""
    figures: Figures = {}
    if a.claim.report_id == b.claim.report_id:
        figures["own"] = 1.0
        figures["own_far"] = min(1.0, abs(a.claim.quote.start - b.claim.quote.start) / 2000.0)
        figures["own_sentence"] = float(a.claim.quote == b.claim.quote)
        figures["own_count"] = float(bool(a.counts and b.counts and not set(a.counts) & set(b.counts)))
    elif a.origin == b.origin:
        figures["copy"] = 1.0
    if a.speaker and a.speaker == b.speaker:
        figures["speaker_same"] = 1.0
    if (a.claim.stance == "denied") != (b.claim.stance == "denied"):
        figures["denied"] = 1.0
    return figures


def pair_figures(a: Slots, b: Slots, sides: Sides) -> Figures | None:
    """All figures of a pair, those that are 0 left out; None where the two cannot be of one event."""
    if a.family != b.family:
        return None
    kinds = types_tell(a.claim.type, b.claim.type)
    times = times_tell(a, b) if kinds is not None else None
    places = place_tells(a.spot, b.spot) if times is not None else None
    if kinds is None or times is None or places is None:
        return None
    counts = counts_tell(a, b)
    if counts is None:
        return None
    actors = actors_tell(a, b, sides)
    if "agent_rival" in actors and (a.family != FIRE or "target_rival" in actors):
        return None
    if a.claim.type in STATES and not _one_state(a, b, places[0], actors):
        return None
    figures = kinds | times | {f"place_{places[0]}": places[1]} | actors | counts | words_tell(a, b) | reports_tell(a, b)
    if figures.get("own_sentence") and places[0] not in ("same", "part", "none"):
        return None
    return {name: value for name, value in figures.items() if value}


def _one_state(a: Slots, b: Slots, place: str, actors: Figures) -> bool:
    """States of affairs are one only for one actor in one place; strengths and tolls only where they count the same."""
    counted = {q.what for q in a.claim.quantities} & {q.what for q in b.claim.quantities}
    return place in ("same", "part", "name") and "agent_same" in actors and (a.claim.type == "control" or bool(counted))
