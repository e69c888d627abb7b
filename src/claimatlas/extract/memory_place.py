"""Antecedents of places: "the town", "both sites", "the provincial capital"."""

from dataclasses import replace

from claimatlas.extract.memory_past import DEFINITE, Past
from claimatlas.extract.mention import PlaceMention, Scene
from claimatlas.extract.nouns import nouns
from claimatlas.extract.syntax import kids
from claimatlas.model.passage import Token

PLACE_HEADS = nouns("memory_place_heads")
PLURAL_HEADS = nouns("memory_place_plural_heads")
LEVELS = {
    "town": "town",
    "city": "town",
    "village": "town",
    "settlement": "town",
    "district": "district",
    "neighborhood": "district",
    "neighbourhood": "district",
    "province": "province",
    "governorate": "province",
    "base": "site",
    "airbase": "site",
    "airport": "site",
    "hill": "site",
    "mountain": "site",
    "crossing": "site",
}


def place_back(past: Past, scene: Scene, token: Token) -> list[PlaceMention]:
    """The mentions that a kind word with an article makes of places named before; two for "both towns"."""
    p = scene.passage
    if token.index in scene.where or token.index in scene.owner or token.lower not in PLACE_HEADS | PLURAL_HEADS:
        return []
    if token.lower == "capital" and any(t.lower == "its" for t in kids(p, token.index, "poss")):
        return _capital(past, scene, token)
    if not any(t.lower in DEFINITE for t in kids(p, token.index, "det", "predet")) or _named_beside(scene, token):
        return []
    if token.lower in PLURAL_HEADS:
        return _both(past, scene, token)
    return _capital(past, scene, token) if token.lower == "capital" else _one(past, scene, token)


def _one(past: Past, scene: Scene, token: Token) -> list[PlaceMention]:
    """ "The town": the last place that may be one."""
    wanted = LEVELS.get(token.lower)
    fitting = (m for m in _last_places(past, scene, token, 12) if wanted in {None, m.hint} or (m.hint is None and wanted != "province"))
    # a town or a base is no country, nor does it lie abroad
    narrow = wanted in {"town", "district", "site"}
    found = [m for m in fitting if not narrow or not (m.wide or m.abroad)]
    called = [m for m in found if token.lower in m.text.lower().split()]
    return [_copy(token, m) for m in (called or found)[:1]]


def _both(past: Past, scene: Scene, token: Token) -> list[PlaceMention]:
    if not any(t.lower == "both" for t in kids(scene.passage, token.index, "det", "predet", "preconj")):
        return []
    narrow = [m for m in _last_places(past, scene, token, 6) if m.hint != "province"]
    return [_copy(token, m) for m in narrow[:2]]


def _capital(past: Past, scene: Scene, token: Token) -> list[PlaceMention]:
    """ "The provincial capital", "its capital": the town of the province named last."""
    if not any(t.lower in {"provincial", "its"} for t in kids(scene.passage, token.index, "amod", "poss")):
        return []
    names = {province.name for province in past.theatre.provinces}
    provinces = [m for m in _last_places(past, scene, token, 12) if m.hint == "province" or m.name in names]
    return [replace(_copy(token, m), hint="town") for m in provinces[:1]]


def _last_places(past: Past, scene: Scene, token: Token, limit: int) -> list[PlaceMention]:
    """The places named last, nearest first, each name once."""
    here = [m for m in scene.places if m.last < token.index and not m.antecedent]
    ahead = past.places_since(scene.passage.number)
    unique = dict.fromkeys(m.name for m in [*reversed(here), *reversed(ahead)])
    newest = {m.name: m for m in [*ahead, *here]}
    return [newest[name] for name in unique][:limit]


def _copy(token: Token, back: PlaceMention) -> PlaceMention:
    i = token.index
    return replace(back, first=i, last=i, root=i, start=token.start, end=token.end, relation=None, part=None, antecedent=True)


def _named_beside(scene: Scene, token: Token) -> bool:
    """ "the town of X", "X city": the name stands beside the kind word."""
    p = scene.passage
    beside = [token.index - 1, token.index + 1, token.index + 2]
    return any(i in scene.where for i in beside) or any(t.index in scene.where for t in kids(p, token.index, "appos", "compound", "nmod"))
