"""Who an actor of an event is in the eight types of actors that event data sets use; types as in ACLED's codebook."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import yaml

from claimatlas.model.actor import Actor, ActorRef
from claimatlas.publish.export.countries import countries
from claimatlas.theatres import Theatre

STATE, REBEL, MILITIA, IDENTITY = "State forces", "Rebel group", "Political militia", "Identity militia"
RIOTERS, PROTESTERS, CIVILIANS, EXTERNAL = "Rioters", "Protesters", "Civilians", "External/Other forces"
TYPES = (STATE, REBEL, MILITIA, IDENTITY, RIOTERS, PROTESTERS, CIVILIANS, EXTERNAL)
UNARMED = (RIOTERS, PROTESTERS, CIVILIANS)
STATE_KINDS = ("state", "government", "military", "security", "ministry")
CIVIL_KINDS = ("organisation", "monitor", "media", "agency")
WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Party:
    """An actor with its type. `name`: as tables show it; `known`: whether it is an actor of its own, not "gunmen" or civilians.

    `country`: ISO alpha-2 of the state that it is, acts for or belongs to; `state`: whether it is forces of a state, or of several.
    """

    name: str
    type: str
    id: str | None = None
    country: str | None = None
    state: bool = False
    known: bool = True

    @property
    def armed(self) -> bool:
        """Whether it is an organised armed actor."""
        return self.type not in UNARMED


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """actor_words.yaml."""
    rows = yaml.safe_load((files("claimatlas.publish.export") / "actor_words.yaml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in rows.items()}


def words_of(name: str) -> frozenset[str]:
    """The words of a name, in lower case."""
    return frozenset(WORDS.findall(name.lower()))


class Cast:
    """Tells parties in one country on one date."""

    def __init__(self, theatre: Theatre, country: str, on: date) -> None:
        self._theatre, self._country, self._on = theatre, country, on
        self.where = countries()[country].name if country in countries() else country
        ruling = next((a for a in theatre.actors.values() if a.kind == "government" and a.country == country), None)
        self._ruling = ruling.side(on) if ruling else None

    def party(self, ref: ActorRef) -> Party:
        """The party that a claim names."""
        actor = self._theatre.actors.get(ref.id or "")
        return self._entry(actor, 0) if actor else self._worded(ref.name or ref.text, None)

    def rules(self, party: Party) -> bool:
        """Whether a party is the country's government, or stands on its side."""
        if party.state and party.country == self._country:
            return True
        side = self._theatre.side_of(party.id, "", self._on) if party.id else None
        return self._ruling is not None and side == self._ruling

    def together(self, one: Party, other: Party) -> bool:
        """Whether two parties stand on one side, or on sides that do not fight each other, as far as the register says."""
        if self.rules(one) and self.rules(other):
            return True
        first, second = (self._theatre.side_of(p.id, "", self._on) if p.id else None for p in (one, other))
        return first is not None and second is not None and first != "neutral" and self._theatre.friendly(first, second)

    def names(self, actor: str, words: str) -> bool:
        """Whether words ("ISIS fighters", "members of the army") name an actor of the register."""
        told = words_of(words) - word_lists()["fighters"] - word_lists()["military"] - {"members", "of", "the"}
        return bool(told) and any(told == words_of(n.text) for n in self._theatre.actors[actor].names)

    def civilians(self) -> Party:
        """Civilians of the country."""
        return Party(f"Civilians ({self.where})", CIVILIANS, known=False)

    def protesters(self, violent: bool = False) -> Party:
        """Demonstrators of the country."""
        kind = RIOTERS if violent else PROTESTERS
        return Party(f"{kind} ({self.where})", kind, known=False)

    def military(self) -> Party:
        """Soldiers of whom no force is named: the country's own."""
        return Party(f"Unidentified Military Forces ({self.where})", STATE, None, self._country, state=True, known=False)

    def unidentified(self) -> Party:
        """An armed group that is not named; a political militia by ACLED's rule."""
        return Party(f"Unidentified Armed Group ({self.where})", MILITIA, known=False)

    def _entry(self, actor: Actor, depth: int) -> Party:
        kind, name = actor.kind, actor.name
        if kind in STATE_KINDS:
            home = actor.country == self._country
            return Party(name, STATE if home else EXTERNAL, actor.id, actor.country, state=True)
        if kind == "coalition" and actor.country == self._country:
            return self._group(actor)
        if kind in ("coalition", "international"):
            return Party(name, EXTERNAL, actor.id, actor.country, state=kind == "coalition" and actor.country is None)
        if kind == "person":
            return self._person(actor, depth)
        if kind in CIVIL_KINDS:
            return Party(name, CIVILIANS, actor.id, known=False)
        if kind == "political":
            return Party(name, MILITIA, actor.id, actor.country)
        return self._worded(name, actor) if kind == "collective" else self._group(actor)

    def _group(self, actor: Actor) -> Party:
        """An armed group: one on the side of the country's government supports it, any other opposes it.

        Where the register lists no government of the country, its own groups count as militias and those from elsewhere as rebels.
        """
        side = self._theatre.side_of(actor.id, actor.name, self._on)
        friend = side == self._ruling if self._ruling else actor.country == self._country
        return Party(actor.name, MILITIA if friend else REBEL, actor.id, actor.country)

    def _person(self, actor: Actor, depth: int) -> Party:
        """A person acts for what it belongs to; one who belongs to nothing is a civilian."""
        above = next((self._theatre.actors.get(p.value) for p in actor.parents if p.holds(self._on)), None)
        return self._entry(above, depth + 1) if above and depth < 3 else self.civilians()

    def _worded(self, name: str, actor: Actor | None) -> Party:
        lists, words = word_lists(), words_of(name)
        if words & lists["identity"] and words & lists["fighters"]:
            return Party(name, IDENTITY, actor.id if actor else None, actor.country if actor else None, known=actor is not None)
        if actor is not None and (found := self._sided(actor, words)):
            return found
        for kind, party in (("rioters", self.protesters(True)), ("protesters", self.protesters()), ("civilians", self.civilians())):
            if words & lists[kind] and not words & (lists["fighters"] | lists["military"]):
                return party
        if words & (lists["military"] | lists["police"]) and (actor is not None or name[:1].islower()):
            return self.military()
        if actor is None and name[:1].isupper():
            return Party(name, MILITIA)
        return self.unidentified()

    def _sided(self, actor: Actor, words: frozenset[str]) -> Party | None:
        """A collective that stands on a side: forces of a government, those who support it, or who oppose it."""
        side = self._theatre.side_of(actor.id, actor.name, self._on)
        if side is None or side == "neutral" or (words & word_lists()["civilians"] and not words & word_lists()["fighters"]):
            return None
        if "government" in words and "pro" not in words and actor.country:
            return Party(actor.name, STATE if actor.country == self._country else EXTERNAL, actor.id, actor.country, state=True)
        return Party(actor.name, MILITIA if side == self._ruling else REBEL, actor.id, actor.country)
