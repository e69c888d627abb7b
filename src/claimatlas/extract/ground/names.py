"""The place that one item of a list names: its name, with the kind and the part of it that the item's words tell."""

from collections.abc import Iterator
from dataclasses import replace

from claimatlas.extract.ground.words import words
from claimatlas.extract.mention import PlaceMention, Scene
from claimatlas.extract.nouns import grouped, nouns
from claimatlas.extract.place_words import NOT_PLACES, capital, mention
from claimatlas.model.passage import Passage

ARTICLES = {"al", "el", "ash", "as", "at", "ad", "ar", "an", "az", "-", "'", "’", "de", "um", "umm"}


def place_at(scene: Scene, first: int, last: int) -> PlaceMention | None:
    """The place that the words first..last name as a whole or in part; None where they name none."""
    p = scene.passage
    run = next(names(scene, first, last), None)
    if run is None:
        back = next((scene.where[i] for i in range(first, last + 1) if i in scene.where), None)
        found = back or _site(scene, first, last)
        return _with_part(p, found, first) if found is not None else None
    return _with_part(p, _mention(scene, *run, last), first)


def names(scene: Scene, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The runs of capitals among the words first..last that are no actor's name, in order."""
    i = first
    while i <= last:
        if not _starts(scene, i):
            i += 1
            continue
        end = i
        while end < last and _goes_on(scene, end + 1):
            end += 1
        while end > i and not capital(scene.passage, end) and end not in scene.where:
            end -= 1
        bare = all(scene.passage.lower_at(k) in words("kinds") for k in range(i, end + 1))
        if not bare:
            yield i, end
        elif i > first and capital(scene.passage, i - 1) and i - 1 not in scene.owner:
            yield i - 1, end
        elif end < last and scene.passage.lower_at(end + 1) in words("kinds"):
            yield i, end
        i = end + 1


def _starts(scene: Scene, i: int) -> bool:
    p = scene.passage
    if i in scene.where and not scene.where[i].antecedent:
        return True
    return _nameable(p, i) and i not in scene.owner


def _nameable(p: Passage, i: int) -> bool:
    token = p.tokens[i]
    if not capital(p, i) or token.lower in NOT_PLACES or token.lower in nouns("demonyms") or token.lower in nouns("titles"):
        return False
    return token.pos in {"PROPN", "NOUN", "ADJ", "X", "VERB", "NUM"} and p.lower_at(i + 1) not in {"'s", "’s"}


def _goes_on(scene: Scene, i: int) -> bool:
    p = scene.passage
    if i in scene.owner:
        return False
    if i in scene.where and not scene.where[i].antecedent:
        return True
    return capital(p, i) or (
        p.lower_at(i) in ARTICLES and i + 1 < len(p.tokens) and (capital(p, i + 1) or p.lower_at(i) in {"-", "'", "’"})
    )


def _mention(scene: Scene, first: int, last: int, end: int) -> PlaceMention:
    """The spotted mention of exactly these words, or a new one; a kind word behind it tells its kind."""
    p = scene.passage
    while first < last and p.lower_at(first) in nouns("directions") and first not in scene.where:
        first += 1
    last = _site_end(p, last, end)
    spotted = scene.where.get(first)
    if spotted is not None and spotted.first == first and spotted.last == last:
        return replace(spotted, relation=None)
    found = mention(p, first, last, False)
    after = p.lower_at(last + 1) if last < end else ""
    kinds = grouped("place_kinds")
    of_kind = p.lower_at(first - 2) if p.lower_at(first - 1) == "of" else ""
    hint = next(
        (kinds[w] for w in (of_kind, p.lower_at(last), after) if w in kinds and kinds[w] not in {"region", "county", "river"}), None
    )
    return replace(found, hint=hint)


def _site_end(p: Passage, last: int, end: int) -> int:
    """Index of the kind word of a site behind a name: "X communications tower" is no X."""
    i = last
    while i < end and p.lower_at(i + 1) in words("kinds"):
        i += 1
    return i if i > last and p.lower_at(i) in words("sites") - words("towns") else last


def _site(scene: Scene, first: int, last: int) -> PlaceMention | None:
    """ "The radio station": a site without a name of its own, told apart by the word before its kind."""
    p = scene.passage
    if p.lower_at(first) not in {"the", "its", "their"}:
        return None
    end = next((i for i in range(last, first, -1) if p.lower_at(i) in words("sites")), None)
    if end is None or end != last:
        return None
    start = end
    while start - 1 > first and p.tokens[start - 1].pos in {"NOUN", "PROPN", "ADJ"} and start - 1 not in scene.owner:
        start -= 1
    telling = [i for i in range(start, end) if p.lower_at(i) not in words("bare")]
    return replace(mention(p, telling[0], end, False), hint="site") if telling else None


def _with_part(p: Passage, m: PlaceMention, first: int) -> PlaceMention:
    """The mention with the part of it that the words before its name tell: "60% of", "western districts of"."""
    of = next((i for i in range(m.first - 1, first, -1) if p.lower_at(i) == "of"), None)
    if of is None:
        return m
    head = p.lower_at(of - 1)
    before = [p.lower_at(i) for i in range(first, of)]
    if {"all", "entire", "whole", "rest", "remainder"} & set(before):
        return replace(m, part=None)
    if head not in words("parts") or (head in words("either") and not _plain_part(before)):
        return m
    start = first
    while start < of - 1 and p.lower_at(start) in {"the", "a", "an"}:
        start += 1
    text = p.text[p.tokens[start].start - p.start : p.tokens[of - 1].end - p.start]
    return replace(m, part=text)


def _plain_part(before: list[str]) -> bool:
    """ "Two districts of X", "the northern suburbs of X" are parts; "the district of X" is X."""
    counted = before[-1].endswith("s") and len(before) > 1 and before[0] != "the"
    return counted or any(w in nouns("directions") for w in before)
