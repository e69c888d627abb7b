"""What the words about a place say of how much of it is meant, and whether a fight is inside it."""

import re

from claimatlas.control.patterns import (
    ALLOWED,
    ALMOST,
    AROUND,
    BACK_WORDS,
    CUT_OFF_FROM,
    DISTANCE,
    EXCEPT,
    FIRE_CONTROL,
    HEARSAY,
    IN_PLACE,
    INFINITIVE,
    INSIDE,
    INSIDE_IT,
    LISTED,
    LOOSE_HOLD,
    NEXT_DEED,
    NEXT_TO,
    NOT_YET,
    OTHER_DEED,
    OTHERS,
    PERCENT,
    PIECES,
    PLAIN,
    PLANNED,
    SOME_ONLY,
    SWEPT,
    TOWN_OF,
    UNNAMED,
    WHOLE,
    WIDER,
    WORD_SHARES,
)
from claimatlas.model.claim import Claim
from claimatlas.model.hold import Share

# how far about a name, and after an event word, the words still speak of it
REACH_CHARACTERS, OBJECT_CHARACTERS, FIRE_CHARACTERS = 60, 40, 16


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
    taken = _taken(claim)
    if _all_but(claim):
        return True
    if taken is not None and WHOLE.search(taken):
        return False
    share, part = share_of(claim), claim.place.part if claim.place else None
    if share is not None:
        return share.low is None or share.low < 100
    return not WHOLE.search(part) if part else _piece(claim)


def _all_but(claim: Claim) -> bool:
    """ "Almost captured the entire city", "the whole city except for two districts"."""
    trigger, words = claim.trigger, claim.quote.exact
    if trigger is None:
        return False
    before, behind = words[: max(0, trigger[0] - claim.quote.start)], words[max(0, trigger[1] - claim.quote.start) :]
    return ALMOST.search(before) is not None or EXCEPT.search(behind[:REACH_CHARACTERS]) is not None


def _taken(claim: Claim) -> str | None:
    """What stands between the event word and the place, or just after the event word where the place stands before it."""
    place, trigger, words = claim.place, claim.trigger, claim.quote.exact
    if place is None or place.start is None or trigger is None:
        return None
    after, at = trigger[1] - claim.quote.start, place.start - claim.quote.start
    return words[after:at] if after <= at < len(words) else words[after : after + OBJECT_CHARACTERS]


def _piece(claim: Claim) -> bool:
    """Whether the words say that something in the place was taken ("the radio station in X", "six districts")."""
    taken, place = _taken(claim), claim.place
    if taken is None or place is None or place.start is None or PIECES.search(place.text):
        return False
    pieces = list(PIECES.finditer(taken))
    if pieces and claim.trigger is not None and claim.trigger[1] <= place.start:
        return IN_PLACE.search(TOWN_OF.sub("", taken[pieces[-1].end() :])) is not None
    return bool(pieces)


def elsewhere(claim: Claim) -> bool:
    """Whether what was taken is other places: unnamed ones near a named one, or where the name stands in an earlier sentence only."""
    place, trigger, quote = claim.place, claim.trigger, claim.quote
    if place is None or place.start is None or trigger is None:
        return False
    if quote.start <= place.start < quote.end:
        taken = _taken(claim) or ""
        of_another = place.start >= trigger[1] and NEXT_DEED.search(taken) is not None
        return of_another or _others(taken) or _unnamed(taken, place.start < trigger[0])
    at = trigger[1] - quote.start
    if OTHERS.search(LISTED.split(quote.exact[at : at + OBJECT_CHARACTERS])[0]):
        return True
    return BACK_WORDS.search(quote.exact[max(0, at - REACH_CHARACTERS) : at + OBJECT_CHARACTERS]) is None


def of_others(claim: Claim) -> bool:
    """Whether a hold is of unnamed places ("20 villages had come under G's control"), where the sentence names none."""
    place, quote = claim.place, claim.quote
    if place is None or place.start is None or quote.start <= place.start < quote.end:
        return False
    return OTHERS.search(quote.exact) is not None


def _others(taken: str) -> bool:
    """Whether other places are what was taken: "12 villages near X", but not "12 villages along with the town of X"."""
    one_list = OTHER_DEED.search(taken) is None
    return OTHERS.search(LISTED.split(taken)[-1] if one_list else taken) is not None


