"""Which place a claim means: one choice for all mentions of a report together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimatlas.model.actor import Candidate
from claimatlas.model.claim import Claim
from claimatlas.model.names import fold_name
from claimatlas.model.place import PlaceRef, distance_km
from claimatlas.model.report import Report
from claimatlas.resolve.gazetteer import Gazetteer
from claimatlas.resolve.place_context import Context, Provinces
from claimatlas.resolve.place_fill import Reading, filled, in_town, town_of, undecided, unplaced
from claimatlas.resolve.place_kinds import COMPASS, PARTS
from claimatlas.resolve.place_score import Option, Scorer, Wanted, nearness, shares, wanted
from claimatlas.theatres import Theatre

KEPT = 5
SHARE_FLOOR, SOUND_SHARE_FLOOR, MARGIN, APART_KM = 0.4, 0.6, 0.05, 50.0
ROUNDS = 2
Key = tuple[str, str, str | None, tuple[str | None, ...]]


@dataclass(slots=True)
class _Mention:
    """A place as a report names it, its options with their scores as they stand, and the compass word set aside."""

    want: Wanted
    options: list[Option]
    scores: list[float]
    way: str | None = None

    @property
    def best(self) -> Option | None:
        return self.options[0] if self.options else None


class PlaceResolver:
    """Fills the places of claims from a gazetteer; a name that nothing supports stays unresolved and says why."""

    def __init__(self, gazetteer: Gazetteer, theatre: Theatre) -> None:
        self._gazetteer = gazetteer
        self._provinces = Provinces(theatre.provinces)
        self._scorer = Scorer(gazetteer, theatre, self._provinces)

    def resolve(self, report: Report, claims: Sequence[Claim]) -> list[Claim]:
        """The claims of one report with their places chosen together; claims without a place pass through."""
        placed = iter(self.places(report.text, [c.place for c in claims if c.place is not None]))
        return [replace(c, place=next(placed)) if c.place is not None else c for c in claims]

    def places(self, text: str, refs: Sequence[PlaceRef]) -> list[PlaceRef]:
        """The references of one report, whose text is given, with their places chosen together."""
        wanted = {_key(r): r for r in refs}
        wanted |= {_key(t): t for r in refs if (t := town_of(r)) is not None}
        chosen = self._choose(wanted, Context(text, self._provinces), ())
        return [self._placed(r, chosen) for r in refs]

    def _placed(self, ref: PlaceRef, chosen: dict[Key, _Mention]) -> PlaceRef:
        """The place itself, else the town that the text puts it in."""
        own, town = self._filled(ref, chosen[_key(ref)]), town_of(ref)
        if own.id is not None or town is None:
            return own
        return in_town(own, self._filled(town, chosen[_key(town)]))

    def resolve_name(self, name: str, near: tuple[float, float] | None = None) -> PlaceRef:
        """The place of a name standing alone; `near` (lat, lon in degrees) settles homonyms."""
        ref = PlaceRef(name, name)
        chosen = self._choose({_key(ref): ref}, Context("", self._provinces), (near,) if near else ())
        return self._filled(ref, chosen[_key(ref)])

    def _choose(self, refs: dict[Key, PlaceRef], context: Context, fixed: Sequence[tuple[float, float]]) -> dict[Key, _Mention]:
        mentions = {key: self._mention(ref, context) for key, ref in refs.items()}
        for _ in range(ROUNDS):
            points = {key: _point(m) for key, m in mentions.items()}
            for mention in mentions.values():
                name = fold_name(mention.want.core)
                others = [p for k, p in points.items() if p and fold_name(mentions[k].want.core) != name]
                _rank(mention, [*others, *fixed])
        return mentions

    def _mention(self, ref: PlaceRef, context: Context) -> _Mention:
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
        return _Mention(want, options, [o.base for o in options], way)

    def _filled(self, ref: PlaceRef, mention: _Mention) -> PlaceRef:
        if mention.best is None:
            known = self._gazetteer.matches(ref.name)
            return unplaced(ref, known[0].place if known else None)
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


def _apart(one: Candidate, other: Candidate) -> float:
    return distance_km(one.lat or 0.0, one.lon or 0.0, other.lat or 0.0, other.lon or 0.0)


def _key(ref: PlaceRef) -> Key:
    return fold_name(ref.name), fold_name(ref.text), ref.level, ref.admin


def _point(mention: _Mention) -> tuple[float, float] | None:
    """Where a mention is held to lie, for its neighbours' sake; countries and regions say too little."""
    best = mention.best
    if best is None or best.place.level in ("country", "region", "province"):
        return None
    return best.place.lat, best.place.lon


def _rank(mention: _Mention, others: Sequence[tuple[float, float]]) -> None:
    rows = [(o.base + nearness(o.place, others), o) for o in mention.options]
    rows.sort(key=lambda r: (-r[0], r[1].place.id))
    mention.options, mention.scores = [o for _, o in rows], [s for s, _ in rows]
