"""The state of a place between two pieces of evidence."""

from dataclasses import dataclass, field, replace
from datetime import date

from claimatlas.control.evidence import Evidence
from claimatlas.control.telling import Party
from claimatlas.ledger.knowledge import Sides
from claimatlas.model.hold import Share

# a passing word ("X-held") or an attack tells who holds a place for so many days; what is told outright stands until changed
LOOSE_STANDS_DAYS = 42


@dataclass(frozen=True, slots=True)
class State:
    """Who holds a place from `at` on. `parties`: the holder, or those who fight over it, the one with the `share` first.

    `since`: when this state of affairs began, None when before all evidence. `because`: claim ids in the order told;
    `rivals`: other parties named, with their claims; `last`: day of the latest claim for it;
    `weak`: rests on nothing but being named in passing; `loose`: on nothing but passing words and attacks.
    """

    at: date
    status: str = "unknown"
    parties: tuple[Party, ...] = ()
    since: date | None = None
    last: date | None = None
    because: tuple[str, ...] = ()
    rivals: tuple[tuple[Party, tuple[str, ...]], ...] = ()
    share: Share | None = None
    why: str | None = None
    told: dict[str, tuple[str, ...]] = field(default_factory=dict)
    weak: bool = False
    loose: bool = False

    @property
    def holder(self) -> Party | None:
        """The one party that holds or claims the place, or None."""
        return self.parties[0] if self.status in ("held", "claimed") else None


def run_out(state: State, on: date) -> bool:
    """Whether by the date nothing stands of a state that rests on passing words and attacks alone."""
    return state.holder is not None and state.loose and state.last is not None and (on - state.last).days > LOOSE_STANDS_DAYS


def added(ids: tuple[str, ...], new: str) -> tuple[str, ...]:
    """The ids with one more, once."""
    return ids if new in ids else (*ids, new)


def told_with(state: State, evidence: Evidence) -> dict[str, tuple[str, ...]]:
    """Claim ids by party, with the evidence's own."""
    key = evidence.party.key
    return {**state.told, key: added(state.told.get(key, ()), evidence.claim_id)}


def independent(evidence: Evidence, sides: Sides) -> bool:
    """Whether more than the holder's own side tells it: a voice of no known side, a neutral one, or another side's."""
    voice, side = evidence.heard.voice, evidence.party.side
    return voice.side is None or side is None or not sides.friendly(voice.side, side)


def hostile(one: Party, other: Party, sides: Sides) -> bool:
    """Whether two parties are two and not friends."""
    return one.key != other.key and not (one.side and other.side and sides.friendly(one.side, other.side))


def supported(state: State, evidence: Evidence) -> State:
    """The same state with one more claim for it."""
    return replace(
        state,
        at=evidence.on,
        last=evidence.on,
        because=added(state.because, evidence.claim_id),
        told=told_with(state, evidence),
        loose=state.loose and evidence.loose,
    )


def with_rival(state: State, party: Party, claim_id: str) -> State:
    """The same state with a claim that names another party."""
    rivals = dict(state.rivals)
    rivals[party] = added(rivals.get(party, ()), claim_id)
    return replace(state, rivals=tuple(rivals.items()))


def held_by(state: State, evidence: Evidence, sides: Sides, status: str) -> State:
    """The party holds the place from now on; who held it before and told so is kept as a rival of a mere claim."""
    before = tuple((p, state.told.get(p.key, ())) for p in state.parties if hostile(p, evidence.party, sides))
    rivals = tuple(r for r in before if r[1]) if status == "claimed" or evidence.kind != "takes" else ()
    return State(
        at=evidence.on,
        status=status,
        parties=(evidence.party,),
        since=evidence.on,
        last=evidence.on,
        because=(evidence.claim_id,),
        rivals=rivals,
        told=told_with(replace(state, told={}), evidence),
        weak=evidence.kind == "named" and evidence.loose,
        loose=evidence.loose,
    )
