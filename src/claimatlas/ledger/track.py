"""The record of every source: what it told, what of that was confirmed, disputed or set right, and how its forecasts did."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimatlas.ledger.forecast import Forecast
from claimatlas.ledger.heard import Heard
from claimatlas.model.event import Event


@dataclass(frozen=True, slots=True)
class Track:
    """One source. `grade`: reliability, A to F; counts are of events that it tells, each once, by the event's status.

    `forecasts`: how many it made, `decided` of them; `brier`: their mean squared error, 0 to 1, None where none is decided.
    """

    name: str
    side: str | None
    grade: str
    claims: int
    events: int
    corroborated: int
    disputed: int
    corrected: int
    forecasts: int
    decided: int
    brier: float | None


def tracks(voices: Mapping[str, Heard], events: Iterable[Event], foretold: Sequence[Forecast]) -> list[Track]:
    """The record of each voice, those that told most first, ties by name; speakers without a name are left out."""
    own: dict[str, list[Heard]] = defaultdict(list)
    for one in voices.values():
        if one.voice.kind != "anonymous":
            own[one.voice.key].append(one)
    of = {c: e for e in events for c in e.claims}
    predicted = {f.claim: f for f in foretold}
    found = [_track(heard, of, predicted) for _, heard in sorted(own.items())]
    return sorted(found, key=lambda t: (-t.claims, t.name))


def _track(heard: Sequence[Heard], of: Mapping[str, Event], predicted: Mapping[str, Forecast]) -> Track:
    first = min(heard, key=lambda h: h.claim.id)
    told = {of[h.claim.id].id: of[h.claim.id].status for h in heard if h.claim.id in of and not h.denies}
    made = [predicted[h.claim.id] for h in heard if h.claim.id in predicted]
    scores = [s for f in made if (s := f.brier) is not None]
    statuses = list(told.values())
    return Track(
        name=first.voice.name,
        side=first.voice.side,
        grade=first.grade,
        claims=len(heard),
        events=len(told),
        corroborated=statuses.count("corroborated"),
        disputed=statuses.count("disputed"),
        corrected=statuses.count("corrected"),
        forecasts=len(made),
        decided=len(scores),
        brier=round(sum(scores) / len(scores), 4) if scores else None,
    )
