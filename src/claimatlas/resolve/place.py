"""Which place a claim means: one choice for all mentions of a report together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from claimatlas.model.actor import Candidate
from claimatlas.model.claim import Claim
from claimatlas.model.names import fold_name
from claimatlas.model.place import Place, PlaceRef, distance_km
from claimatlas.model.report import Report
from claimatlas.resolve.gazetteer import Gazetteer
from claimatlas.resolve.place_around import names_around
from claimatlas.resolve.place_choice import Mention, rank
from claimatlas.resolve.place_city import CITY_KINDS, CITY_PEOPLE, City, elsewhere, focus, in_city
from claimatlas.resolve.place_context import Context, Provinces
from claimatlas.resolve.place_fill import Reading, filled, in_town, town_of, undecided, unplaced
from claimatlas.resolve.place_kinds import COMPASS, PARTS
from claimatlas.resolve.place_offset import between, moved, offset_before
from claimatlas.resolve.place_score import Scorer, shares, wanted
from claimatlas.resolve.place_ties import ties
from claimatlas.resolve.place_told import city_part, with_told
from claimatlas.theatres import Theatre

KEPT = 5
SUPPORT, AGAINST = 0.3, 1.5
SHARE_FLOOR, SOUND_SHARE_FLOOR, MARGIN, APART_KM = 0.45, 0.6, 0.05, 50.0
BETWEEN_CHARS, BETWEEN_KM = 40, 200.0
Key = tuple[str, str, str | None, tuple[str | None, ...]]
Chosen = Mapping[Key, Mention]


class PlaceResolver:
    """Fills the places of claims from a gazetteer; a name that nothing supports stays unresolved and says why."""

    def __init__(self, gazetteer: Gazetteer, theatre: Theatre) -> None:
        self._gazetteer = gazetteer
        self._provinces = Provinces(theatre.provinces)
        self._countries = theatre.countries
        self._scorer = Scorer(gazetteer, theatre, self._provinces)

    def resolve(self, report: Report, claims: Sequence[Claim]) -> list[Claim]:
        """The claims of one report with their places chosen together; claims without a place pass through."""
        placed = iter(self.places(report.text, [c.place for c in claims if c.place is not None]))
        return [replace(c, place=next(placed)) if c.place is not None else c for c in claims]

    def places(self, text: str, refs: Sequence[PlaceRef]) -> list[PlaceRef]:
        """The references of one report, whose text is given, with their places chosen together."""
        refs = with_told(text, refs, lambda name: self._provinces.canon(name) is not None)
        chosen, around = self._together(text, refs)
        cities = self._cities([*refs, *around], chosen)
        placed = [_in_city(r, self._placed(r, chosen), text, cities) for r in refs]
        return [self._put(r, text, chosen, [*refs, *around]) for r in placed]

    def mentions(self, text: str, refs: Sequence[PlaceRef]) -> list[Mention]:
        """What the choice of `places` rests on: of each reference its options with their scores, best first."""
        refs = with_told(text, refs, lambda name: self._provinces.canon(name) is not None)
        chosen, _ = self._together(text, refs)
        return [chosen[_key(r)] for r in refs]

    def turned_down(self, text: str, ref: PlaceRef) -> list[tuple[Place, str]]:
        """The places of a reference's name that cannot be meant in a text, each with the reason."""
        return self._scorer.turned_down(wanted(ref), Context(text, self._provinces, self._countries))

    def _together(self, text: str, refs: Sequence[PlaceRef]) -> tuple[Chosen, list[PlaceRef]]:
        """The choice for all names of a report, and the names that no reference has."""
        towns = [t for r in refs if (t := town_of(r)) is not None]
        around = names_around(text, self._gazetteer, [(r.start, r.end) for r in refs if r.start is not None and r.end is not None])
        return self._choose([*refs, *towns, *around], Context(text, self._provinces, self._countries), ()), around

    def _put(self, ref: PlaceRef, text: str, chosen: Chosen, named: Sequence[PlaceRef]) -> PlaceRef:
        """The reference where its words put it: off the place named, or half way to another."""
        if ref.lat is None:
            return ref
        offset = offset_before(text, ref.start)
        if offset is not None:
            return moved(ref, offset, text)
        other = _second(ref, text, named) if ref.relation == "between" else None
        end = self._placed(other, chosen) if other is not None else None
        if end is None or end.lat is None:
            return ref
        apart = _apart(ref, end)
        return between(ref, end, apart) if apart <= BETWEEN_KM else ref

    def _placed(self, ref: PlaceRef, chosen: Chosen) -> PlaceRef:
        """The place itself, else the town that the text puts it in."""
        own, town = self._filled(ref, chosen[_key(ref)]), town_of(ref)
        if own.id is not None or town is None:
            return own
        return in_town(own, self._filled(town, chosen[_key(town)]))

    def _cities(self, named: Sequence[PlaceRef], chosen: Chosen) -> list[City]:
        """The cities of the theatre's countries that a report names, in its order."""
        found: list[City] = []
        for ref in named:
            best = chosen[_key(ref)].best
            place = best.place if best is not None and best.exact else None
            big = place is not None and (place.kind in CITY_KINDS or place.population >= CITY_PEOPLE)
            if place is None or not big or place.country not in self._countries or ref.start is None:
                continue
            placed = self._filled(ref, chosen[_key(ref)])
            if placed.level == "town":
                found.append(City(placed, ref.start))
        return sorted(found, key=lambda c: c.at)

    def resolve_name(self, name: str, near: tuple[float, float] | None = None) -> PlaceRef:
        """The place of a name standing alone; `near` (lat, lon in degrees) settles homonyms."""
        ref = PlaceRef(name, name)
        chosen = self._choose([ref], Context("", self._provinces, self._countries), (near,) if near else ())
        return self._filled(ref, chosen[_key(ref)])

    def _choose(self, refs: Iterable[PlaceRef], context: Context, fixed: Sequence[tuple[float, float]]) -> dict[Key, Mention]:
        chosen: dict[Key, Mention] = {}
        numbers: dict[Key, int] = {}
        spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for ref in refs:
            key = _key(ref)
            if key not in chosen:
                numbers[key] = len(chosen)
                chosen[key] = self._mention(ref, context)
            if ref.start is not None and ref.end is not None and (ref.start, ref.end) not in spans[numbers[key]]:
                spans[numbers[key]].append((ref.start, ref.end))
        rank(list(chosen.values()), ties(context.text, spans), fixed)
        return chosen

    def _mention(self, ref: PlaceRef, context: Context) -> Mention:
        want = wanted(ref)
        options = self._scorer.options(want, context)
        way = None
        found = COMPASS.match(ref.name)
        if found and not any(o.exact for o in options):
            way = found["way"]
            want = wanted(replace(ref, name=found["core"], text=found["core"], level=None if ref.level == "region" else ref.level))
            options = self._scorer.options(want, context)
        if ref.level == "district":
            options = [o for o in options if o.exact or o.place.level == "district"]
        return Mention(want, options, [o.base for o in options], way)

    def _filled(self, ref: PlaceRef, mention: Mention) -> PlaceRef:
        if mention.best is None:
            known = self._gazetteer.matches(ref.name)
            return unplaced(ref, known[0].place if known else None)
        if mention.support < (-AGAINST if mention.best.exact else 0.0 if mention.best.backed else SUPPORT):
            return unplaced(ref, mention.best.place, alike=True)
        rows = zip(mention.options[:KEPT], shares(mention.scores), strict=False)
        candidates = tuple(Candidate(o.place.id, o.place.name, share, o.place.lat, o.place.lon) for o, share in rows)
        if _torn(candidates, SHARE_FLOOR if mention.best.exact else SOUND_SHARE_FLOOR):
            return undecided(ref, candidates)
        word, best = mention.want.hint.word, mention.best
        partial = not best.whole or (word in PARTS and best.place.level in ("town", "district"))
        return filled(ref, best.place, candidates, Reading(mention.want.hint.level, mention.way, word if partial else None))


