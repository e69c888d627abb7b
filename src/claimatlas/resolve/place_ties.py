"""What the words between two place names say of how the places lie: one in the other, near it, or in one list with it."""

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimatlas.model.place import LEVEL_RADIUS_KM, Place, distance_km
from claimatlas.resolve.place_kinds import HINTS
from claimatlas.resolve.place_offset import UNITS

IN, NEAR, LIST = "in", "near", "list"
WEIGHTS = {IN: 2.0, NEAR: 2.0, LIST: 1.0}
LONGEST = 90
NEAR_KM, LIST_KM, EDGE_KM = 20.0, 25.0, 15.0
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|,|/|’|'")
NEARBY = frozenset("near close next beside outside around opposite adjacent overlooking from by bordering facing toward towards between".split())
WAYS = re.compile(r"(?:north|south)(?:[\s-]?(?:east|west))?(?:ern)?|(?:east|west)(?:ern)?")
JOINTS = frozenset({",", "and", "or", "/", "as", "well"})
INSIDE = frozenset({"in", "inside", "within", "of"})
SMALL = frozenset(
    "a an the which lies is both also just very far some about km kms kilometre kilometres kilometer kilometers mile miles to on at border "
    "small large key strategic nearby part parts side edge centre center heart suburb suburbs outskirts farmland belt bank basin gorge "
    "besieged contested rural coastal mountains hills heights villages towns cities front axis road highway way line held controlled".split()
)


@dataclass(frozen=True, slots=True)
class Tie:
    """How place `one` lies to place `other`: `sort` is in, near or list; `km` is the distance that the words give, or None."""

    one: int
    other: int
    sort: str
    km: float | None = None


def ties(text: str, spans: Mapping[int, Sequence[tuple[int, int]]]) -> list[Tie]:
    """The ties between names that follow each other in a text; `spans` has the (start, end) of each name's occurrences."""
    marks = sorted((start, end, name) for name, places in spans.items() for start, end in places)
    found: dict[Tie, None] = {}
    for (_, end, one), (start, _, other) in zip(marks, marks[1:], strict=False):
        if one != other and 0 <= start - end <= LONGEST and (tie := _tie(text[end:start], one, other)):
            found.setdefault(tie)
    return list(found)


def _tie(gap: str, one: int, other: int) -> Tie | None:
    """The tie that the words of a gap make, None where they tell something else."""
    if "." in gap or "\n" in gap or ";" in gap:
        return None
    words = WORD.findall(gap.replace("'s ", " ’ ").replace("’s ", " ’ "))
    low = [w.lower() for w in words]
    if not all(_light(w) for w in low):
        return None
    km = next((float(n) * UNITS.get(u, 1.0) for n, u in zip(low, low[1:], strict=False) if n.isdigit() and u in UNITS), None)
    if km is not None or NEARBY.intersection(low) or any(WAYS.fullmatch(w) and n in ("of", "from") for w, n in zip(low, low[1:], strict=False)):
        return Tie(one, other, NEAR, km)
    if low[:1] in (["’"], ["'"]):
        return Tie(other, one, IN)
    if INSIDE.intersection(low):
        return Tie(one, other, IN)
    return Tie(one, other, LIST) if low and JOINTS.issuperset(low) else None


def _light(word: str) -> bool:
    return (
        word in SMALL
        or word in NEARBY
        or word in JOINTS
        or word in INSIDE
        or word in HINTS
        or word in UNITS
        or word.isdigit()
        or word in ("’", "'")
        or WAYS.fullmatch(word) is not None
    )


def agreement_of(tie: Tie, one: Place, other: Place) -> float:
    """How well two places fit a tie, -1 to 1."""
    if tie.sort == IN:
        return _inside(one, other)
    apart = distance_km(one.lat, one.lon, other.lat, other.lon)
    if tie.sort == LIST:
        return math.exp(-apart / LIST_KM) if one.level not in ("country", "region") else 0.0
    slack = LEVEL_RADIUS_KM[other.level] if tie.km is None else tie.km
    off = max(0.0, apart - slack) if tie.km is None else abs(apart - slack)
    return math.exp(-off / max(NEAR_KM, 0.3 * slack))


def _inside(one: Place, other: Place) -> float:
    if other.level == "country":
        return 1.0 if one.country == other.country else -1.0
    own = one.admin[1] if len(one.admin) > 1 else None
    if other.level == "province" and own is not None and len(other.admin) > 1:
        return 1.0 if own == other.admin[1] else -1.0
    apart = distance_km(one.lat, one.lon, other.lat, other.lon)
    reach = max(LEVEL_RADIUS_KM[other.level], other.radius_km or 0.0) + EDGE_KM
    return 1.0 if apart <= reach else 2 * math.exp(-(apart - reach) / reach) - 1


def by_name(found: Sequence[Tie]) -> dict[int, list[Tie]]:
    """The ties of each name, by its number."""
    out: dict[int, list[Tie]] = defaultdict(list)
    for tie in found:
        out[tie.one].append(tie)
        out[tie.other].append(tie)
    return out
