"""What the words about a place say of how much of it is meant, and whether a fight is inside it."""

import re

from claimatlas.model.claim import Claim
from claimatlas.model.hold import Share
from claimatlas.model.place import PlaceRef

WHOLE = re.compile(r"\b(?:entire|whole|all of|all the|fully|completely|100 ?(?:%|percent))\b", re.I)
AROUND = re.compile(r"\b(?:outskirts|countryside|surround\w*|vicinity|around|near|approach\w*|outside|fortifications?|environs)\b", re.I)
INSIDE = re.compile(
    r"\b(?:enter(?:s|ed|ing)?|storm(?:s|ed|ing)?|infiltrat\w+|br(?:oke|eak|eaking|eaks) in(?:to)?|(?:push|advanc|mov|go)\w* into|inside|"
    r"within the (?:city|town)|street (?:battles?|fight\w*)|house[- ]to[- ]house|foothold)\b",
    re.I,
)
NOT_YET = re.compile(
    r"\b(?:not|never|yet to|before|about to|prepar\w+ to|trying to|tried to|attempt\w* to|plan\w* to|in order to)\s+(?:\w+\s+)?$", re.I
)
LOOSE_HOLD = re.compile(r"\b[\w-]+(?:[- ])(?:held|controlled|occupied|run)\b(?!\s+by)", re.I)
SOME_ONLY = re.compile(r"\b(?:most|majority|some|several|dozens|hundreds|part|parts|many|number)\b", re.I)
PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*(?:%|percent|per cent)", re.I)
WORD_SHARES = (
    (re.compile(r"\bthree[- ]quarters?\b", re.I), 75.0, 75.0),
    (re.compile(r"\bquarter\b", re.I), 25.0, 25.0),
    (re.compile(r"\btwo[- ]thirds?\b", re.I), 67.0, 67.0),
    (re.compile(r"\bthird\b", re.I), 33.0, 33.0),
    (re.compile(r"\b(?:more than|over) half\b|\bmost\b|\bmajor part\b|\bmajority\b", re.I), 50.0, None),
    (re.compile(r"\bhalf\b", re.I), 50.0, 50.0),
)
# what is taken in a town when it is not the town that is taken
PIECES = re.compile(
    r"\b(?:districts?|neighbou?rhoods?|buildings?|blocks?|streets?|positions?|points?|hills?|stations?|suburbs?|checkpoints?|quarters?|"
    r"sections?|parts?|areas|roundabouts?|hospitals?|silos|squares?|headquarters|percent|gates?|entrances?|houses?)\b|%",
    re.I,
)
REACH_CHARACTERS, OBJECT_CHARACTERS = 60, 40


def share_of(claim: Claim) -> Share | None:
    """Percent of the place that the claim's agent has, from its quantities, else from the words for the part."""
    told = next((q for q in claim.quantities if q.what == "percent_of_place"), None)
    if told:
        return Share(told.low, told.high)
    part = claim.place.part if claim.place else None
    if not part:
        return None
    if figure := PERCENT.search(part):
        return Share(float(figure[1]), float(figure[1]))
    return next((Share(low, high) for words, low, high in WORD_SHARES if words.search(part)), None)


def partial(claim: Claim) -> bool:
    """Whether only a part of the place is meant."""
    share, part = share_of(claim), claim.place.part if claim.place else None
    if share is not None:
        return share.low is None or share.low < 100
    return _piece(claim) if not part else not WHOLE.search(part)


def _piece(claim: Claim) -> bool:
    """Whether the words say that something in the place was taken ("the radio station in X"): by what follows the event word."""
    place, trigger, words = claim.place, claim.trigger, claim.quote.exact
    if place is None or place.start is None or trigger is None or PIECES.search(place.text):
        return False
    after, at = trigger[1] - claim.quote.start, place.start - claim.quote.start
    taken = words[after : after + OBJECT_CHARACTERS] if at < after else words[after:at]
    return bool(PIECES.search(taken)) and not WHOLE.search(taken)


def beside(place: PlaceRef) -> bool:
    """Whether the claim is about land near the place, not the place."""
    return place.relation is not None or bool(place.part and AROUND.search(place.part))


def inside(claim: Claim) -> bool:
    """Whether the fight is told to be inside the place: a part of it is named, or words of entry stand close to its name."""
    if claim.place is None or beside(claim.place):
        return False
    if claim.place.part:
        return True
    words = _around_name(claim)
    return any(not NOT_YET.search(words[: m.start()]) for m in INSIDE.finditer(words))


def _around_name(claim: Claim) -> str:
    """The words of the quote up to and just after the place's name; all of it where the name's span is not known."""
    words, place = claim.quote.exact, claim.place
    if place is None or place.start is None or place.end is None:
        return words
    start, end = place.start - claim.quote.start, place.end - claim.quote.start
    return words[max(0, start - REACH_CHARACTERS) : end + REACH_CHARACTERS // 2] if 0 <= start < len(words) else words


def loose_hold(claim: Claim) -> bool:
    """Whether a `control` claim only rests on a passing word such as "X-held"."""
    return bool(LOOSE_HOLD.search(_around_name(claim)))


def only_some(claim: Claim) -> bool:
    """Whether only some of a force is told to have left."""
    counted = any(q.what in ("evacuated", "surrendered", "fighters", "defected") for q in claim.quantities)
    return counted or bool(SOME_ONLY.search(claim.quote.exact))


def towards(claim: Claim) -> bool:
    """Whether the place is where a force went, not what it left."""
    place = claim.place
    if place is None or place.start is None:
        return False
    before = claim.quote.exact[: max(0, place.start - claim.quote.start)]
    return bool(re.search(r"\b(?:to|towards?|into)\s+(?:the\s+)?(?:\w+\s+of\s+)?$", before, re.I))
