"""The choices behind the slots of a claim: actors, place, time, source and numbers."""

from claimatlas.explain import actor, place, time
from claimatlas.explain.case import Case
from claimatlas.explain.choice import Choice, Option, Words, words_at
from claimatlas.explain.options import actors, fillers, numbers
from claimatlas.explain.ruled import frame_of, near
from claimatlas.extract.learned.candidates import Slot
from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import SourceRef
from claimatlas.model.codebook import two_sided
from claimatlas.model.quantity import Quantity
from claimatlas.resolve.place import PlaceResolver
from claimatlas.theatres import Theatre

NONE = "none told"
LIKELIEST = "network: the likeliest, «none told» among them"
PLACED = "rules: the event's own words, else the sentence, else the story"
TIMED = "rules: the time words of its clause, else of its sentence"
SAID = "rules: the attribution that governs it, nearest speaker first"


def actor_choice(case: Case, slot: str, theatre: Theatre) -> Choice:
    """Who fills agent or target, and which entry of the register that is."""
    refs: tuple[ActorRef, ...] = getattr(case.claim, slot)
    by = case.instead(slot) or (frame_of(case.told) if case.told is not None else "rules")
    options = near(case.leaf, "actor", {a.start for a in refs})
    if case.event is not None:
        limit = case.event[0].settings.actor
        sides = "; of a two-sided type the sum of both roles counts" if two_sided(case.claim.type) else ""
        network = f"network: each at {limit:g} or more, in view of the report's other events{sides}"
        by, options = case.instead(slot) or network, actors(*case.event, slot)
    on = case.read.report.published
    then = tuple(actor.entry(a, theatre, on, _sort(case, a)) for a in refs)
    return Choice(slot, " and ".join(a.name for a in refs) or NONE, by, _words(case, refs), options, case.again(slot), then)


def _sort(case: Case, ref: ActorRef) -> str | None:
    """Of which sort the mention of a reference is."""
    found = (m.sort for leaf in case.read.leaves for m in leaf.scene.actors if (m.start, m.end) == (ref.start, ref.end))
    return next(found, None)


def place_choice(case: Case, places: PlaceResolver) -> Choice:
    """Which words tell the place, and which entry of the gazetteer they mean."""
    ref, text = case.claim.place, case.read.report.text
    by, options = _filled(case, "place", "place", PLACED)
    if ref is None:
        return Choice("place", NONE, by, options=options)
    refs = [d.claim.place for d in case.read.drafts if d.claim.place is not None]
    draft = case.read.drafts[case.brought("place")].claim.place
    then: tuple[Choice, ...] = ()
    if draft is not None:
        then = (place.entry(refs, draft, ref, text, places),)
    return Choice("place", ref.name, by, words_at(text, ref.start, ref.end), options, case.again("place"), then)


def time_choice(case: Case, theatre: Theatre) -> Choice:
    """Which words tell the time, and by which rule they are a date."""
    by, options = _filled(case, "time", "time", TIMED)
    told = case.claim.time
    then = (time.entry(case.read, case.brought("time"), theatre),)
    words = words_at(case.read.report.text, told.begin, told.finish)
    return Choice("time", time.days(told), by, words, options, case.again("time"), then)


def source_choice(case: Case, theatre: Theatre) -> Choice:
    """Who says it, nearest first."""
    refs = case.claim.source
    by, options = _filled(case, "source", "speaker", SAID)
    value = ", after ".join(s.name for s in refs) or "the report itself"
    then = tuple(actor.entry(s, theatre, case.read.report.published) for s in refs)
    return Choice("source", value, by, _words(case, refs), options, (*case.again("source"), *_said(case)), then)


def _said(case: Case) -> tuple[str, ...]:
    """The word of speech that makes the first speaker one."""
    starts = {s.start for s in case.claim.source[:1]}
    said = ((leaf.scene.passage, a) for leaf in case.read.leaves for a in leaf.said)
    word = next((p.tokens[a.at].text for p, a in said if {s.start for s in a.chain[:1]} == starts), None)
    return (f"attributed by «{word}»",) if word is not None else ()


def _filled(case: Case, slot: str, name: Slot, ruled: str) -> tuple[str, tuple[Option, ...]]:
    """By what an exclusive slot was filled, and its options: the network's, or the sentence's mentions."""
    if case.event is not None:
        return case.instead(slot) or LIKELIEST, fillers(*case.event, name)
    place = case.claim.place
    start = {"place": place.start if place is not None else None, "time": case.claim.time.begin}
    return case.instead(slot) or ruled, near(case.leaf, slot, {start[slot]}) if slot in start else ()


def quantity_choice(case: Case) -> Choice:
    """Which numbers belong to the event, and what they count."""
    found, again = case.claim.quantities, case.again("quantities")
    by, options = "rules: the numbers of its own words", near(case.leaf, "quantities", {q.start for q in found})
    if case.event is not None:
        by = f"network: each number above {case.event[0].settings.number:g}; the parts tell what it counts"
        options = numbers(*case.event)
    value = ", ".join(_number(q) for q in found) or NONE
    return Choice("quantities", value, case.instead("quantities") or by, _words(case, found), options, again)


def _number(q: Quantity) -> str:
    low, high = (f"{n:g}" if n is not None else "" for n in (q.low, q.high))
    span = low if low == high else f"{low or '?'} to {high or '?'}"
    return f"{q.what} {'about ' if q.approx else ''}{span}"


def _words(case: Case, refs: tuple[ActorRef, ...] | tuple[SourceRef, ...] | tuple[Quantity, ...]) -> tuple[Words, ...]:
    return tuple(w for r in refs for w in words_at(case.read.report.text, r.start, r.end))
