"""All places that a theatre may speak of, asked by name, id, words of a text, or nearness."""

import math
import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec
from rapidfuzz import fuzz

from claimatlas.model.default import DEFAULT_THEATRE
from claimatlas.model.names import fold_name, loosened
from claimatlas.model.place import Place, distance_km
from claimatlas.resolve.gazetteer_build import build
from claimatlas.resolve.gazetteer_spot import ARTICLES, spottable
from claimatlas.resolve.gazetteer_store import ALIKE, joined_key
from claimatlas.resolve.place_variants import TERMS, variants
from claimatlas.theatres import Theatre, load_theatre

HOT = 1 << 16
NAMED = "SELECT rid, body FROM name JOIN place USING (rid) WHERE fold = ?"
SOUNDING = "SELECT alike FROM sound WHERE key = ?"
BODY = "SELECT body FROM place WHERE rid = ?"
SOUND_FLOOR, SHORT_FLOOR, SHORT_KEY = 0.7, 0.75, 3
SPOT_FLOOR, TERM_FLOOR, SPOT_LETTERS = 0.9, 0.85, 5
RENOWNED = 300_000
KM_PER_DEGREE = 111.2


class Match(NamedTuple):
    """A place that a name may mean. `quality`: 1 the same name once folded, else how close the sound-alike is (0.7 to 1)."""

    place: Place
    quality: float
    exact: bool


def _renowned(place: Place) -> bool:
    return place.level == "country" or place.kind == "capital" or place.population >= RENOWNED


