"""Many lists of places made one: entries for the same place meet, the theatre's word wins, provinces are filled in."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from claimatlas.model.names import fold_name
from claimatlas.model.place import Place, distance_km

VOTE_KM, NEIGHBOUR_KM = 10.0, 25.0
PREFIXES = ("geonames:", "wof:", "pcode:", "wikidata:")
# levels whose namesakes within so many km are one place; sites and areas are never joined by name
SAME_KM = {"town": ("town", 5.0), "district": ("town", 5.0), "province": ("province", 120.0), "county": ("county", 40.0)}


def spellings(place: Place) -> tuple[str, ...]:
    """The names of a place, canonical first, without the ids that stand among them."""
    return tuple(dict.fromkeys((place.name, *(n for n in place.names if not n.startswith(PREFIXES)))))


def other_ids(place: Place) -> tuple[str, ...]:
    """Ids of the same place in other lists, which stand among its names."""
    return tuple(n for n in place.names if n.startswith(PREFIXES))


class Merger:
    """Takes lists in order of falling authority; a later entry for a known place only adds spellings, population, ids."""

    def __init__(self) -> None:
        self.places: list[Place] = []
        self._by_id: dict[str, int] = {}
        self._by_name: dict[tuple[str, str], list[int]] = defaultdict(list)

    def add(self, place: Place) -> int:
        """Index of the entry that holds the place now, new or known."""
        at = self._known(place)
        if at is None:
            at = len(self.places)
            self.places.append(place)
        else:
            self.places[at] = _union(self.places[at], place)
        for key in (place.id, *other_ids(place)):
            self._by_id.setdefault(key, at)
        for folded in {fold_name(n) for n in spellings(place)}:
            if at not in (rows := self._by_name[place.country, folded]):
                rows.append(at)
        return at

    def _known(self, place: Place) -> int | None:
        for key in (place.id, *other_ids(place)):
            if key in self._by_id:
                return self._by_id[key]
        group, reach = SAME_KM.get(place.level, ("", 0.0))
        if not group:
            return None
        for folded in dict.fromkeys(fold_name(n) for n in spellings(place)):
            for at in self._by_name.get((place.country, folded), ()):
                known = self.places[at]
                if SAME_KM.get(known.level, ("",))[0] == group and distance_km(known.lat, known.lon, place.lat, place.lon) <= reach:
                    return at
        return None


def _union(known: Place, more: Place) -> Place:
    names = dict.fromkeys((*known.names, *spellings(more), *other_ids(more), more.id))
    names.pop(known.id, None)
    return replace(
        known,
        names=tuple(names),
        population=max(known.population, more.population),
        admin=known.admin if len(known.admin) > 1 else more.admin,
        kind="capital" if more.kind == "capital" and known.level == "town" else known.kind,
    )


class ProvinceVotes:
    """Which province a division code of the city list stands for, by vote of the theatre's places near its cities."""

    def __init__(self, placed: Iterable[Place]) -> None:
        self._cells: dict[tuple[int, int], list[Place]] = defaultdict(list)
        for place in placed:
            if len(place.admin) > 1 and place.admin[1]:
                self._cells[_cell(place)].append(place)
        self._votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)

    def vote(self, place: Place, code: str) -> None:
        """Let the nearest placed neighbour within 10 km speak for the division."""
        nearest = self.nearest(place, VOTE_KM)
        if nearest:
            self._votes[place.country, code][nearest] += 1

    def nearest(self, place: Place, km: float = NEIGHBOUR_KM) -> str | None:
        """The province of the nearest placed neighbour within `km` (at most 25), or None."""
        row, col = _cell(place)
        close = [n for r in (row - 1, row, row + 1) for c in (col - 1, col, col + 1) for n in self._cells.get((r, c), ())]
        near = [(distance_km(place.lat, place.lon, n.lat, n.lon), str(n.admin[1])) for n in close if n.country == place.country]
        return min(near)[1] if near and min(near)[0] <= km else None

    def province(self, country: str, code: str) -> str | None:
        """The province's name, or None where nobody voted."""
        votes = self._votes.get((country, code))
        return min(votes.items(), key=lambda v: (-v[1], v[0]))[0] if votes else None


def _cell(place: Place) -> tuple[int, int]:
    return int(place.lat // 0.25), int(place.lon // 0.25)


def with_province(place: Place, province: str | None) -> Place:
    """The place with its province where it had none."""
    if province is None or len(place.admin) > 1:
        return place
    return replace(place, admin=(place.country, province))
