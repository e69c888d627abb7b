"""Choose the place, or the places, of a told event among those its clause and sentence name."""

import re
from dataclasses import replace

from claimatlas.extract.draft import Draft
from claimatlas.extract.mention import PlaceMention, Scene
from claimatlas.extract.names import place_ref
from claimatlas.extract.nouns import nouns
from claimatlas.extract.syntax import climb, kids, subtree
from claimatlas.extract.told import Told
from claimatlas.model.passage import Passage

WIDE = {"province", "region", "country"}
# told of groups, words or deals: no place unless the event's own words give one
ROOTLESS = nouns("where_rootless")


def choose_places(scene: Scene, told: Told, earlier: PlaceMention | None) -> list[PlaceMention]:
    """The event's own places (each a claim of its own when coordinated), else the sentence's, else the story's last."""
    if told.places and not any(m in scene.places for m in told.places):
        return told.places
    own = _own(scene.passage, [m for m in told.places if m in scene.places])
    if own:
        return own
    if told.type in ROOTLESS:
        return []
    near = _in_sentence(scene, told)
    if near or told.type == "toll":
        return near
    return [earlier] if earlier is not None else []


def _own(p: Passage, found: list[PlaceMention]) -> list[PlaceMention]:
    narrow = [m for m in found if not (m.wide or m.hint in WIDE)]
    provinces = [m for m in found if m.hint == "province"]
    pool = narrow or provinces or found
    if not pool:
        return []
    first = pool[0]
    group = [m for m in pool if m is first or m.first == first.first or _coordinated(p, m, first)]
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


def _coordinated(p: Passage, one: PlaceMention, other: PlaceMention) -> bool:
    """Whether two names are joined by "and" or commas, and not one inside the other."""
    for a, b in ((one, other), (other, one)):
        at = a.root
        for token in [p.tokens[a.root], *climb(p, a.root)]:
            if token.index == b.root or b.first <= token.index <= b.last:
                return at != b.root and _conj_path(p, a.root, b)
            at = token.index
    lca = {t.index for t in climb(p, one.root)} & {t.index for t in climb(p, other.root)}
    return any(_list_between(p, one, other, i) for i in lca)


def _conj_path(p: Passage, low: int, high: PlaceMention) -> bool:
    at = low
    seen_conj = False
    while not high.first <= at <= high.last:
        dep = p.tokens[at].dep
        if dep == "conj":
            seen_conj = True
        elif dep in {"prep", "pobj", "relcl", "acl", "appos"}:
            return False
        at = p.tokens[at].head
    return seen_conj


def _run_of_names(scene: Scene, m: PlaceMention) -> list[PlaceMention]:
    """Names that follow each other with nothing but "and" between, three or more: a list that lost its commas."""
    run = [m]
    for other in sorted(scene.places, key=lambda x: x.first):
        words = {t.lower for t in scene.passage.tokens[run[-1].last + 1 : other.first]}
        if (
            other.first > run[-1].last
            and words <= {"and", ",", "area", "neighborhood", "neighbourhoods", "neighborhoods", "quarter", "district"}
            and other.first - run[-1].last <= 3
        ):
            run.append(other)
    return run if len(run) >= 3 else [m]


def _list_between(p: Passage, one: PlaceMention, other: PlaceMention, top: int) -> bool:
    first, second = sorted((one, other), key=lambda m: m.first)
    between = p.tokens[first.last + 1 : second.first]
    words = {t.lower for t in between if t.pos != "PUNCT"}
    return (
        bool(words & {"and", "or"})
        and len(between) <= 4
        and not words - {"and", "or", "the", "as", "well", "city", "town", "of", "towns", "village", "both"}
    )


def _in_sentence(scene: Scene, told: Told) -> list[PlaceMention]:
    p = scene.passage
    clause = set(subtree(p, told.clause))
    pool = [m for m in scene.places if m.root in clause] or scene.places
    pool = [m for m in pool if not _elsewhere(p, m) and not m.abroad]
    if not pool:
        return []
    narrow = [m for m in pool if not (m.wide or m.hint in WIDE)] or pool
    at = told.trigger.token
    best = min(narrow, key=lambda m: (abs(m.root - at), m.first))
    best = (
        min(narrow, key=lambda m: (m.first < at, abs(m.root - at), m.first)) if told.trigger.rule and told.trigger.rule.instrument else best
    )
    group = [m for m in narrow if m is best or _coordinated(p, m, best)]
    group = max(group, _run_of_names(scene, best), key=len)
    return [_inside(m, [c for c in pool if c.hint == "province" and c not in group]) for m in group]


def _elsewhere(p: Passage, m: PlaceMention) -> bool:
    """A place of origin or residence: "based in London", "head of the hospital in X told"."""
    head = p.tokens[p.tokens[m.root].head]
    above = p.tokens[head.head] if head.pos == "ADP" else head
    return above.lemma in {"base", "bear", "live", "reside"} or bool(kids(p, m.root, "case") and above.lower in {"ambassador", "embassy"})


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