def _torn(candidates: Sequence[Candidate], floor: float) -> bool:
    """Whether candidates far apart come too close to the first, or its share stays below `floor`, for it to be chosen."""
    first = candidates[0]
    rivals = [c for c in candidates[1:] if c.score > first.score / 2 and (first.score < floor or first.score - c.score < MARGIN)]
    return any(_apart(first, rival) > APART_KM for rival in rivals)


def _apart(one: Candidate | PlaceRef, other: Candidate | PlaceRef) -> float:
    return distance_km(one.lat or 0.0, one.lon or 0.0, other.lat or 0.0, other.lon or 0.0)


def _second(ref: PlaceRef, text: str, named: Sequence[PlaceRef]) -> PlaceRef | None:
    """The name behind "and" in "between A and B"."""
    if ref.end is None:
        return None
    near = [r for r in named if r.start is not None and ref.end < r.start <= ref.end + BETWEEN_CHARS]
    first = min(near, key=lambda r: r.start or 0, default=None)
    return first if first is not None and "and" in text[ref.end : first.start].split() else None


def _in_city(named: PlaceRef, placed: PlaceRef, text: str, cities: Sequence[City]) -> PlaceRef:
    """The reference as placed, or at the city in view where it is a part of a city that is not known there."""
    city = focus(text, named.start, cities) if city_part(text, named) else None
    return in_city(named, city) if city is not None and elsewhere(placed, city) else placed


def _key(ref: PlaceRef) -> Key:
    return fold_name(ref.name), fold_name(ref.text), ref.level, ref.admin