def _unnamed(taken: str, named_before: bool) -> bool:
    """ "Stormed X, capturing several hills": what was taken has no name, and is not said to be in the place."""
    found = UNNAMED.search(taken)
    return found is not None and (named_before or OTHER_DEED.search(taken[found.end() :]) is not None)


def plain(claim: Claim) -> bool:
    """Whether the event word plainly tells what the claim's type says; True where no event word is known."""
    words = PLAIN.get(claim.type)
    if words is None or claim.trigger is None:
        return True
    quote = claim.quote
    told = quote.exact[max(0, claim.trigger[0] - quote.start) : max(0, claim.trigger[1] - quote.start)]
    return not told or words.search(told) is not None


def planned(claim: Claim) -> bool:
    """Whether what the claim tells is only planned or tried: "planning to capture", "with the goal of recapturing"."""
    if claim.trigger is None:
        return False
    before = claim.quote.exact[: max(0, claim.trigger[0] - claim.quote.start)]
    return PLANNED.search(before) is not None or (INFINITIVE.search(before) is not None and ALLOWED.search(before) is None)


def hearsay(claim: Claim) -> bool:
    """Whether the words before the event word make it hearsay: "there were also reports that"."""
    before = claim.quote.exact[: max(0, claim.trigger[0] - claim.quote.start)] if claim.trigger else ""
    return HEARSAY.search(before) is not None


def swept(claim: Claim) -> bool:
    """Whether a place is only told to be cleared of mines."""
    told = claim.quote.exact[max(0, claim.trigger[0] - claim.quote.start) :] if claim.trigger else ""
    return claim.type == "capture" and SWEPT.search(told) is not None


def offset(claim: Claim) -> bool:
    """Whether the words also give the place as what another is measured from: "in X, in villages 60 km north of X"."""
    place, words = claim.place, claim.quote.exact
    found = re.finditer(re.escape(place.text), words) if place and place.text else ()
    return any(NEXT_TO.search(words[: m.start()]) for m in found)


def by_fire(claim: Claim) -> bool:
    """Whether the claim tells of fire over a place ("fire control"), or of a force cut off from it."""
    if claim.trigger is None:
        return False
    at = max(0, claim.trigger[0] - claim.quote.start)
    near = claim.quote.exact[max(0, at - FIRE_CHARACTERS) : at + REACH_CHARACTERS]  # the event word may be "control" itself
    wanted = CUT_OFF_FROM if claim.type == "besiege" else FIRE_CONTROL if claim.type in ("capture", "control") else None
    return wanted is not None and wanted.search(near) is not None


def beside(claim: Claim) -> bool:
    """Whether the claim is about land near the place, not the place."""
    place = claim.place
    if place is None:
        return False
    told = place.relation is not None or bool(place.part and AROUND.search(place.part))
    measured = DISTANCE.search(place.text) or NEXT_TO.search(_before_name(claim))
    return told or measured is not None or _names_wider(claim)


def _names_wider(claim: Claim) -> bool:
    end = claim.place.end if claim.place else None
    return end is not None and WIDER.match(claim.quote.exact[max(0, end - claim.quote.start) :]) is not None


def _before_name(claim: Claim) -> str:
    """The words of the quote before the place's name; '' where its span is not known or not in the quote."""
    start = claim.place.start if claim.place else None
    return claim.quote.exact[: max(0, start - claim.quote.start)] if start is not None else ""


def inside(claim: Claim) -> bool:
    """Whether the fight is told to be inside the place: a part of it is named, or words of entry stand close to its name."""
    if claim.place is None or beside(claim):
        return False
    if claim.place.part:
        return True
    near, behind = _around_name(claim), _behind_name(claim)
    found = [(near, m) for m in INSIDE.finditer(near)] + [(behind, m) for m in INSIDE_IT.finditer(behind)]
    return any(not NOT_YET.search(words[: m.start()]) for words, m in found)


def _behind_name(claim: Claim) -> str:
    """The words of the quote behind the place's name; '' where its span is not known or not in the quote."""
    end = claim.place.end if claim.place else None
    return claim.quote.exact[end - claim.quote.start :] if end is not None and end >= claim.quote.start else ""


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
    return re.search(r"\b(?:to|towards?|into)\s+(?:the\s+)?(?:\w+\s+of\s+)?$", _before_name(claim), re.I) is not None
