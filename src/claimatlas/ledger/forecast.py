"""Forecasts kept until later events decide them, and scored (Brier 1950: the mean of (probability - outcome) squared)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from claimatlas.ledger.asked import Asked
from claimatlas.ledger.factors import table
from claimatlas.ledger.heard import UNDATED, Heard
from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.near import place_tells, spot_of
from claimatlas.ledger.voices import sides_of
from claimatlas.model.claim import Claim
from claimatlas.model.event import Event

HAPPENED = frozenset({"reported", "corroborated"})
HERE = frozenset({"same", "part", "name"})
# what shows that a foretold capture failed, besides that the days went by
FAILURES = {"capture": frozenset({"repel"}), "assault": frozenset(), "withdraw": frozenset()}


@dataclass(frozen=True, slots=True)
class Forecast:
    """A predicted claim. `probability`: as its words tell; `due`: the last day on which it can come true.

    `outcome`: True it came true (by `event`), False it did not, None not decided yet.
    """

    claim: str
    voice: str
    made: date
    due: date
    probability: float
    outcome: bool | None = None
    event: str | None = None

    @property
    def brier(self) -> float | None:
        """Squared error, 0 (right and sure) to 1; None while it is not decided."""
        return None if self.outcome is None else round((self.probability - self.outcome) ** 2, 4)


def forecasts(voices: Mapping[str, Heard], events: Sequence[Event], sides: Sides, today: date | None) -> list[Forecast]:
    """Every forecast by claim id, decided where an event or the time decides it. `today`: the last day that the ledger knows of."""
    told: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        told[event.type].append(event)
    asked = Asked(sides)
    predicted = sorted((h for h in voices.values() if _foretells(h)), key=lambda h: h.claim.id)
    return [_decided(h, told, voices, asked, today) for h in predicted]


def _foretells(one: Heard) -> bool:
    return one.claim.stance == "predicted" and one.published != UNDATED and one.claim.place is not None


def probability(words: str) -> float:
    """How likely the words make what they foretell, 0 to 1: by the first word of the table that stands in them."""
    folded = f" {words.lower()} "
    ways = table().forecasts
    return next((p for word, p in ways.items() if f" {word} " in folded), ways["else"])


def _decided(one: Heard, told: Mapping[str, Sequence[Event]], voices: Mapping[str, Heard], sides: Sides, today: date | None) -> Forecast:
    claim, made = one.claim, date.fromisoformat(one.published)
    end = claim.time.end if claim.time.end and not claim.time.default else None
    due = end if end and end > made else made + timedelta(days=table().forecast_days)
    base = Forecast(claim.id, one.voice.name, made, due, probability(claim.quote.exact))
    come = _first(told.get(claim.type, ()), claim, made, due, voices, sides)
    failed = [e for kind in FAILURES.get(claim.type, ()) for e in told.get(kind, ()) if _of(e, claim, made, due)]
    if come:
        return _with(base, True, come.id)
    if failed or (today is not None and today > due):
        return _with(base, False, failed[0].id if failed else None)
    return base


def _with(base: Forecast, outcome: bool, event: str | None) -> Forecast:
    return Forecast(base.claim, base.voice, base.made, base.due, base.probability, outcome, event)


def _first(events: Iterable[Event], claim: Claim, made: date, due: date, voices: Mapping[str, Heard], sides: Sides) -> Event | None:
    """The first event that makes a forecast true: of its type, place and doer, begun after it was made and by its last day."""
    wanted = sides_of(claim.agent, claim, sides)
    found = (e for e in events if _of(e, claim, made, due) and _doer(e, claim, wanted, voices, sides))
    return min(found, key=lambda e: (str(e.time.start), e.id), default=None)


def _of(event: Event, claim: Claim, made: date, due: date) -> bool:
    if event.status not in HAPPENED or event.place is None or claim.place is None or event.time.start is None:
        return False
    where = place_tells(spot_of(event.place), spot_of(claim.place))
    begun = event.time.end or event.time.start
    return where is not None and where[0] in HERE and made < begun and event.time.start <= due


def _doer(event: Event, claim: Claim, wanted: frozenset[str], voices: Mapping[str, Heard], sides: Sides) -> bool:
    """Whether the event's doers are of the foretold one's side, or one of the two is not told."""
    names = {a.name for a in claim.agent}
    tellers = [voices[c].claim for c in event.claims if c in voices and not voices[c].denies]
    if not names or any(names & {a.name for a in t.agent} for t in tellers):
        return True
    found = {s for t in tellers for s in sides_of(t.agent, t, sides)}
    return not found or not wanted or any(sides.friendly(a, b) for a in found for b in wanted)
