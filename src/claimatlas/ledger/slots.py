"""A claim with what comparing it to others needs, worked out once."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.near import Spot, spot_of
from claimatlas.ledger.voices import sides_of
from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import Claim
from claimatlas.model.codebook import family
from claimatlas.model.names import fold_name

COUNTED = frozenset({"killed", "wounded", "captured", "displaced", "evacuated", "released", "surrendered", "defected", "missing"})
WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Slots:
    """One claim made ready for comparing.

    `family`: of its type; `origin`: the report that its own copies; `agents`, `targets`: ids, else folded names, and `*_kin`
    with all that they belong to; `start`, `end`: ordinals of its days, None where no time is known; `soft`: no words of the
    report give the time; `counts`: (what, low, high) of persons; `words`: the rare words of the quote; `speaker`: the nearest named one.
    """

    claim: Claim
    family: str
    origin: str
    agents: frozenset[str]
    targets: frozenset[str]
    agent_kin: frozenset[str]
    target_kin: frozenset[str]
    agent_sides: frozenset[str]
    target_sides: frozenset[str]
    spot: Spot | None
    start: int | None
    end: int | None
    soft: bool
    counts: tuple[tuple[str, float | None, float | None], ...]
    words: frozenset[str]
    speaker: str | None

    @property
    def days(self) -> int:
        """Length of the time in days; 0 where none is known."""
        return self.end - self.start + 1 if self.start is not None and self.end is not None else 0


def slots_of(claim: Claim, root: Mapping[str, str], sides: Sides) -> Slots:
    """The slots of a claim. `root`: report id to the id of the report that it copies."""
    time, told = claim.time, bool(claim.time.start and claim.time.end)
    named = claim.source[0] if claim.source else None
    return Slots(
        claim=claim,
        family=family(claim.type),
        origin=root.get(claim.report_id, claim.report_id),
        agents=_keys(claim.agent),
        targets=_keys(claim.target),
        agent_kin=_kin(claim.agent, claim, sides),
        target_kin=_kin(claim.target, claim, sides),
        agent_sides=sides_of(claim.agent, claim, sides),
        target_sides=sides_of(claim.target, claim, sides),
        spot=spot_of(claim.place) if claim.place else None,
        start=time.start.toordinal() if told and time.start else None,
        end=time.end.toordinal() if told and time.end else None,
        soft=time.default,
        counts=tuple(sorted({(q.what, q.low, q.high) for q in claim.quantities if q.what in COUNTED}, key=str)),
        words=rare_words(claim, sides),
        speaker=(named.id or fold_name(named.name)) if named and named.kind != "anonymous" else None,
    )


def _keys(actors: Iterable[ActorRef]) -> frozenset[str]:
    return frozenset(a.id or fold_name(a.name) for a in actors)


def _kin(actors: Iterable[ActorRef], claim: Claim, sides: Sides) -> frozenset[str]:
    """The actors and all that they belong to at the claim's time."""
    found = {k for a in actors for k in sides.belongs_to(a.id, a.name, claim.time.end)}
    return _keys(actors) | found


@cache
def common_words() -> frozenset[str]:
    """Words that stand in more than about one report on a war in seventy; sharing them tells nothing."""
    return frozenset((files("claimatlas.ledger") / "common_words.txt").read_text(encoding="utf-8").split())


def rare_words(claim: Claim, sides: Sides) -> frozenset[str]:
    """The quote's words that few reports use: no common word, none of a name that the slots hold, none of the register's names."""
    place = claim.place
    told = {w for n in ((place.text, place.name) if place else ()) for w in fold_name(n).split()}
    words = {w for w in WORD.findall(fold_name(claim.quote.exact)) if w not in common_words()}
    return frozenset(w for w in words - told if not sides.common_name(w))
