"""What the words round a place name say: kind, relation (near, east of), part ("southern districts of")."""

from dataclasses import replace

from claimatlas.extract.mention import PlaceMention
from claimatlas.extract.nouns import grouped, nouns
from claimatlas.model.passage import Passage

COMPASS = {
    "north": "north_of",
    "south": "south_of",
    "east": "east_of",
    "west": "west_of",
    "northeast": "northeast_of",
    "northwest": "northwest_of",
    "southeast": "southeast_of",
    "southwest": "southwest_of",
}
BESIDE = nouns("place_part_beside")
NEAR = {"near": "near", "outside": "outside", "toward": "toward", "towards": "toward", "around": "near", "between": "between"}


def with_context(p: Passage, m: PlaceMention, text: str) -> PlaceMention:
    """The mention with hint, relation and part read off the words before and behind it."""
    if p.lower_at(m.last + 1) in grouped("place_kinds") and p.lower_at(m.last + 2) == "of":
        return replace(m, wide=True)
    m = _with_kind(p, m)
    m = _with_relation(p, m)
    return _with_part(p, m, text)


def _with_kind(p: Passage, m: PlaceMention) -> PlaceMention:
    kinds = grouped("place_kinds")
    after, inside = p.lower_at(m.last + 1), p.lower_at(m.last)
    at = m.first - 1
    if p.lower_at(at) == "of":
        before = p.lower_at(at - 1)
        if before in kinds and kinds[before] != "region":
            return replace(m, hint=kinds[before])
    if inside in kinds and m.last > m.first:
        return replace(m, hint=kinds[inside])
    if after in kinds and kinds[after] != "region":
        return replace(m, hint=kinds[after])
    before = p.lower_at(at)
    if before in kinds and kinds[before] in {"town", "district", "province"} and p.lower_at(at - 1) not in {"and", ","}:
        return replace(m, hint=kinds[before])
    return m


def _start(p: Passage, m: PlaceMention) -> int:
    """Index of the word before the name and its kind words: before "the town of X"."""
    kinds = grouped("place_kinds")
    i = m.first - 1
    while i >= 0 and (
        p.lower_at(i) in BESIDE
        or (p.lower_at(i) == "of" and p.lower_at(i - 1) in kinds and kinds[p.lower_at(i - 1)] != "region")
        or (p.lower_at(i) in kinds and p.lower_at(i + 1) == "of" and kinds[p.lower_at(i)] != "region")
    ):
        i -= 1
    return i


def _with_relation(p: Passage, m: PlaceMention) -> PlaceMention:
    i = _start(p, m)
    before, before2 = p.lower_at(i), p.lower_at(i - 1)
    if before in NEAR:
        return replace(m, relation=NEAR[before])
    if before == "of" and before2 in COMPASS:
        return replace(m, relation=COMPASS[before2])
    if before == "to" and before2 in {"close", "adjacent", "next"}:
        return replace(m, relation="near")
    if before == "of" and before2 in nouns("vicinity_heads"):
        part = None if before2 == "vicinity" else before2
        return replace(m, relation="near" if before2 == "vicinity" else None, part=part)
    if before == "of" and before2 == "direction":
        return replace(m, relation="toward")
    if (before == "of" and before2 in nouns("countryside_heads")) or before == "rural":
        return replace(m, relation="countryside_of")
    after = [p.lower_at(m.last + k) for k in range(1, 5)]
    if any(w in nouns("countryside_heads") for w in after[:3]) and not {",", "and", "in", "."} & set(after[:1]):
        return replace(m, relation="countryside_of")
    return m


def _with_part(p: Passage, m: PlaceMention, text: str) -> PlaceMention:
    if m.part:
        return m
    i = _start(p, m)
    if p.lower_at(i) == "of":
        head = p.lower_at(i - 1)
        if head in nouns("part_heads"):
            return replace(m, part=_phrase_before(p, i - 1, text))
    if p.lower_at(i) in nouns("directions") and p.lower_at(i) != "rural" and not m.relation:
        return replace(m, part=text[p.tokens[i].start : p.tokens[i].end])
    return m


def _phrase_before(p: Passage, head: int, text: str) -> str:
    """The noun phrase up to its head: "about 50 percent", "most of the southern districts"."""
    first = head
    while first > 0 and p.tokens[first - 1].pos in {"ADJ", "NUM", "NOUN", "ADV", "PART", "CCONJ"} and p.tokens[first - 1].tag != "VBD":
        first -= 1
    while first < head and p.tokens[first].pos == "CCONJ":
        first += 1
    if p.lower_at(first) == "about" or p.lower_at(first - 1) in {"about", "around", "nearly", "almost"}:
        first = first if p.lower_at(first) == "about" else first - 1
    return text[p.tokens[first].start : p.tokens[head].end]
