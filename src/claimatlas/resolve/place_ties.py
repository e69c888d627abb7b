"""What the words between two place names say of how the places lie: one in the other, near it, or in one list with it."""

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claimatlas.model.place import LEVEL_RADIUS_KM, Place, distance_km
from claimatlas.resolve.place_kinds import HINTS
from claimatlas.resolve.place_offset import BEARINGS, UNITS

IN, NEAR, LIST = "in", "near", "list"
WEIGHTS = {IN: 2.0, NEAR: 2.0, LIST: 1.0}
LONGEST = 90
NEAR_KM, FAR_KM, LIST_KM, EDGE_KM = 20.0, 60.0, 25.0, 15.0
KM_PER_DEGREE = 111.2
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|,|/|’|'")
NEARBY_WORDS = """
near close next beside outside around opposite adjacent overlooking from by bordering facing toward towards between below above
behind
"""
NEARBY = frozenset(NEARBY_WORDS.split())
WAYS = re.compile(r"(?:north|south)(?:[\s-]?(?:east|west))?(?:ern)?|(?:east|west)(?:ern)?")
JOINTS = frozenset({",", "and", "or", "/", "as", "well"})
INSIDE = frozenset({"in", "inside", "within", "of"})
# words that may stand between two names without telling of anything but where they lie
SMALL_WORDS = """
a an the which lies is both also just very far some about km kms kilometre kilometres kilometer kilometers mile miles to on at
border small large key strategic nearby part parts side edge centre center heart suburb suburbs outskirts farmland belt bank basin
gorge besieged contested rural coastal mountains hills heights villages towns cities front axis road highway way line held
controlled
"""
SMALL = frozenset(SMALL_WORDS.split())


@dataclass(frozen=True, slots=True)
class Tie:
    """How place `one` lies to place `other`: `sort` is in, near or list; `km` is the distance that the words give, `bearing` the
    direction in degrees from `other`, each None where the words give none."""

    one: int
    other: int
    sort: str
    km: float | None = None
    bearing: int | None = None


def ties(text: str, spans: Mapping[int, Sequence[tuple[int, int]]]) -> list[Tie]:
    """The ties between names that follow each other in a text; `spans` has the (start, end) of each name's occurrences."""
    marks = sorted((start, end, name) for name, places in spans.items() for start, end in places)
    found: dict[Tie, None] = {}
    last: Tie | None = None
    for (_, end, one), (start, _, other) in pairwise(marks):
        tie = _tie(text[end:start], one, other) if one != other and 0 <= start - end <= LONGEST else None
        if tie is not None:
            found.setdefault(tie)
            # "X in Y near Z": X too lies near Z
            if last is not None and last.other == tie.one and last.one != tie.other:
                found.setdefault(replace(tie, one=last.one))
        last = tie
    return list(found)


def _tie(gap: str, one: int, other: int) -> Tie | None:
    """The tie that the words of a gap make, None where they tell something else."""
    if "." in gap or "\n" in gap or ";" in gap:
        return None
    low = [w.lower() for w in WORD.findall(gap.replace("'s ", " ’ ").replace("’s ", " ’ "))]
    if not all(map(_light, low)):
        return None
    if low[:1] in (["’"], ["'"]):
        return Tie(other, one, IN)
    pairs = list(pairwise(low))
    km = next((float(n) * UNITS[u] for n, u in pairs if n.isdigit() and u in UNITS), None)
    triples = zip(["", *low], low, low[1:], strict=False)
    # "in the north of X" is a part of X, "north of X" lies beside it
    ways = (w for before, w, after in triples if before != "the" and after in ("of", "from") and WAYS.fullmatch(w))
    way = next((BEARINGS.get(re.sub(r"[\s-]", "", w)) for w in ways), None)
    if km is not None or way is not None or NEARBY.intersection(low):
        return Tie(one, other, NEAR, km, way)
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
    turned = 1.0 if tie.bearing is None else _ahead(tie.bearing, one, other)
    if tie.km is not None:
        return turned * math.exp(-abs(apart - tie.km) / max(NEAR_KM, 0.3 * tie.km))
    reach = NEAR_KM if tie.bearing is None else FAR_KM
    return turned * math.exp(-max(0.0, apart - LEVEL_RADIUS_KM[other.level]) / reach)


def _ahead(bearing: int, one: Place, other: Place) -> float:
    """How well `one` lies in a direction from `other`, -1 to 1: the cosine of the angle that it is off; half a point beside it."""
    north, east = one.lat - other.lat, (one.lon - other.lon) * math.cos(math.radians(other.lat))
    if math.hypot(north, east) * KM_PER_DEGREE < LEVEL_RADIUS_KM[other.level]:
        return 0.5
    return math.cos(math.atan2(east, north) - math.radians(bearing))


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
