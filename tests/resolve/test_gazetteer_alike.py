"""Misspelt names: the index answers as a search through every spelling by the rules written out would."""

import random
import re
from collections import defaultdict
from collections.abc import Iterator

import pytest
from rapidfuzz import fuzz

from claimatlas.model.names import ARABIC, DOUBLED, GLIDE, GLUED_ARTICLE, LETTERS, LOOSE, SAME_WORD, fold_name, sound_key
from claimatlas.model.place import Place
from claimatlas.resolve.gazetteer import Gazetteer
from claimatlas.resolve.gazetteer_merge import spellings

RULES = (("tch|sch|sh|ch", "S"), ("kh|x", "X"), ("gh", "g"), ("dj", "j"), ("(?<=[dt])h", ""), ("ph", "f"), ("ck|[qc]", "k"), ("p", "b"))
LETTERS_TRIED = "abcdefghijklmnopqrstuvwxyz -'"


def _word(word: str, last: bool) -> str:
    """The key of a word, rule by rule."""
    if word in SAME_WORD:
        return SAME_WORD[word]
    if ARABIC.match(word):
        word = re.sub("ه$", "ا" if last else "ت", word).translate(LETTERS)
    word = GLUED_ARTICLE.sub("", word) if last else re.sub(r"(?<=\w{3})[aei]t$", "a", word)
    for pattern, letter in (*RULES, ("v", "w")):
        word = re.sub(pattern, letter, word)
    word = GLIDE.sub("W", DOUBLED.sub(r"\1", word))
    head = re.match(r"^(?:y(?=[aeiou])|[aeiouyw]+)", word)
    start = "" if not head else "Y" if head.group() == "y" else "a"
    rest = word[head.end() :] if head else word
    tail = re.search(r"[aeiouyw]+h?$", rest)
    return start + re.sub(r"[aeiouyw-]+", "", rest[: tail.start()] if tail else rest) + ("a" if tail else "")


def _key(name: str) -> str:
    words = fold_name(name).split()
    return "".join(_word(w, i == len(words) - 1) for i, w in enumerate(words))


def _loose(name: str) -> str:
    text = DOUBLED.sub(r"\1", f"{fold_name(name)} ")
    for old, new in LOOSE:
        text = text.replace(old, new)
    return text.replace(" ", "")


def _misspelt(rng: random.Random, name: str) -> str:
    at = rng.randrange(len(name))
    return name[:at] + rng.choice(("", name[at] * 2, rng.choice(LETTERS_TRIED), rng.choice("aeiouhwy") + name[at])) + name[at + 1 :]


class Slow:
    """Every spelling of the theatre's countries' places with its key by the rules above."""

    def __init__(self, places: list[Place]) -> None:
        self.rows: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self.very: dict[str, set[str]] = defaultdict(set)
        for place in places:
            for name in spellings(place):
                self.rows[_key(name)].add((_loose(name), place.id))
                self.very[fold_name(name)].add(place.id)

    def alikes(self, name: str) -> dict[str, float]:
        """Of each place that sounds like a name and is not of that very name how near it is."""
        key, floor = _key(name), 0.75 if len(_key(name)) <= 3 else 0.7
        near: dict[str, float] = {}
        for loose, place in self.rows.get(key, ()) if len(key) > 1 else ():
            ratio = fuzz.ratio(_loose(name), loose) / 100
            if ratio >= floor or not name.isascii():
                near[place] = max(near.get(place, floor), ratio)
        return {place: min(0.99, ratio) for place, ratio in near.items() if place not in self.very.get(fold_name(name), ())}


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    """The theatre's gazetteer as it is shipped, built once more, so that the index is of this code."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAIMATLAS_CACHE", str(tmp_path_factory.mktemp("cache")))
        opened = Gazetteer.open()
    yield opened
    opened.close()


def test_misspelt_names_have_the_answers_of_the_slow_way(gazetteer: Gazetteer) -> None:
    rng = random.Random(7)
    places = [p for p in gazetteer.near(34.0, 39.0, 3000.0) if p.country in gazetteer.countries]
    slow = Slow(places)
    names = [n for p in rng.sample(places, 150) for n in (p.name, *p.names)[:3]]
    tried = [*names, *(_misspelt(rng, _misspelt(rng, n)) for n in names), *(_misspelt(rng, n) for n in names)]
    found = 0
    for name in filter(fold_name, tried):
        assert "".join(sound_key(name).split()) == _key(name)
        got = {m.place.id: m.quality for m in gazetteer.alikes(name)}
        assert got == slow.alikes(name), name
        found += len(got)
    assert found > 100


def test_answers_stand_in_order_with_the_very_name_first(gazetteer: Gazetteer) -> None:
    for name in ("Kafr Zayta", "Sukhneh", "Bab"):
        found = gazetteer.matches(name)
        order = [(not m.exact, m.place.country not in gazetteer.countries, not m.place.theatre, -m.quality) for m in found]
        assert found
        assert order == sorted(order)
