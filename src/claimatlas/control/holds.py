"""The answers: who held a place on a date, as known then, and the same for every place told of."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claimatlas.control.evidence import Evidence, evidence_of
from claimatlas.control.inside import by_place, find_key, of_part, place_key, town_of, with_districts
from claimatlas.control.state import State, run_out
from claimatlas.control.telling import WIDE, Party
from claimatlas.control.timeline import timeline
from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.verdicts import judged_claims, judged_reports, verdicts
from claimatlas.model.claim import Claim
from claimatlas.model.hold import HeldPlace, Hold, Holder, Rival
from claimatlas.model.judgement import Judgement
from claimatlas.model.place import PlaceRef
from claimatlas.model.report import Report

NO_EVIDENCE = "no claim tells who holds it"
NO_EVIDENCE_YET = "no claim tells who held it by then"
RUN_OUT = "only passing words or attacks tell of a holder, the last of them {days} days before: {name}"


class Land:
    """What the log says of all places; build it once to ask many questions of it. `known` as in `build_view`."""

    def __init__(
        self,
        claims: Sequence[Claim],
        reports: Sequence[Report],
        sides: Sides,
        judgements: Sequence[Judgement] = (),
        known: date | None = None,
    ) -> None:
        said = verdicts(judgements)
        stand = [r for r in judged_reports(reports, said) if known is None or (r.published is not None and r.published <= known)]
        ids = {r.id for r in stand}
        kept = [c for c in judged_claims(claims, said) if c.report_id in ids]
        self._sides, self._known, self._corrected = sides, known, said.corrected
        self._places = by_place(evidence_of(kept, stand, sides))
        self._timelines: dict[str, list[State]] = {}

    def hold(self, place: PlaceRef, on: date) -> Hold:
        """Who held the place on the date; status unknown, with `why`, where nothing tells.

        A contested place has no holder: the rivals are those who fight over it, the one whom `share` is of first.
        """
        key = find_key(place, self._places)
        state = (self._part(key, place.part, on) or self._state(key, on)) if key else None
        if state is None and (town := town_of(place, self._places)) is not None:
            whole = self._state(place_key(town), on)
            state = whole if whole and whole.status == "held" else None
        why = NO_EVIDENCE_YET if key else NO_EVIDENCE
        return answer(place, on, self._known, state, why)

    def _part(self, key: str, part: str | None, on: date) -> State | None:
        """The state of a part of a place that evidence tells of by the same words; None where it tells of no such part."""
        own = of_part(self._places[key], part) if part else []
        states = timeline(own, self._sides, self._corrected) if own else []
        return next((s for s in reversed(states) if s.at <= on), None)

    def all_holds(self, on: date) -> list[Hold]:
        """The hold of every place that evidence tells of, each once, by place id.

        Left out: places with no position, provinces and counties, and places of which nothing is known on the date.
        """
        return [hold for _, hold in self.placed(on) if hold.status != "unknown"]

    def placed(self, on: date) -> list[tuple[PlaceRef, Hold]]:
        """Every place with a position that evidence tells of, with its hold, unknown ones too, by place id; none wider than an area."""
        told = [found[0].place for found in self._places.values()]
        return [(p, self.hold(replace(p, part=None), on)) for p in told if p.lat is not None and p.level not in WIDE]

    def states(self, place: PlaceRef) -> list[State]:
        """The states of a place over time, oldest first; [] without evidence."""
        key = find_key(place, self._places)
        return self._timeline(key) if key else []

    def evidence(self, place: PlaceRef) -> list[Evidence]:
        """The evidence on a place, in order."""
        return self._places.get(find_key(place, self._places) or "", [])

    def _state(self, key: str, on: date) -> State | None:
        return next((s for s in reversed(self._timeline(key)) if s.at <= on), None)

    def _timeline(self, key: str) -> list[State]:
        if key not in self._timelines:
            own = self._places[key]
            self._timelines[key] = timeline(with_districts(own, own[0].place, self._places), self._sides, self._corrected)
        return self._timelines[key]


def answer(place: PlaceRef, on: date, known: date | None, state: State | None, why: str) -> Hold:
    """A state of a place as the answer to a question."""
    asked = HeldPlace(place.name, place.id, place.lat, place.lon)
    if state is None:
        return Hold(asked, on, known, why=why)
    if run_out(state, on):
        return _run_out(asked, on, known, state)
    rivals = [Rival(_holder(p), ids) for p, ids in state.rivals if p not in state.parties]
    if state.status == "contested":
        rivals = [Rival(_holder(p), state.told.get(p.key, ())) for p in state.parties] + rivals
    return Hold(
        place=asked,
        on=on,
        known=known,
        status=state.status,
        holder=_holder(state.holder) if state.holder else None,
        share=state.share if state.status == "contested" else None,
        since=state.since,
        evidence_age_days=abs((on - state.last).days) if state.last else None,
        because=state.because,
        rivals=tuple(rivals),
        why=state.why or (why if state.status == "unknown" else None),
    )


def _run_out(asked: HeldPlace, on: date, known: date | None, state: State) -> Hold:
    """Nothing is known any more; who was last named there stays as a rival, with the claims and their age."""
    age = (on - state.last).days if state.last else None
    named = tuple(Rival(_holder(p), state.told.get(p.key, state.because)) for p in state.parties)
    why = RUN_OUT.format(days=age, name=", ".join(p.name for p in state.parties))
    return Hold(asked, on, known, evidence_age_days=age, because=state.because, rivals=named, why=why)


def _holder(party: Party) -> Holder:
    return Holder(party.name, party.side)


def hold(place: PlaceRef, on: date, claims: Sequence[Claim], reports: Sequence[Report], sides: Sides, known: date | None = None) -> Hold:
    """One answer; for many questions build a Land."""
    return Land(claims, reports, sides, known=known).hold(place, on)


def all_holds(on: date, claims: Sequence[Claim], reports: Sequence[Report], sides: Sides, known: date | None = None) -> list[Hold]:
    """The hold of every place on a date; see Land.all_holds."""
    return Land(claims, reports, sides, known=known).all_holds(on)
