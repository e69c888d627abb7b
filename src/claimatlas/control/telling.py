"""Which claims bear on who holds a place, and what each of them tells of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

import claimatlas.control.wording as wording
from claimatlas.control.patterns import WHOLE
from claimatlas.ledger.knowledge import NEUTRAL_SIDE, Sides
from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import Claim
from claimatlas.model.names import fold_name

COUNTS = frozenset({"fact", "alleged"})
# of a province only a claim on the whole of it tells who holds it; of a country none does
WIDE, TOO_WIDE = frozenset({"county", "province"}), frozenset({"region", "country"})
# told of two sides
OPPOSED = frozenset({"capture", "assault", "clash", "besiege", "control"})


@dataclass(frozen=True, slots=True)
class Party:
    """Who holds or takes: a side, or (side None) an actor of no known side. `key` is one for one party."""

    key: str
    name: str
    side: str | None = None


def party_of(actors: Iterable[ActorRef], on: date | None, sides: Sides) -> Party | None:
    """The side of the first actor that has one, else the first that the register does not know, as its own party.

    Those who take no side hold nothing, and "terrorists", whom the register knows but gives no side, are nobody in particular.
    """
    stands = [(a, sides.side_of(a.id, a.name, on)) for a in actors]
    fighting = [(a, side) for a, side in stands if side != NEUTRAL_SIDE]
    for _, side in fighting:
        if side:
            return Party(side, sides.side_name(side), side)
    return next((Party(f"actor:{fold_name(a.name)}", a.name) for a, _ in fighting if a.id is None), None)


def guessed(claim: Claim) -> bool:
    """Whether the target stands nowhere in the claim's words: a reader's guess, from who was fought before."""
    return bool(claim.target) and not in_quote(claim)


def in_quote(claim: Claim) -> list[ActorRef]:
    """The targets that the claim's own sentence names."""
    quote = claim.quote
    return [a for a in claim.target if a.start is None or quote.start <= a.start < quote.end]


Told = tuple[str, Party, Party | None]


Foe = Callable[[Party | None], Party | None]


def nobody(party: Party | None) -> Party | None:
    """No enemy is known."""
    return None


def tell(claim: Claim, sides: Sides, foe: Foe = nobody) -> Told | None:
    """Kind, party and who held it before; None where the claim says nothing of who holds the place.

    `foe`: whom a party chiefly fights in the report; of None the side that takes ground in it. They stand for those whom
    the claim's own words leave out.
    """
    place = claim.place
    if place is None or place.level in TOO_WIDE or not wording.plain(claim) or wording.by_fire(claim) or wording.swept(claim):
        return None
    agent, target = (party_of(actors, claim.time.end, sides) for actors in (claim.agent, in_quote(claim) or claim.target))
    target = None if target == agent else target
    agent, target = _with_foe(claim, agent, target, foe)
    if claim.stance == "denied":
        return _denied(claim, agent, target)
    planned = wording.planned(claim)
    if claim.type == "capture" and (claim.stance == "conditional" or planned):
        return _planned(claim, target if planned or in_quote(claim) else None)
    if claim.stance not in COUNTS:
        return None
    if place.level in WIDE and (wording.partial(claim) or (claim.type != "control" and not WHOLE.search(claim.quote.exact))):
        return None
    if wording.beside(claim):
        return _beside(claim, agent, target)
    reader = READERS.get(claim.type)
    return reader(claim, agent, target) if reader else None


def _with_foe(claim: Claim, agent: Party | None, target: Party | None, foe: Foe) -> tuple[Party | None, Party | None]:
    """The parties, with the report's chief enemy for the one that the words leave out."""
    if claim.type in OPPOSED and agent is not None and (target is None or guessed(claim)):
        return agent, foe(agent) or (target if claim.type in ("capture", "clash") else None)
    if claim.type == "capture" and agent is None and target is None and (taker := foe(None)) is not None:
        return taker, foe(taker)
    if claim.type == "repel" and agent is None and target is not None:
        return foe(target), target
    return agent, target


def _denied(claim: Claim, agent: Party | None, target: Party | None) -> Told | None:
    if agent is None or claim.place is None or wording.beside(claim):
        return None
    if claim.type == "assault":
        return ("denies", agent, target) if wording.inside(claim) else None
    kind = {"capture": "denies", "control": "leaves", "withdraw": "named"}.get(claim.type)
    return (kind, agent, target) if kind else None


def _planned(claim: Claim, target: Party | None) -> Told | None:
    """Who plans to take a place does not have it: his enemy does."""
    own = target is not None and target.side is not None and not wording.beside(claim)
    return ("named", target, None) if target and own else None


def _beside(claim: Claim, agent: Party | None, target: Party | None) -> Told | None:
    """What is told of land near a place: only who beat off an attack there, or who is besieged, holds it."""
    party = {"repel": agent, "besiege": agent and target, "assault": target}.get(claim.type)
    relations = ("toward",) if claim.type == "assault" else (None, "near", "toward", "outside")
    near = claim.place is not None and claim.place.relation in relations
    return ("named", party, None) if party and party.side and near else None


def _capture(claim: Claim, agent: Party | None, target: Party | None) -> Told | None:
    if wording.elsewhere(claim):
        return None
    if agent is None:
        return ("leaves", target, None) if target and not guessed(claim) else None
    return ("part" if wording.partial(claim) else "takes"), agent, target


def _control(claim: Claim, agent: Party | None, target: Party | None) -> Told | None:
    if agent is None or wording.of_others(claim):
        return None
    return ("part" if wording.partial(claim) else "holds"), agent, target


def _withdraw(claim: Claim, agent: Party | None, target: Party | None) -> Told | None:
    gone = not (agent is None or wording.only_some(claim) or wording.towards(claim) or wording.partial(claim))
    return ("leaves", agent, None) if agent and gone else None


def _give_up(claim: Claim, agent: Party | None, target: Party | None) -> Told | None:
    """Fighters evacuated or surrendered, told without a number; civilians have no side and hold nothing."""
    party = next((p for p in (agent, target) if p and p.side), None) if claim.type == "evacuate" else agent
    return ("leaves", party, None) if party and party.side and not wording.only_some(claim) else None


def _fight(claim: Claim, agent: Party | None, target: Party | None) -> Told | None:
    if agent and wording.inside(claim):
        return "inside", agent, target
    outside = claim.type == "assault" and not wording.offset(claim)
    return ("named", target, None) if target and target.side and outside else None


def _repel(claim: Claim, agent: Party | None, target: Party | None) -> Told | None:
    return ("named", agent, None) if agent else None


def _besiege(claim: Claim, agent: Party | None, target: Party | None) -> Told | None:
    return ("besieged", target, agent) if agent and target and target.side else None


READERS: dict[str, Callable[[Claim, Party | None, Party | None], Told | None]] = {
    "capture": _capture,
    "control": _control,
    "withdraw": _withdraw,
    "evacuate": _give_up,
    "surrender": _give_up,
    "assault": _fight,
    "clash": _fight,
    "repel": _repel,
    "besiege": _besiege,
}
