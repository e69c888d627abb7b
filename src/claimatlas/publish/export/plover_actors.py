"""Actors as PLOVER has them: a country or another code, a sector, and who exactly it is."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import yaml

from claimatlas.model.actor import Actor, ActorRef
from claimatlas.model.claim import SourceRef
from claimatlas.publish.export.country_codes import alpha3
from claimatlas.theatres import Theatre

DEPTH = 4


@cache
def rules() -> dict[str, Any]:
    """plover.yaml."""
    told: dict[str, Any] = yaml.safe_load((files("claimatlas.publish.export") / "plover.yaml").read_text(encoding="utf-8"))
    return told


def has_word(text: str, words: Collection[str]) -> bool:
    """Whether one of the words stands in a text as a whole word, in any case."""
    folded = " ".join(["", *re.findall(r"[\w-]+", text.lower()), ""])
    return any(f" {word} " in folded for word in words)


@dataclass(frozen=True)
class Sectors:
    """Codes of the actors of one theatre."""

    theatre: Theatre

    @cached_property
    def _of_states(self) -> dict[str, frozenset[str]]:
        """By country the sides on which its own military stands."""
        found: dict[str, set[str]] = {}
        for actor in self.theatre.actors.values():
            if actor.kind == "military" and actor.country:
                found.setdefault(actor.country, set()).update(side.value for side in actor.sides)
        return {country: frozenset(sides) for country, sides in found.items()}

    def record(self, ref: ActorRef | SourceRef, on: date | None) -> dict[str, Any]:
        """The actor object of PLOVER, with the span of its words; codes are None where nothing tells them."""
        actor = self.theatre.actors.get(ref.id or "")
        return {
            "code": self._code(actor, on),
            "sector": self._sector(actor, on) if actor else _by_words(ref.name),
            "actor_text": ref.text,
            "identifier_id": ref.id,
            "identifier_text": ref.name,
            "office": actor.role if actor else None,
            "side": self.theatre.side_of(ref.id, ref.name, on) if actor else None,
            "start": ref.start,
            "end": ref.end,
        }

    def _code(self, actor: Actor | None, on: date | None, depth: int = 0) -> str | None:
        if actor is None or depth > DEPTH:
            return None
        if actor.country:
            return alpha3(actor.country)
        if actor.kind in ("international", "coalition"):
            return "IGO"
        if actor.kind in ("armed_group", "operations_room", "security"):
            return "IMG"
        if actor.kind in ("organisation", "monitor"):
            return "NGO"
        return next((code for p in self._parents(actor, on) if (code := self._code(p, on, depth + 1))), None)

    def _sector(self, actor: Actor, on: date | None, depth: int = 0) -> str | None:
        table = rules()
        if actor.kind in table["forces"]:
            return self._force(actor, on)
        if actor.kind in table["parties"]:
            return self._party(actor, on)
        if actor.kind in ("agency", "security") and has_word(actor.name, table["words"]["SPY"]):
            return "SPY"
        if actor.kind == "person":
            parents = self._parents(actor, on) if depth <= DEPTH else []
            return next((s for p in parents if (s := self._sector(p, on, depth + 1))), None)
        if actor.kind == "collective":
            return _by_words(actor.name) or self._force(actor, on)
        found: str | None = table["kinds"].get(actor.kind)
        return found

    def _parents(self, actor: Actor, on: date | None) -> list[Actor]:
        return [self.theatre.actors[p.value] for p in actor.parents if p.holds(on) and p.value in self.theatre.actors]

    def _with_state(self, actor: Actor, side: str) -> bool:
        own = (actor.country, *self.theatre.countries)
        return any(side in self._of_states.get(c or "", ()) for c in own)

    def _force(self, actor: Actor, on: date | None) -> str | None:
        """MIL for states together, PRM beside a state of the war or its own, REB against it, UAF where no side is known."""
        side = self.theatre.side_of(actor.id, "", on)
        if actor.kind == "coalition" and not actor.country:
            return "MIL"
        if side is None or side == "neutral":
            return "UAF" if actor.kind != "collective" else None
        return "PRM" if self._with_state(actor, side) else "REB"

    def _party(self, actor: Actor, on: date | None) -> str:
        side = self.theatre.side_of(actor.id, "", on)
        if side is None or side == "neutral":
            return "PTY"
        return "GOV" if self._with_state(actor, side) else "OPP"


def _by_words(name: str) -> str | None:
    return next((sector for sector, words in rules()["words"].items() if has_word(name, words)), None)
