"""How likely each place of a name is the one that a report means."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from claimatlas.model.names import fold_name
from claimatlas.model.place import Place, PlaceRef, distance_km
from claimatlas.resolve.gazetteer import RENOWNED, Gazetteer, Match
from claimatlas.resolve.gazetteer_merge import spellings
from claimatlas.resolve.gazetteer_spot import PLAIN, UPPER
from claimatlas.resolve.place_context import Context, Provinces
from claimatlas.resolve.place_kinds import Hint, agreement, fits, split
from claimatlas.resolve.place_variants import variants
from claimatlas.theatres import Theatre
from claimatlas.theatres.in_force import with_own

W_NAME, W_PROVINCE, W_HINTED, W_NEAR, W_PEOPLE, W_FULL, W_CHIEF, W_COUNTRY = 3.0, 0.7, 1.5, 1.0, 1.0, 0.8, 0.4, 0.8
NEAR_SCALE_KM = 80.0
LIST_FLOOR, THEATRE_FLOOR, BESIDE_EXACT = 0.85, 0.75, 1.2
STANDS_IN = 0.9
WRONG_LEVEL, ELSEWHERE, ABROAD = (
    "of a level that the words rule out",
    "in another province than the one told",
    "abroad, its country not named",
)
PROVINCE_REACH_KM = 100.0
ALTERNATIVES = re.compile(r"\s*[/()]\s*")
# kinds of site that a town of the same name may stand for: they lie in it or at its edge
TOWNS_OWN = frozenset({"airbase", "checkpoint", "prison", "hospital", "refinery", "junction", "silo", "camp", "border_crossing"})


@dataclass(frozen=True, slots=True)
class Option:
    """One place that a mention may mean. `base` is what counts without the report's other places; `whole` is False when
    only the name without its kind word was known (a town standing for a site in it); `backed` is False where the name is
    only like it, so that it needs the support of the report's other places. `parts`: what `base` is the sum of."""

    place: Place
    base: float
    whole: bool
    exact: bool
    backed: bool = True
    parts: Mapping[str, float] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A mention as the scorer sees it: names to try, whole name first, what its kind word says, and the province hinted."""

    names: tuple[str, ...]
    full: str
    core: str
    hint: Hint
    admin: tuple[str, ...]
    start: int | None
    end: int | None


def wanted(ref: PlaceRef) -> Wanted:
    """What a reference asks for. The reader's level stands over that of the kind word in the text."""
    core, hint = split(ref.name)
    other, more = split(ref.text)
    if not hint.level and more.level and fold_name(other) == fold_name(core):
        hint = more
    level = ref.level or hint.level
    kinds = hint.kinds if hint.level == level else ()
    full = ref.text if more.level and fold_name(core) in fold_name(ref.text) else ref.name if hint.level else ""
    if not full and level == "province":
        full = f"{core} province"  # "the provinces of A and Damascus": the one so called is not the city's
    names = [full, ref.name] if full else [ref.name]
    if level == "site":
        names += [f"{core} {form}" for form in hint.forms]
    if level == "district" and not full:
        names.append(f"{core} neighborhood")
    if ref.part and ref.part[:1].isupper():
        names = [*variants(f"{ref.part} {core}", f"{ref.part} {core}", hint.word), *names]
    names += variants(ref.name, core, hint.word)
    names += [part for part in ALTERNATIVES.split(core) if part] if ALTERNATIVES.search(core) else []
    admin = tuple(str(a) for a in ref.admin if a)
    return Wanted(tuple(dict.fromkeys(names)), full, core, Hint(level, kinds, hint.forms, hint.word), admin, ref.start, ref.end)


