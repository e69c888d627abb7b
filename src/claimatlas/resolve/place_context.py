"""What a report says about where its places lie: provinces and countries that it names, and where."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from claimatlas.model.names import fold_name
from claimatlas.model.place import Place
from claimatlas.resolve.gazetteer_merge import spellings
from claimatlas.resolve.gazetteer_sources import country_words
from claimatlas.resolve.gazetteer_store import joined_key

CLOSE_CHARS, BESIDE_CHARS = 200, 60
SAME_SENTENCE, SAME_REPORT = 1.0, 0.3


class Provinces:
    """The provinces of a theatre by any spelling."""

    def __init__(self, provinces: Iterable[Place]) -> None:
        self._places = {p.name: p for p in provinces}
        self._folds: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        texts: set[str] = set()
        for province in self._places.values():
            for name in spellings(province):
                self._folds.setdefault(fold_name(name), province.name)
                self._keys.setdefault(joined_key(name), province.name)
                texts.add(name)
        known = sorted((re.escape(t) for t in texts if len(t) > 2), key=lambda t: (-len(t), t))
        self._pattern = re.compile(rf"\b(?:{'|'.join(known)})\b") if known else None

    def canon(self, text: str | None) -> str | None:
        """The canonical name of a province from any spelling, None where it is not one."""
        if not text:
            return None
        return self._folds.get(fold_name(text)) or self._keys.get(joined_key(text))

    def place(self, text: str | None) -> Place | None:
        """The province that a spelling names, None where it names none."""
        return self._places.get(self.canon(text) or "")

    def named(self, text: str) -> dict[str, list[int]]:
        """Offsets at which a text names each province, or its like-named capital."""
        found: dict[str, list[int]] = {}
        for hit in self._pattern.finditer(text) if self._pattern else ():
            found.setdefault(self._folds[fold_name(hit.group())], []).append(hit.start())
        return found


class Context:
    """One report's text as evidence for the places in it."""

    def __init__(self, text: str, provinces: Provinces, countries: Sequence[str] = ()) -> None:
        self.text, self._provinces = text, provinces
        self.chief = self._chief(countries)
        self._named = provinces.named(text)
        self._countries: dict[str, bool] = {}

    def _chief(self, countries: Sequence[str]) -> str | None:
        """The one of a theatre's countries that the text and its provinces name most often; the first one listed by default."""
        counts = dict.fromkeys(countries, 0)
        for code in countries:
            words = "|".join(re.escape(w) for w in country_words(code))
            counts[code] = len(re.findall(rf"(?<!\w)(?:{words})(?!\w)", self.text)) if words else 0
        for name, spots in self._provinces.named(self.text).items():
            place = self._provinces.place(name)
            if place is not None and place.country in counts:
                counts[place.country] += len(spots)
        return max(countries, key=lambda c: counts[c], default=None)

    def province_support(self, place: Place, start: int | None, end: int | None) -> float:
        """1 where the place's province is named near the mention, 0.3 elsewhere in the report, else 0; the mention itself counts not."""
        province = self._provinces.canon(place.admin[1]) if len(place.admin) > 1 else None
        spots = self._named.get(province or "", [])
        others = [s for s in spots if start is None or end is None or not start <= s < end]
        if not others or place.level == "province":
            return 0.0
        if start is None:
            return SAME_REPORT
        at = bisect_left(others, start)
        near = min(abs(s - start) for s in others[max(0, at - 1) : at + 1])
        return SAME_SENTENCE if near <= CLOSE_CHARS else SAME_REPORT

    def country_near(self, code: str, start: int | None, end: int | None) -> bool:
        """Whether the text names a country within 60 characters of a span, by its ISO code."""
        if start is None or end is None or not self.names_country(code):
            return False
        around = f"{self.text[max(0, start - BESIDE_CHARS) : start]} {self.text[end : end + BESIDE_CHARS]}"
        return any(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", around) for w in country_words(code))

    def names_country(self, code: str) -> bool:
        """Whether the text names a country, by its ISO code."""
        if code not in self._countries:
            words = [re.escape(w) for w in country_words(code)]
            self._countries[code] = bool(words and re.search(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", self.text))
        return self._countries[code]
