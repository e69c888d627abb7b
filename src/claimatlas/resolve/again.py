"""Tell apart a claim told anew from one told again in the same report, and fold the latter into the first."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import Claim
from claimatlas.model.codebook import family
from claimatlas.model.names import fold_name
from claimatlas.model.quantity import Quantity

MONTH, NEAR_DAYS = 3, 7
PERCENT = re.compile(r"\d\s*(?:%|per ?cent)", re.IGNORECASE)


def without_repeats(claims: list[Claim]) -> list[Claim]:
    """Claims in order, those that add nothing folded into the earlier claim they repeat."""
    out: list[Claim] = []
    for claim in claims:
        at = next((i for i, old in enumerate(out) if _repeats(old, claim) and not _lost_between(old, out[i + 1 :], claim)), None)
        if at is None:
            out.append(claim)
        else:
            out[at] = _folded(out[at], claim)
    return out


def without_headlines(claims: list[Claim], headline: list[bool]) -> list[Claim]:
    """Claims without those of a headline that the text under it tells: the headline and the first sentence tell one story once."""
    body = [c for c, h in zip(claims, headline, strict=True) if not h]
    return [c for c, h in zip(claims, headline, strict=True) if not (h and any(_tells_too(c, b) for b in body))]


def _tells_too(head: Claim, body: Claim) -> bool:
    same_kind = head.type == body.type or (family(head.type) == family(body.type) and family(head.type) in {"fire", "ground"})
    return same_kind and (_agree(head.agent, body.agent) or _agree(head.target, body.target))


def _repeats(old: Claim, new: Claim) -> bool:
    if old.type != new.type or old.stance != new.stance:
        return False
    return (
        _same_place(old, new)
        and _agree(old.agent, new.agent)
        and _agree(old.target, new.target)
        and _same_time(old, new)
        and _same_source(old, new)
        and not _new_number(old, new)
        and not _whole_now(old, new)
    )


def _key(a: ActorRef) -> str:
    return a.id or fold_name(a.name)


def _agree(one: tuple[ActorRef, ...], other: tuple[ActorRef, ...]) -> bool:
    a, b = {_key(x) for x in one}, {_key(x) for x in other}
    return not a or not b or a <= b or b <= a


def _same_place(old: Claim, new: Claim) -> bool:
    if old.place is None or new.place is None:
        return old.place is None or family(old.type) in {"fire", "sides", "words"}
    if old.place.part and new.place.part and old.place.part != new.place.part:
        return False
    return _where(old) == _where(new)


def _where(claim: Claim) -> tuple[str, str | None] | None:
    place = claim.place
    return (place.id or fold_name(place.name), place.relation) if place is not None else None


def _same_time(old: Claim, new: Claim) -> bool:
    if old.time.default != new.time.default:
        return max(new.time.precision, old.time.precision) <= MONTH and old.time.gap_days(new.time) <= NEAR_DAYS
    return old.time.gap_days(new.time) == 0


def _same_source(old: Claim, new: Claim) -> bool:
    if new.source and not old.source and new.quantities and family(new.type) == "sides":
        return False
    if not old.source or not new.source:
        return True
    return fold_name(old.source[0].name) == fold_name(new.source[0].name)


def _new_number(old: Claim, new: Claim) -> bool:
    """Whether the later telling counts the same thing differently."""
    for q in new.quantities:
        rivals = [r for r in old.quantities if r.what == q.what]
        same = {(r.low, r.high) for r in rivals} & {(n.low, n.high) for n in new.quantities if n.what == q.what}
        if rivals and not same and not _part(q):
            return True
    return False


def _lost_between(old: Claim, between: Sequence[Claim], new: Claim) -> bool:
    """Whether others took the place between two captures of it: the second is a recapture."""
    return (new.type == "capture" and old.place is not None) and any(
        c.type == "capture" and c.stance == new.stance and _where(old) == _where(c) and not _agree(c.agent, new.agent) for c in between
    )


def _whole_now(old: Claim, new: Claim) -> bool:
    """Whether a part of the place was taken or held as first told, and now the place."""
    if new.type not in ("capture", "control") or old.place is None or new.place is None:
        return False
    return (bool(old.place.part) or _share_told(old)) and not new.place.part and not _share_told(new)


def _share_told(claim: Claim) -> bool:
    return any(q.what == "percent_of_place" for q in claim.quantities) or PERCENT.search(claim.quote.exact) is not None


def _part(q: Quantity) -> bool:
    """A count of some among those told already ("three children among them")."""
    return bool(q.who) and any(w in (q.who or "").lower() for w in ("child", "women", "journalist"))


def _folded(old: Claim, new: Claim) -> Claim:
    quantities = old.quantities + tuple(
        q for q in new.quantities if (q.what, q.low, q.high) not in {(r.what, r.low, r.high) for r in old.quantities}
    )
    return replace(
        old,
        agent=old.agent or new.agent,
        target=old.target or new.target,
        place=old.place or new.place,
        time=new.time if old.time.default and not new.time.default else old.time,
        source=old.source or new.source,
        quantities=quantities,
    )
