"""Codes of ACLED's codebook (the edition without numbers, as on its site since the inter columns hold words, 2024): events."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimatlas.model.claim import Claim
from claimatlas.model.codebook import codebook
from claimatlas.model.event import Event
from claimatlas.publish.export.parties import CIVILIANS, EXTERNAL, TYPES, Cast, Party, words_of

BATTLES, REMOTE, VAC = "Battles", "Explosions/Remote violence", "Violence against civilians"
STRATEGIC, PROTESTS, RIOTS = "Strategic developments", "Protests", "Riots"
DEMONSTRATIONS = {"Protest with intervention", "Peaceful protest", "Violent demonstration"}
TARGETING = "Civilian targeting"
"""The column's value in ACLED's data files; the codebook's table writes it "Civilians targeted"."""
NO_SINGLE_EVENT = ("toll",)


@dataclass(frozen=True, slots=True)
class Coded:
    """An event's codes."""

    event_type: str
    sub_event_type: str

    @property
    def disorder(self) -> str:
        """The disorder type, by the codebook's table 2."""
        if self.sub_event_type == "Excessive force against protesters":
            return "Political violence; Demonstrations"
        if self.event_type == STRATEGIC:
            return STRATEGIC
        return "Demonstrations" if self.sub_event_type in DEMONSTRATIONS else "Political violence"


@dataclass(frozen=True, slots=True)
class Told:
    """What decides between two codes: the event, its accounts, who acts and who is hit (None: not told)."""

    event: Event
    claims: Sequence[Claim]
    actor: Party | None
    hit: Party | None
    cast: Cast

    def says(self, *words: str) -> bool:
        """Whether an account's quote has one of these words."""
        return any(words_of(c.quote.exact) & set(words) for c in self.claims)


def coded(told: Told) -> Coded | None:
    """The event type and sub-event type; None for what ACLED does not record (threats, talks of who holds what, tolls)."""
    found = codebook().types[told.event.type].acled
    if found is None:
        return None
    types, subs = (part.split(" | ") for part in found)
    if len(subs) == 1:
        return Coded(types[0], subs[0])
    first = _first(told)
    if told.event.type == "capture" and first is None:
        return Coded(BATTLES, "Armed clash")
    pick = 0 if first else 1
    return Coded(types[min(pick, len(types) - 1)], subs[pick])


def _first(told: Told) -> bool | None:
    """Whether the first of two codes fits; None where nothing tells."""
    event, hit = told.event, told.hit
    match event.type:
        case "capture":
            return _government_takes(told)
        case "small_arms":
            return hit is not None and hit.armed
        case "downing":
            return not told.says("drone", "drones", "missile", "missiles") and hit is not None and hit.armed
        case "abuse":
            return told.says("rape", "raped", "sexual", "sexually", "raping")
        case "withdraw":
            return hit is not None and event.place is not None
        case "deploy":
            return told.says("establish", "established", "built", "opened", "set") and told.says("base", "bases", "headquarters", "camp")
        case _:
            return not told.says("riot", "riots", "rioted", "rioters")


def _government_takes(told: Told) -> bool | None:
    """Whether the country's government or those on its side take a place; by who loses it where only that is told."""
    if told.actor is not None and told.actor.known:
        return told.cast.rules(told.actor)
    if told.hit is not None and told.hit.known and told.cast.rules(told.hit):
        return False
    return None


def interaction(one: Party, other: Party | None) -> str:
    """The interaction column: the lower of the two codes first, but external forces before civilians, as the codebook's table 3."""
    if other is None:
        return f"{one.type} only"
    first, second = sorted((one.type, other.type), key=TYPES.index)
    return f"{second}-{first}" if (first, second) == (CIVILIANS, EXTERNAL) else f"{first}-{second}"


def targeting(code: Coded, hit: Party | None) -> str:
    """The civilian targeting column."""
    civil = hit is not None and hit.type == CIVILIANS and code.event_type in (REMOTE, RIOTS)
    return TARGETING if civil or code.event_type == VAC or code.sub_event_type == "Excessive force against protesters" else ""
