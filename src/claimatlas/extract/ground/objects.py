"""What was taken: the list of places behind a verb that takes, names that no gazetteer knows among them.

The words are read from left to right and not by their syntax, which the parser loses in long lists.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from claimatlas.extract.ground.names import names, place_at
from claimatlas.extract.ground.words import joiners, words
from claimatlas.extract.mention import PlaceMention, Scene
from claimatlas.extract.nouns import nouns
from claimatlas.model.passage import Passage

# the commas before a clause, not before the next of a list
CLAUSE_TAGS = {"VBD", "VBZ", "VBP", "MD"}
LONGEST = 60


@dataclass(slots=True)
class Taken:
    """The places taken, in order; `last`: index of the last word read; `inside`: the place that unnamed ones were taken in."""

    places: list[PlaceMention] = field(default_factory=list)
    last: int = 0
    inside: PlaceMention | None = None


def taken_after(scene: Scene, verb: int, control: bool = False) -> Taken | None:
    """What stands behind a verb that takes; `control`: behind the words "control of". None where nothing does."""
    p = scene.passage
    at = _past_filler(p, verb + 1)
    start = _past_control(p, at) if control else at
    if start is None:
        return None
    at = start
    if p.lower_at(at) == "it":
        back = _before(scene, verb)
        return Taken([back], at) if back is not None else None
    out = Taken(last=at)
    for first, last in _items(p, at):
        out.last = last
        place = place_at(scene, first, last)
        if place is not None and all(place.first != m.first for m in out.places):
            out.places.append(_of_kind_before(place, out.places, p, first))
    if not out.places:
        out.inside = _inside(scene, at, out.last)
    return out


def _inside(scene: Scene, first: int, last: int) -> PlaceMention | None:
    """The place behind "in", "at" or "inside" that unnamed things were taken in, with the words for these as its part."""
    p = scene.passage
    at = last + 1
    if p.lower_at(at) not in {"in", "at", "inside", "within"} or last < first:
        return None
    end = next((i for i in range(at + 1, min(at + 12, len(p.tokens))) if _joined(p, i) or _ends(p, i)), min(at + 12, len(p.tokens)))
    place = place_at(scene, at + 1, end - 1)
    text = p.text[p.tokens[first].start - p.start : p.tokens[last].end - p.start]
    return replace(place, part=text, relation=None) if place is not None and not place.wide and place.hint != "province" else None


def _before(scene: Scene, verb: int) -> PlaceMention | None:
    """ "Stormed X, capturing it": the place named last before the verb."""
    p = scene.passage
    runs = [run for run in names(scene, 0, verb - 1) if _a_place(scene, *run) and not _put_by_compass(p, run[0])]
    whole = place_at(scene, runs[-1][0], verb - 1) if runs else None
    return replace(whole, part=None, relation=None) if whole is not None else None


def _a_place(scene: Scene, first: int, last: int) -> bool:
    return any(i in scene.where or scene.passage.lower_at(i) in words("kinds") for i in range(first, last + 1))


def _put_by_compass(p: Passage, first: int) -> bool:
    """ "To the west of X"."""
    return any(p.lower_at(first - k) == "of" and p.lower_at(first - k - 1) in words("puts") for k in (1, 2))


def _of_kind_before(place: PlaceMention, before: list[PlaceMention], p: Passage, first: int) -> PlaceMention:
    """ "The villages of X, Y and Z": the kind of the first is that of all."""
    plural = before and before[0].hint and p.lower_at(before[0].first - 1) == "of"
    return replace(place, hint=before[0].hint) if plural and place.hint is None and first == place.first else place


def _past_filler(p: Passage, at: int) -> int:
    while p.lower_at(at) in words("filler"):
        at += 1
    return at


def _past_control(p: Passage, at: int) -> int | None:
    """Index behind "(full) control of"; None where no such words stand there, or another control is meant."""
    for i in range(at, min(at + 4, len(p.tokens))):
        if p.lower_at(i) == "control":
            if {p.lower_at(i - 1), p.lower_at(i - 2)} & words("not_control"):
                return None
            return i + 2 if p.lower_at(i + 1) in {"of", "over"} else None
    return None


def _items(p: Passage, at: int) -> Iterator[tuple[int, int]]:
    """First and last index of each item of the list that starts at a token, what puts it somewhere left out."""
    first, i, put, open_ = at, at, False, True
    while open_ and i < min(len(p.tokens), at + LONGEST):
        step = _joined(p, i)
        if step:
            if i > first and not put:
                yield first, i - 1
            open_ = not put or step > 1
            first = i = i + step
            put = False
        elif _ends(p, i):
            break
        else:
            if p.lower_at(i) in words("puts") and i > first and not put and not _inside_name(p, i):
                yield first, i - 1
                put = True
            i += 1
    if i > first and not put and open_:
        yield first, min(i, len(p.tokens)) - 1


def _inside_name(p: Passage, i: int) -> bool:
    """ "West Y", "east Z": a compass word before a name."""
    return p.lower_at(i + 1) not in {"of", "the", ""} and p.tokens[i].text[:1].isupper()


def _joined(p: Passage, i: int) -> int:
    """How many words at an index go on with a list; 0 for none."""
    comma = 1 if p.lower_at(i) in {",", "(", ")"} else 0
    for run in joiners():
        if tuple(p.lower_at(i + comma + k) for k in range(len(run))) == run:
            return comma + len(run)
    return comma


def _ends(p: Passage, i: int) -> bool:
    token = p.tokens[i]
    if token.lower in words("ends") or token.text in {".", "!", "?"}:
        return True
    if token.text[:1].isupper() or token.lower in words("bare") | words("kinds") | nouns("part_heads"):
        return False
    verb = token.pos in {"VERB", "AUX"} and token.dep not in {"amod", "compound"}
    return token.tag in CLAUSE_TAGS or (verb and token.tag in {"VBG", "VBN"})
