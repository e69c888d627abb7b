"""How well two claims fit one event, all slots together."""

from rapidfuzz.fuzz import token_set_ratio

from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.near import STATES, Slots, actors_near, numbers_near, place_near, time_near

# what agreeing and rival counts add and take
AGREE, RIVAL = 0.6, 0.8


def pair_score(a: Slots, b: Slots, sides: Sides) -> float | None:
    """How well two claims fit one event (about 0 to 4); None where they contradict."""
    if a.group != b.group:
        return None
    place, time, actors = place_near(a.claim.place, b.claim.place), time_near(a.claim, b.claim), actors_near(a, b, sides)
    if place is None or time is None or actors is None:
        return None
    if a.claim.type in STATES and not _one_state(a, b, place):
        return None
    if a.claim.report_id == b.claim.report_id and not _one_story(a, b, place):
        return None
    numbers = numbers_near(a.claim, b.claim)
    words = token_set_ratio(a.claim.quote.exact, b.claim.quote.exact) / 100
    same_origin = 0.5 if a.origin == b.origin and a.claim.report_id != b.claim.report_id else 0.0
    numbers *= AGREE if numbers > 0 else RIVAL
    return place + time + actors + numbers + max(0.0, words - 0.5) + same_origin - (0.2 if a.claim.type != b.claim.type else 0.0)


def _one_state(a: Slots, b: Slots, place: float) -> bool:
    """States of affairs are one only for one actor in one place; strengths and tolls only where they count the same."""
    counted = {q.what for q in a.claim.quantities} & {q.what for q in b.claim.quantities}
    return place >= 0.7 and bool(a.agents & b.agents) and (a.claim.type == "control" or bool(counted))


def _one_story(a: Slots, b: Slots, place: float) -> bool:
    """Inside one report only a second source, number or denial of the very same deed is the same event."""
    same_time = (a.claim.time.start, a.claim.time.end) == (b.claim.time.start, b.claim.time.end)
    meet = bool(a.agents & b.agents) or not a.agents or not b.agents
    return a.claim.type == b.claim.type and place >= 1.0 and same_time and meet
