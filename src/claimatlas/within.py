"""Whether a place told of lies in one that a caller names: the place itself, a district of the town, a town of the province."""

from claimatlas.model.names import fold_name, sound_key
from claimatlas.model.place import Place, PlaceRef
from claimatlas.resolve.gazetteer import Gazetteer
from claimatlas.resolve.place import PlaceResolver
from claimatlas.theatres import Theatre

WIDE = {"country": 1, "province": 2, "county": 3}
"""Levels of which the gazetteer knows what lies inside, with how many names of (country, province, district) tell it."""


class Within:
    """A place by name (any spelling) or id. `known`: whether the gazetteer has it; else only places told of by that name fit."""

    def __init__(self, name: str, gazetteer: Gazetteer, theatre: Theatre) -> None:
        self._gazetteer, self._sound = gazetteer, sound_key(name)
        self._place = gazetteer.get(name) or _named(name, gazetteer, theatre)
        self.known = self._place is not None
        self._depth = WIDE.get(self._place.level, 0) if self._place else 0
        self._admin = tuple(fold_name(a or "") for a in self._place.admin[: self._depth]) if self._place else ()

    def holds(self, place: PlaceRef | None) -> bool:
        """Whether a place is the one asked for or inside it; a place that is known only more widely is not."""
        if place is None:
            return False
        if self._place is not None and place.id == self._place.id:
            return True
        if self._depth and len(self._admin) == self._depth:
            return tuple(fold_name(a or "") for a in place.admin[: self._depth]) == self._admin
        if self._sound in (sound_key(place.name), sound_key(place.text)) and place.level not in WIDE:
            return True
        return self._place is not None and self._part_of(place)

    def _part_of(self, place: PlaceRef) -> bool:
        entry = self._gazetteer.get(place.id) if place.id else None
        return entry is not None and self._place is not None and entry.part_of == self._place.id


def _named(name: str, gazetteer: Gazetteer, theatre: Theatre) -> Place | None:
    found = PlaceResolver(gazetteer, theatre).resolve_name(name)
    return gazetteer.get(found.id) if found.id else None