class Gazetteer:
    """Read-only view of a built index; safe to share between threads, opened anew in each process."""

    def __init__(self, path: Path, countries: Iterable[str]) -> None:
        self.path, self.countries = path, frozenset(countries)
        self._base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self.matches = lru_cache(HOT)(self._matches)
        self.alikes = lru_cache(HOT)(self._alikes)
        self._same = lru_cache(HOT)(self._named)
        self._read: dict[int, Place] = {}
        self._spot = lru_cache(HOT)(self._spotted)
        self._most = lru_cache(HOT)(self._longest_from)

    @classmethod
    def open(cls, theatre: Theatre | str = DEFAULT_THEATRE, extra: Sequence[Path] = ()) -> "Gazetteer":
        """The gazetteer of a theatre, built first where needed; `extra` are files of places beside those added by the user."""
        known = load_theatre(theatre) if isinstance(theatre, str) else theatre
        return cls(build(known, extra), known.countries)

    def close(self) -> None:
        """Let go of the index file."""
        self._base.close()

    def lookup(self, name: str, countries: Iterable[str] | None = None) -> list[Place]:
        """Places of that name, best first: same folded name, then the theatre's countries' sound-alikes; [] when none."""
        wanted = None if countries is None else frozenset(countries)
        return [m.place for m in self.matches(name) if wanted is None or m.place.country in wanted]

    def get(self, place_id: str) -> Place | None:
        """The place with an id, its own or that of another list for the same place; None when there is none."""
        row = self._base.execute("SELECT rid, body FROM ident JOIN place USING (rid) WHERE id = ?", (place_id,)).fetchone()
        return self._place(*row) if row else None

    def sample(self, count: int) -> list[str]:
        """Up to `count` folded names of the theatre's countries' places, evenly over the alphabet: for measuring."""
        home = {rid for (alike,) in self._base.execute("SELECT alike FROM sound") for rid, _ in ALIKE.decode(alike)}
        names = sorted({n for n, rid in self._base.execute("SELECT fold, rid FROM name") if rid in home})
        step = max(1, len(names) // count)
        return names[::step][:count]

    def has_name(self, words: Sequence[str]) -> bool:
        """Whether all the words together are a known place name, written as one."""
        return bool(words) and self._spot(tuple(words))

    def longest(self, words: Sequence[str], start: int, limit: int = 8) -> tuple[int, ...]:
        """How many words from `start` form a known place name, longest first; () when none does."""
        room = min(limit, len(words) - start)
        if room < 1 or not words[start][:1].isalnum():
            return ()
        if words[start].islower() and words[start] not in ARTICLES and not self._most(fold_name(words[start])):
            return ()
        return tuple(n for n in range(room, 0, -1) if words[start + n - 1][-1:].isalnum() and self._spot(tuple(words[start : start + n])))

    def near(self, lat: float, lon: float, km: float) -> list[Place]:
        """Places within `km` of a point, nearest first."""
        dlat = km / KM_PER_DEGREE
        dlon = dlat / max(0.05, math.cos(math.radians(lat)))
        rows = self._base.execute(
            "SELECT rid, body FROM place WHERE lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?",
            (lat - dlat, lat + dlat, lon - dlon, lon + dlon),
        )
        found = [self._place(rid, body) for rid, body in rows]
        placed = sorted((distance_km(lat, lon, p.lat, p.lon), p.id, p) for p in found)
        return [p for d, _, p in placed if d <= km]

    def _matches(self, name: str) -> tuple[Match, ...]:
        folded = fold_name(name)
        if not folded:
            return ()
        same = self._same(folded)
        near = () if any(m.place.country in self.countries or _renowned(m.place) for m in same) else self.alikes(name)
        # sound-alikes come in order, behind every place of the very name
        return (*(sorted(same, key=self._order) if len(same) > 1 else same), *near) if same else near

    def _order(self, match: Match) -> tuple[bool, bool, bool, float, int, str]:
        place = match.place
        return (not match.exact, place.country not in self.countries, not place.theatre, -match.quality, -place.population, place.id)

    def _alikes(self, name: str) -> tuple[Match, ...]:
        """Places of the theatre's countries whose name sounds like it, best first; those of the very name left out."""
        key = joined_key(name)
        row = self._base.execute(SOUNDING, (key,)).fetchone()
        if row is None:
            return ()
        near = self._near_enough(row[0], fold_name(name), SHORT_FLOOR if len(key) <= SHORT_KEY else SOUND_FLOOR, not name.isascii())
        same = {m.place.id for m in self._same(fold_name(name))}
        found = [Match(p, ratio, False) for rid, ratio in near.items() if (p := self._place(rid)).id not in same]
        return tuple(sorted(found, key=self._order) if len(found) > 1 else found)

    @staticmethod
    def _near_enough(alike: bytes, folded: str, floor: float, foreign: bool) -> dict[int, float]:
        """The rows of places that sound alike, each with the ratio of its nearest spelling, at least `floor`; `foreign`: any."""
        loose, least = loosened(folded), 0.0 if foreign else floor * 100
        near: dict[int, float] = {}
        for rid, other in ALIKE.decode(alike):
            percent = fuzz.ratio(loose, other, score_cutoff=least)
            if (percent >= least) and percent > near.get(rid, -1.0):
                near[rid] = percent
        return {rid: min(0.99, max(percent / 100, floor)) for rid, percent in near.items()}

    def _named(self, folded: str) -> tuple[Match, ...]:
        """The places of the very name, in the index's order."""
        return tuple(Match(self._place(rid, body), 1.0, True) for rid, body in self._base.execute(NAMED, (folded,)))

    def _place(self, rid: int, body: bytes | None = None) -> Place:
        """The place of a row, decoded once and kept while there is room."""
        place = self._read.get(rid)
        if place is None:
            body = body or self._base.execute(BODY, (rid,)).fetchone()[0]
            place = msgspec.json.decode(body, type=Place)
            if len(self._read) < HOT:
                self._read[rid] = place
        return place

    def _spotted(self, words: tuple[str, ...]) -> bool:
        text = " ".join(words)
        folded = fold_name(text)
        if not folded or self._most(folded.split()[0]) < folded.count(" ") + 1:
            return self._spotted_sound(words, text, folded)
        best = self._base.execute("SELECT max(weight) FROM name WHERE fold = ?", (folded,)).fetchone()[0]
        if not best:
            return self._spotted_sound(words, text, folded)
        return spottable(list(words), folded, theatre=best > 1)

    def _spotted_sound(self, words: tuple[str, ...], text: str, folded: str) -> bool:
        if len(folded) < SPOT_LETTERS or len(words[-1]) < 2 or not spottable(list(words), folded, theatre=False):
            return False
        if not all(w[:1].isupper() or w in ARTICLES or not w.isalpha() for w in words):
            return False
        if words[0].lower() in TERMS and len(words) > 1 and words[-1][:1].isupper():
            return any(m.exact or m.quality >= TERM_FLOOR for v in (text, *variants(text, text, "")) for m in self.matches(v))
        return any(m.quality >= SPOT_FLOOR and m.place.theatre for m in self.matches(text) if not m.exact)

    def _longest_from(self, word: str) -> int:
        row = self._base.execute("SELECT most FROM first WHERE word = ?", (word,)).fetchone()
        return row[0] if row else 0