class Scorer:
    """Scores the places of a theatre's gazetteer for a mention."""

    def __init__(self, gazetteer: Gazetteer, theatre: Theatre, provinces: Provinces) -> None:
        self._gazetteer, self._provinces = gazetteer, provinces
        self._home, self._near = frozenset(theatre.countries), frozenset(theatre.neighbours)

    def options(self, want: Wanted, context: Context) -> list[Option]:
        """The places that a mention may mean, best first by what counts without the report's other places."""
        found: dict[str, Option] = {}
        for name in dict.fromkeys((*want.names, want.core)):
            known = self._matches(name, want, context)
            for match in (*known, *self._alikes(name, want, context)):
                beside = not match.exact and any(m.exact for m in known)
                option = self._option(name, match, want, context, BESIDE_EXACT if beside else 0.0)
                if option and (match.place.id not in found or found[match.place.id].base < option.base):
                    found[match.place.id] = option
        return sorted(found.values(), key=lambda o: (-o.base, o.place.id))

    def _matches(self, name: str, want: Wanted, context: Context) -> list[Match]:
        """What the gazetteer knows of a name; words of a text without a capital are no sound-alike of a name."""
        if fold_name(name) in UPPER and not name.replace(".", "").isupper():
            return []
        written = not context.text or name != name.lower() or not name.isascii()
        return [m for m in self._gazetteer.matches(name) if (m.exact or written) and self._admissible(name, m, want, context)]

    def _alikes(self, name: str, want: Wanted, context: Context) -> list[Match]:
        """Close sound-alikes of a name that is also known as written."""
        if not name.isascii() or name == name.lower():
            return []
        return [m for m in self._gazetteer.alikes(name) if self._admissible(name, m, want, context)]

    def _option(self, name: str, match: Match, want: Wanted, context: Context, less: float) -> Option | None:
        """The match as an option; None where a town would stand for a hill or a dam, or for a site by mere sound."""
        whole = want.hint.level != "site" or name != want.core or not want.hint.word or match.place.level in ("site", "area")
        if not whole and (not match.exact or TOWNS_OWN.isdisjoint(want.hint.kinds) or want.hint.word == "station"):
            return None
        parts = self._parts(match, want, context, whole)
        parts["full name"] = W_FULL if name == want.full and match.exact else 0.0
        parts["another spelling known"] = -less
        backed = match.exact or match.quality >= LIST_FLOOR or context.province_support(match.place, want.start, want.end) > 0
        backed = backed or (match.place.theatre and match.quality >= THEATRE_FLOOR)
        return Option(match.place, _added(parts.values()), whole, match.exact, backed, parts)

    def turned_down(self, want: Wanted, context: Context) -> list[tuple[Place, str]]:
        """The places of a mention's names that cannot be meant, each with the reason, by their ids."""
        found: dict[str, tuple[Place, str]] = {}
        for name in dict.fromkeys((*want.names, want.core)):
            for match in self._gazetteer.matches(name):
                why = self._against(name, match, want, context)
                if match.exact and why is not None:
                    found.setdefault(match.place.id, (match.place, why))
        return [found[key] for key in sorted(found)]

    def _admissible(self, name: str, match: Match, want: Wanted, context: Context) -> bool:
        return self._against(name, match, want, context) is None

    def _against(self, name: str, match: Match, want: Wanted, context: Context) -> str | None:
        """Why a match cannot be meant at all, or None: it is of a level that the words allow, in no other province than the one named.

        Far from the theatre it must be a country, a capital or great city by its very spelling, or in a country that the text names.
        """
        place = match.place
        if not fits(want.hint.level, place):
            return WRONG_LEVEL
        if self._contradicted(place, want.admin):
            return ELSEWHERE
        if place.theatre or place.level == "country" or place.country in self._home or context.names_country(place.country):
            return None
        known = place.kind == "capital" or place.population >= RENOWNED
        told = (
            known
            and fold_name(name) not in with_own(PLAIN, "not_places")
            and any(name.casefold() == other.casefold() for other in spellings(place))
        )
        return None if told else ABROAD

    def _contradicted(self, place: Place, admin: Sequence[str]) -> bool:
        """Whether the text puts the place in a province that it lies too far from."""
        for text in admin:
            province = self._provinces.place(text)
            if province and place.level not in ("province", "region", "country"):
                own = self._provinces.canon(place.admin[1]) if len(place.admin) > 1 else None
                if own != province.name and distance_km(place.lat, place.lon, province.lat, province.lon) > PROVINCE_REACH_KM:
                    return True
        return False

    def _parts(self, match: Match, want: Wanted, context: Context, whole: bool) -> dict[str, float]:
        """What a match is worth without the report's other places, part by part."""
        place = match.place
        quality = match.quality if match.exact else 0.55 + 0.4 * match.quality
        beside = place.level != "country" and context.country_near(place.country, want.start, want.end)
        return {
            "name": W_NAME * quality * (1.0 if whole else STANDS_IN),
            "theatre": self._tier(place),
            "level and kind": agreement(want.hint.level, want.hint.kinds, place),
            "province named": W_PROVINCE * context.province_support(place, want.start, want.end),
            "told to lie in": self._hinted(place, want.admin),
            "country beside": W_COUNTRY if beside else 0.0,
            "country of the report": W_CHIEF if place.country == context.chief else 0.0,
            "population": W_PEOPLE * min(1.0, math.log10(place.population + 1) / 6.5),
        }

    def _tier(self, place: Place) -> float:
        if place.theatre:
            return 1.0
        if place.country in self._home:
            return 0.6 if place.population else 0.4
        if place.level == "country":
            return 0.5
        return 0.2 if place.country in self._near else -0.5

    def _hinted(self, place: Place, admin: Sequence[str]) -> float:
        """What an explicit "X, in Y" is worth: for the place when Y contains it, against it when Y is another province."""
        score = 0.0
        for text in admin:
            if any(a and fold_name(a) == fold_name(text) for a in place.admin):
                score += W_HINTED
            elif province := self._provinces.canon(text):
                own = self._provinces.canon(place.admin[1]) if len(place.admin) > 1 else None
                score += 0.0 if own is None else W_HINTED if own == province else -W_HINTED
        return score


def _added(parts: Iterable[float]) -> float:
    """The sum from left to right: `sum` rounds otherwise from Python 3.12 on."""
    total = 0.0
    for part in parts:
        total += part
    return total


def nearness(place: Place, others: Iterable[tuple[float, float]]) -> float:
    """How near a place lies to the two nearest of the report's other places, 0 to W_NEAR."""
    if place.level in ("country", "region"):
        return 0.0
    near = sorted(distance_km(place.lat, place.lon, lat, lon) for lat, lon in others)[:2]
    return W_NEAR * sum(math.exp(-km / NEAR_SCALE_KM) for km in near) / len(near) if near else 0.0


def shares(scores: Sequence[float]) -> list[float]:
    """Scores as shares of one (softmax), rounded so that they print the same everywhere."""
    top = max(scores, default=0.0)
    weights = [math.exp(2 * (s - top)) for s in scores]
    return [round(w / sum(weights), 4) for w in weights]
