"""Places that the lead of a report leaves open and its next sentences name: "a village in northwest Syria"."""

import re
from dataclasses import replace

from claimatlas.extract.draft import Draft
from claimatlas.extract.mention import PlaceMention
from claimatlas.extract.names import place_ref

WIDE = {"province", "region", "country"}
INDEFINITE = re.compile(
    r"\b(?:an?|one)\s+(?:[\w-]+\s+){0,4}?(?:town|village|city|camp|neighbou?rhood|district|suburb|base|field|hospital|market|school)\b"
)
LOOK_AHEAD = 4


def named_later(drafts: list[Draft], places: list[tuple[int, PlaceMention]]) -> list[Draft]:
    """ "A village in northwest Syria", named in the sentences that follow: the claims of the lead take the name."""
    return [_named(d, places) for d in drafts]


def _named(draft: Draft, places: list[tuple[int, PlaceMention]]) -> Draft:
    place = draft.claim.place
    if place is None or not INDEFINITE.search(draft.claim.quote.exact):
        return draft
    here = next((m for n, m in places if m.start == place.start), None)
    if here is None or not (here.wide or here.hint == "province"):
        return draft
    later = [
        m for n, m in places if draft.passage < n <= draft.passage + LOOK_AHEAD and m.known and not (m.wide or m.abroad or m.hint in WIDE)
    ]
    return replace(draft, claim=replace(draft.claim, place=place_ref(later[0]))) if later else draft
