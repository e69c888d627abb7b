"""Mentions: spans of one passage that name an actor or a place, before anything is chosen."""

from dataclasses import dataclass, field

from claimatlas.model.passage import Passage

NAMED, COLLECTIVE, PERSON, NEW, DESCRIPTION, PRONOUN = "named", "collective", "person", "new", "description", "pronoun"


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Tokens first..last name an actor; `root` is the token that ties the span to the sentence.

    `sort`: named, collective, person, new (an unknown group), description ("the group") or pronoun.
    `id` and `name` are the register's, best guess at the report's date; a description's are its antecedent's once found.
    """

    first: int
    last: int
    root: int
    sort: str
    name: str
    start: int
    end: int
    text: str
    id: str | None = None
    kind: str = "armed_group"
    armed: bool = True


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Tokens first..last name a place; `name` is without kind words. `hint`: level told by a kind word, or None.

    `known`: whether a gazetteer knows the name. `wide`: a country or region; `abroad`: outside the theatre and its neighbours.
    """

    first: int
    last: int
    root: int
    name: str
    start: int
    end: int
    text: str
    hint: str | None = None
    relation: str | None = None
    part: str | None = None
    known: bool = True
    province: str | None = None
    town: str | None = None
    antecedent: bool = False
    wide: bool = False
    abroad: bool = False


@dataclass(slots=True)
class Scene:
    """One passage with all that was spotted in it; `owner` maps a token index to the actor mention that covers it."""

    passage: Passage
    actors: list[ActorMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    owner: dict[int, ActorMention] = field(default_factory=dict)
    where: dict[int, PlaceMention] = field(default_factory=dict)

    def index(self) -> None:
        """Rebuild the maps from token to mention."""
        self.owner = {i: m for m in self.actors for i in range(m.first, m.last + 1)}
        self.where = {i: m for m in self.places for i in range(m.first, m.last + 1)}
