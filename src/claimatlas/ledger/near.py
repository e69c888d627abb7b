"""Whether two claims can tell of one event, slot by slot: None for a contradiction, else a score from 0 to 1."""

from dataclasses import dataclass

from claimatlas.ledger.knowledge import Sides
from claimatlas.model.claim import Claim
from claimatlas.model.names import fold_name, sound_key
from claimatlas.model.place import PlaceRef, distance_km, place_radius_km
from claimatlas.model.quantity import Quantity

# types that reports use for one and the same deed; all others join only with their own kind
RELATED = (frozenset({"clash", "assault", "repel"}), frozenset({"bombing", "suicide_attack"}), frozenset({"killing", "small_arms"}))
STATES = frozenset({"control", "strength", "toll"})
WIDE = frozenset({"county", "province", "region", "country"})
DENIAL_DAYS = 7
# a district further from its town's point than this is not taken to be of that town
DISTRICT_KM = 6.0
COUNTED = ("killed", "wounded", "captured", "displaced", "evacuated", "released", "surrendered", "defected")


@dataclass(frozen=True, slots=True)
class Slots:
    """A claim with what comparing it needs, worked out once."""

    claim: Claim
    group: str
    origin: str
    agents: frozenset[str]
    targets: frozenset[str]
    agent_sides: frozenset[str]
    target_sides: frozenset[str]


def group_of(kind: str) -> str:
    """The name of the group of related types that a type is in."""
    return next((min(g) for g in RELATED if kind in g), kind)


def place_near(a: PlaceRef | None, b: PlaceRef | None) -> float | None:
    """How near two places are: 1 the same place, 0 nothing is known of one of them, None apart."""
    if a is None or b is None:
        return 0.0
    if a.id is not None and a.id == b.id:
        return _same_place(a, b)
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        same = sound_key(a.name) == sound_key(b.name)
        return (0.7 if same else None) if a.id is None or b.id is None else None
    gap = distance_km(a.lat, a.lon, b.lat, b.lon)
    if a.level in WIDE or b.level in WIDE:
        return _inside_wide(a, b, gap)
    if a.level == b.level and a.precision == b.precision == 1 and a.id and b.id:
        return None
    reach = max(place_radius_km(a), place_radius_km(b), DISTRICT_KM if {a.level, b.level} == {"district", "town"} else 0.0)
    return 0.7 - 0.3 * gap / reach if gap <= reach else None


def _inside_wide(a: PlaceRef, b: PlaceRef, gap: float) -> float | None:
    """A place in a province or country told: hardly anything is known, so all else must fit; two wide places do not meet."""
    wide, narrow = (a, b) if a.level in WIDE else (b, a)
    if narrow.level in WIDE or gap > place_radius_km(wide):
        return None
    return 0.2


def _same_place(a: PlaceRef, b: PlaceRef) -> float | None:
    if a.part and b.part and not _parts_meet(a.part, b.part):
        return None
    if a.level in WIDE:
        return 0.4
    return 1.0 if (a.relation, a.part) == (b.relation, b.part) else 0.8


def _parts_meet(a: str, b: str) -> bool:
    one, other = (set(fold_name(x).split()) - {"of", "and", "in", "a", "part", "district", "districts"} for x in (a, b))
    return not one or not other or bool(one & other)


def time_near(a: Claim, b: Claim) -> float | None:
    """How well two times agree: 1 the same days told, 0 nothing known, None apart by more than a day.

    A time that no words of the report give is soft, it counts less. A denial may follow a week later.
    """
    one, other = a.time, b.time
    if not (one.start and one.end and other.start and other.end):
        return 0.0
    gap = one.gap_days(other)
    soft = one.default or other.default
    if gap and _denial_after(a, b) and gap <= DENIAL_DAYS:
        return 0.5
    if gap > 1 or (gap > 0 and max(one.precision, other.precision) > 1):
        return None
    if gap:
        return 0.3
    longest, shared = max(one.days(), other.days()), (min(one.end, other.end) - max(one.start, other.start)).days + 1
    if soft and longest <= 3:
        return 0.6 if shared == longest else 0.4
    return 0.4 + 0.6 * shared / longest


def _denial_after(a: Claim, b: Claim) -> bool:
    """Whether one claim denies, at no told time, what the other told earlier: the day of a denial is not that of the deed."""
    denial, told = (a, b) if a.stance == "denied" else (b, a)
    if denial.stance != "denied" or told.stance == "denied" or not denial.time.default:
        return False
    return denial.time.start is not None and told.time.end is not None and told.time.end < denial.time.start


def actors_near(a: Slots, b: Slots, sides: Sides) -> float | None:
    """How well who did it to whom agrees; None where hostile sides are named for one part of it."""
    straight = (
        _pair(a.agents, b.agents, a.agent_sides, b.agent_sides, sides),
        _pair(a.targets, b.targets, a.target_sides, b.target_sides, sides),
    )
    if a.group == group_of("clash") or a.claim.type in {"ceasefire", "talks", "agreement", "prisoner_exchange"}:
        crossed = (
            _pair(a.agents, b.targets, a.agent_sides, b.target_sides, sides),
            _pair(a.targets, b.agents, a.target_sides, b.agent_sides, sides),
        )
        return max((s for s in (_both(straight), _both(crossed)) if s is not None), default=None)
    return _both(straight)


def _both(parts: tuple[float | None, float | None]) -> float | None:
    agent, target = parts
    return None if agent is None or target is None else 0.7 * agent + 0.3 * target


def _pair(a: frozenset[str], b: frozenset[str], a_sides: frozenset[str], b_sides: frozenset[str], sides: Sides) -> float | None:
    if not a or not b:
        return 0.5
    if a & b:
        return 1.0
    if not a_sides or not b_sides:
        return 0.3
    return 0.6 if any(sides.friendly(x, y) for x in a_sides for y in b_sides) else None


def numbers_near(a: Claim, b: Claim) -> float:
    """From -1 (all counts rival) over 0 (none shared) to 1 (the same counts); rival counts do not part two claims by themselves."""
    best: dict[str, float] = {}
    for x in a.quantities:
        for y in b.quantities:
            if x.what == y.what and x.what in COUNTED:
                best[x.what] = max(best.get(x.what, -1.0), _count_near(x, y))
    return sum(best.values()) / len(best) if best else 0.0


def _count_near(a: Quantity, b: Quantity) -> float:
    if (a.low, a.high) == (b.low, b.high):
        return 1.0
    low, high = max(a.low or 0, b.low or 0), min(a.high or float("inf"), b.high or float("inf"))
    if low <= high:
        return 0.8 if a.low == b.low else 0.4
    return -0.2 if low <= 2 * high + 2 else -1.0
