"""A theatre of war as data: its actors, sides, speakers and places, with the questions that rooms ask of them."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from claimatlas.model.actor import Actor
from claimatlas.model.names import fold_name
from claimatlas.model.place import Place
from claimatlas.model.time import in_force
from claimatlas.theatres.words import Words

PUBLISHING = frozenset({"agency", "media", "monitor"})
"""Kinds of actors that put out reports, also where the list of outlets does not name them."""


@dataclass(frozen=True, slots=True)
class Side:
    """A side that can hold land: `name` as shown, a neutral colour, and the sides that it does not fight.

    `seldom`: sides that it fights so seldom that a reader must not guess them for an enemy who is not named.
    """

    id: str
    name: str
    color: str
    friends: tuple[str, ...] = ()
    seldom: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Descriptor:
    """How reports name a speaker without a name ("pro-government sources")."""

    text: str
    name: str
    kind: str = "anonymous"
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """What is known of a publisher: the agencies it republishes and whom it speaks for."""

    actor: str
    wire: bool = False
    copies: tuple[str, ...] = ()
    speaks_for: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedActor:
    """An entry of the name index: a folded spelling, the actor, when it is valid, and whether case must match."""

    actor: str
    text: str
    valid_from: date | None
    valid_to: date | None
    exact: bool = False

    def valid(self, on: date | None) -> bool:
        """Whether the spelling is in use on a date (None: ever)."""
        return in_force(self.valid_from, self.valid_to, on)


@dataclass(frozen=True)
class Theatre:
    """All knowledge of one theatre. `bounds`: west, south, east, north in degrees; `index`: folded spelling to entries."""

    id: str
    name: str
    countries: tuple[str, ...]
    neighbours: tuple[str, ...]
    bounds: tuple[float, float, float, float]
    actors: dict[str, Actor]
    sides: dict[str, Side]
    descriptors: tuple[Descriptor, ...]
    outlets: dict[str, Outlet]
    places: tuple[Place, ...]
    provinces: tuple[Place, ...]
    index: dict[str, tuple[NamedActor, ...]] = field(repr=False)
    generic: dict[str, dict[str, str]] = field(default_factory=dict)
    wars: dict[str, date] = field(default_factory=dict)
    words: Words = field(default_factory=Words)

    def named(self, text: str, on: date | None = None) -> list[Actor]:
        """Actors that a spelling names, those valid at the date first; [] when it names none."""
        entries = [e for e in self.index.get(fold_name(text), ()) if not e.exact or e.text == text.strip()]
        entries.sort(key=lambda e: not e.valid(on))
        return [self.actors[e.actor] for e in entries]

    def side_of(self, actor_id: str | None, name: str = "", on: date | None = None) -> str | None:
        """Side id of an actor at a date, from its own entry or its parents'; None where nothing says."""
        actor = self.actors.get(actor_id or "")
        if actor is None:
            found = self.named(name, on) if name else []
            if not found:
                return None
            actor = found[0]
        return self._side(actor, on, 0)

    def _side(self, actor: Actor, on: date | None, depth: int) -> str | None:
        own = actor.side(on)
        if own or depth > 4:
            return own
        for link in actor.parents:
            parent = self.actors.get(link.value)
            if parent and link.holds(on) and (side := self._side(parent, on, depth + 1)):
                return side
        return None

    def belongs_to(self, actor_id: str | None, name: str = "", on: date | None = None) -> frozenset[str]:
        """Ids of an actor and of all that it belongs to at a date; empty where the register does not know it."""
        found = [self.actors[actor_id]] if actor_id in self.actors else self.named(name, on)[:1] if name else []
        known: set[str] = set()
        while found:
            actor = found.pop()
            if actor.id not in known:
                known.add(actor.id)
                found += [self.actors[link.value] for link in actor.parents if link.holds(on) and link.value in self.actors]
        return frozenset(known)

    @cached_property
    def _name_words(self) -> frozenset[str]:
        provinces = {w for p in self.provinces for n in (p.name, *p.names) for w in fold_name(n).split()}
        return frozenset(provinces | {w for spelling in self.index for w in spelling.split()})

    def common_name(self, word: str) -> bool:
        """Whether a folded word is one of the names of the register's actors or of the theatre's provinces."""
        return word in self._name_words

    def friendly(self, one: str, other: str) -> bool:
        """Whether two sides are the same or do not fight each other."""
        if one == other:
            return True
        a, b = self.sides.get(one), self.sides.get(other)
        return bool((a and other in a.friends) or (b and one in b.friends))

    def likely_enemies(self, one: str, other: str) -> bool:
        """Whether one side may be taken for the unnamed enemy of another."""
        seldom = any(b in self.sides[a].seldom for a, b in ((one, other), (other, one)) if a in self.sides)
        return not seldom and not self.friendly(one, other)

    def side_name(self, side: str) -> str:
        """The name under which a side is shown."""
        return self.sides[side].name if side in self.sides else side

    def outlet(self, publisher: str | None) -> Actor | None:
        """The register's entry of a publisher named by code, name or domain."""
        if not publisher:
            return None
        wanted = publisher.strip().lower()
        for outlet in self.outlets.values():
            if wanted == outlet.actor or wanted in outlet.domains:
                return self.actors[outlet.actor]
        found = [a for a in self.named(publisher) if a.id in self.outlets or a.kind in PUBLISHING]
        return found[0] if found else None

    def publishers(self) -> list[tuple[str, str]]:
        """(spelling or domain, canonical name) of every outlet, for recognising a report's publisher."""
        pairs = []
        for outlet in self.outlets.values():
            actor = self.actors[outlet.actor]
            pairs += [(n.text, actor.name) for n in actor.names] + [(actor.name, actor.name)] + [(d, actor.name) for d in outlet.domains]
        return sorted(set(pairs))
