"""The actors and places that a report has named so far, with the number of their passage, newest last."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from claimatlas.extract.mention import COLLECTIVE, NAMED, NEW, PERSON, ActorMention, PlaceMention, Scene
from claimatlas.theatres import Theatre

LOOK_BACK = 3
FIGHTERS = {"armed_group", "military", "coalition", "collective", "government", "security", "operations_room"}
DEFINITE = {"the", "this", "that", "these", "those", "both"}
OWN_NAMES = {NAMED, NEW, PERSON, COLLECTIVE}


@dataclass(slots=True)
class Past:
    """Mentions seen in the passages before; `on` is the report's date."""

    theatre: Theatre
    on: date | None
    actors: list[tuple[int, ActorMention]] = field(default_factory=list)
    places: list[tuple[int, PlaceMention]] = field(default_factory=list)
    cast: tuple[ActorMention, ...] = ()
    """Who is named anywhere in the report, later passages included."""

    def foresee(self, scenes: Iterable[Scene]) -> None:
        """Take in whom the whole report names, so that "a monitor said" can mean the one that the next sentence names."""
        self.cast = tuple(m for scene in scenes for m in scene.actors if m.sort == NAMED)

    def remember(self, scene: Scene) -> None:
        """Take in what a passage names itself."""
        number = scene.passage.number
        self.actors += [(number, m) for m in scene.actors if m.sort in OWN_NAMES]
        self.places += [(number, m) for m in scene.places]

    def actors_since(self, number: int, back: int = LOOK_BACK) -> list[ActorMention]:
        """Actors named in at most `back` passages before the given one."""
        return [m for n, m in self.actors if number - n <= back]

    def places_since(self, number: int) -> list[PlaceMention]:
        """Places named in the few passages before the given one."""
        return [m for n, m in self.places if number - n <= LOOK_BACK]

    def side(self, m: ActorMention) -> str | None:
        """Side of a mention at the report's date."""
        return self.theatre.side_of(m.id, m.name, self.on)

    def hostile(self, scene: Scene, to: list[ActorMention], known: list[ActorMention], here_only: bool = False) -> ActorMention | None:
        """The nearest fighting actor, in this sentence or those before, whose side fights the given actors' side."""
        sides = {s for m in to if (s := self.side(m))}
        if not sides:
            return None
        here = [m for m in scene.actors if m not in to and m not in known and self._fights(m, sides)]
        if here or here_only:
            return here[0] if here else None
        number = scene.passage.number
        near = [m for n, m in self.actors if n < number <= n + LOOK_BACK * 2 and m not in known and self._fights(m, sides)]
        told = Counter(m.id or m.name for _, m in self.actors)
        return max(reversed(near), key=lambda m: told[m.id or m.name], default=None)

    def _fights(self, m: ActorMention, sides: set[str]) -> bool:
        """Whether an actor's side fights all of the given sides."""
        side = self.side(m) if m.armed and m.kind in FIGHTERS else None
        return bool(side) and side != "neutral" and all(self.theatre.likely_enemies(str(side), s) for s in sides)
