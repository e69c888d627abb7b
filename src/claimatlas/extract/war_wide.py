"""What a report tells of the whole war, beside the day's event: "the conflict, which began with protests in 2011, has killed 200,000".

Such a claim that names no place of its own is of the country at war, not of the place told of last.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from claimatlas.extract.actor_generic import country_of
from claimatlas.extract.draft import Draft
from claimatlas.extract.mention import PlaceMention
from claimatlas.extract.names import place_ref
from claimatlas.extract.where_war import told_of
from claimatlas.model.claim import Claim
from claimatlas.model.place import PlaceRef
from claimatlas.theatres import Theatre

_WAR = r"(?:civil war|conflict|war|uprising|revolt|revolution|rebellion)"
_WORDS = r"(?:the |a |an |its )?(?:\w+[ -]){0,3}"
TOLD_OF_WAR = re.compile(
    rf"\b{_WAR}\b[^.;]{{0,40}}?\b(?:began|begun|erupted|broke out|started|has|have|which|that|will enter|enter(?:s|ed|ing)|now in)\b"
    rf"|\b(?:since|when|into|during|of|throughout) (?:(?:the )?(?:start|beginning|outbreak|onset|course) of )?{_WORDS}{_WAR}\b"
    rf"|\b(?:locked|mired|engulfed|embroiled) in {_WORDS}{_WAR}\b"
    rf"|\bspiral\w* into {_WORDS}{_WAR}\b",
    re.IGNORECASE,
)
# kinds of events that the history of a war is told in; an attack is told of the war as a whole only in such numbers
OF_WARS = frozenset({"protest", "abuse", "toll", "displace", "clash"})
MANY = {"killed": 20_000, "displaced": 500_000}


def of_the_war(drafts: list[Draft], places: Sequence[tuple[int, PlaceMention]], theatre: Theatre, text: str) -> list[Draft]:
    """The drafts of a report, those that tell of the whole war put in the country that its `text` is about, by its words for it."""
    home = told_of(text, country_of(theatre, text))
    mention = next((m for _, m in places if home and m.wide and m.name == home.name), home)
    found = place_ref(mention)
    if found is None:
        return drafts
    return [replace(d, claim=replace(d.claim, place=found)) if _war_wide(d.claim) else d for d in drafts]


def _war_wide(claim: Claim) -> bool:
    many = any(_most(q.low, q.high) >= MANY.get(q.what, float("inf")) for q in claim.quantities)
    of_war = claim.type in OF_WARS and TOLD_OF_WAR.search(claim.quote.exact) is not None
    return of_war and many if _own(claim, claim.place) else of_war or many


def _most(low: float | None, high: float | None) -> float:
    return max(low or 0.0, high or 0.0)


def _own(claim: Claim, place: PlaceRef | None) -> bool:
    """Whether the place's words stand in the claim's sentence."""
    return place is not None and place.start is not None and claim.quote.start <= place.start < claim.quote.end
