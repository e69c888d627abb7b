"""What is told of a war as a whole is told of the country: "a conflict that has killed 100,000", "it has cost the lives of"."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from claimatlas.extract.mention import PlaceMention
from claimatlas.extract.syntax import climb, subtree
from claimatlas.extract.trigger import Trigger
from claimatlas.model.passage import Passage
from claimatlas.theatres import world

_WAR = r"(?:(?:civil\s+)?war|conflict|uprising|revolt|revolution|rebellion|crisis)"
_BEGAN = r"began|begun|started|erupted|broke\s+out|flared|triggered"
_DID = r"killed|cost|claimed|left|displaced|forced|driven|ravaged|devastated"
_HAS = r"(?:\s+(?:has|have|had))?(?:\s+(?:\w+ly|first|also))*"
WHOLE = re.compile(rf"\b{_WAR}(?:\s+(?:that|which))?{_HAS}\s+(?:{_BEGAN}|{_DID})\b", re.IGNORECASE)
IT_DID = re.compile(rf"^(?:It|The\s+{_WAR})\s+(?:has|have|had)\s+(?:\w+ly\s+|also\s+)?(?:{_DID})\b")
STEM = 4


def of_the_war(p: Passage, trigger: Trigger, before: bool) -> bool:
    """Whether an event is told of the war as a whole; `before`: whether the passage before tells of the war."""
    if before and IT_DID.match(p.text):
        return True
    found = WHOLE.search(p.text)
    if found is None:
        return False
    start, end = p.start + found.start(), p.start + found.end()
    words = {t.index for t in p.tokens if t.start < end and t.end > start}
    above = {t.index for t in climb(p, trigger.token)}
    return trigger.token in words or not words.isdisjoint(subtree(p, trigger.token)) or not words.isdisjoint(above)


def tells_of_war(p: Passage) -> bool:
    """Whether a passage tells of the war as a whole."""
    return WHOLE.search(p.text) is not None


def country(places: Iterable[PlaceMention]) -> PlaceMention | None:
    """The country that a report names most often so far, the last mention of it; None where it names none."""
    wide = [m for m in places if m.wide and not m.abroad and m.hint is None and m.relation is None and m.part is None]
    count = Counter(m.name for m in wide)
    best = max(wide, key=lambda m: (count[m.name], m.start), default=None)
    return replace(best, antecedent=True) if best is not None else None


def told_of(text: str, code: str) -> PlaceMention | None:
    """The country of a code, ISO 3166-1, by the first word of a text made of its name ("Syrian"); None where there is none."""
    known = world.countries().get(code)
    found = re.search(rf"\b{re.escape(known.name[:STEM])}\w*", text) if known is not None else None
    if known is None or found is None:
        return None
    return PlaceMention(0, 0, 0, known.name, found.start(), found.end(), found.group(), antecedent=True, wide=True)
