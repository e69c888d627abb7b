"""Choose the place, or the places, of a told event among those its clause and sentence name."""

from dataclasses import replace

from claimatlas.extract.mention import PlaceMention, Scene
from claimatlas.extract.nouns import nouns
from claimatlas.extract.syntax import climb, kids, subtree
from claimatlas.extract.told import Told
from claimatlas.extract.where_list import coordinated, run_of_names
from claimatlas.model.passage import Passage

WIDE = {"province", "region", "country"}
# told of groups, words or deals: no place unless the event's own words give one
ROOTLESS = nouns("where_rootless")


def choose_places(scene: Scene, told: Told, earlier: PlaceMention | None, at_large: PlaceMention | None = None) -> list[PlaceMention]:
    """The event's own places (each a claim of its own when coordinated), else the sentence's, else the story's last.

    `at_large`: the country, for an event that is told of the war as a whole.
    """
    if told.places and not any(m in scene.places for m in told.places):
        return told.places
    own = _own(scene.passage, [m for m in told.places if m in scene.places])
    if own:
        return own
    if told.type in ROOTLESS:
        return []
    if at_large is not None:
        return [at_large]
    near = _in_sentence(scene, told)
    if near or (told.type == "toll" and not _the_toll(scene.passage, told)):
        return near
    return [earlier] if earlier is not None else []


def _own(p: Passage, found: list[PlaceMention]) -> list[PlaceMention]:
    """Of the places in the event's own words the first narrow one with those listed beside it, each in its province or town."""
    narrow = [m for m in found if not (m.wide or m.hint in WIDE)]
    provinces = [m for m in found if m.hint == "province"]
    pool = narrow or provinces or found
    if not pool:
        return []
    first = pool[0]
    group = [m for m in pool if m is first or m.first == first.first or coordinated(p, m, first)]
    containers = [m for m in found if m.hint == "province" and m not in group]
    towns = [m for m in narrow if m not in group]
    return [_inside(_in_town(p, m, towns), containers) for m in group]


def _in_town(p: Passage, m: PlaceMention, towns: list[PlaceMention]) -> PlaceMention:
    """The mention with the town that its own words place it in: "X neighbourhood in the east of Hasaka city"."""
    town = next((t for t in towns if t.known and t.hint in {None, "town"} and t.first > m.last and _hangs_on(p, t, m)), None)
    return replace(m, town=town.name) if town is not None and m.hint != "town" else m


def _hangs_on(p: Passage, outer: PlaceMention, inner: PlaceMention) -> bool:
    """Whether one name stands behind a preposition that belongs to the other's noun phrase."""
    head = p.tokens[p.tokens[inner.root].head]
    heads = {inner.root, head.index} if head.pos in {"NOUN", "PROPN"} else {inner.root}
    for token in climb(p, outer.root):
        if token.pos in {"VERB", "AUX"}:
            return False
        if token.index in heads or inner.first <= token.index <= inner.last:
            return True
    return False


def _inside(m: PlaceMention, containers: list[PlaceMention]) -> PlaceMention:
    if m.province is None and containers:
        return replace(m, province=containers[0].name)
    return m


def _in_sentence(scene: Scene, told: Told) -> list[PlaceMention]:
    """The place of the sentence nearest to the event word, with those listed beside it."""
    p = scene.passage
    clause = set(subtree(p, told.clause))
    pool = [m for m in scene.places if m.root in clause] or scene.places
    pool = [m for m in pool if not _elsewhere(p, m) and not m.abroad]
    if not pool:
        return []
    narrow = [m for m in pool if not (m.wide or m.hint in WIDE)] or pool
    at = told.trigger.token
    instrument = bool(told.trigger.rule and told.trigger.rule.instrument)
    best = min(narrow, key=lambda m: (instrument and m.first < at, abs(m.root - at), m.first))
    group = [m for m in narrow if m is best or coordinated(p, m, best)]
    group = max(group, run_of_names(scene, best), key=len)
    return [_inside(m, [c for c in pool if c.hint == "province" and c not in group]) for m in group]


def _the_toll(p: Passage, told: Told) -> bool:
    """ "The death toll has risen": that of what was told before."""
    return p.tokens[told.trigger.token].lemma == "toll" and any(t.lower == "the" for t in kids(p, told.trigger.token, "det"))


def _elsewhere(p: Passage, m: PlaceMention) -> bool:
    """A place of origin or residence: "based in London", "head of the hospital in X told"."""
    head = p.tokens[p.tokens[m.root].head]
    above = p.tokens[head.head] if head.pos == "ADP" else head
    return above.lemma in {"base", "bear", "live", "reside"} or bool(kids(p, m.root, "case") and above.lower in {"ambassador", "embassy"})
