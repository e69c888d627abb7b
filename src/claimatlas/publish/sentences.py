"""A claim as one plain English sentence: who says that who did what to whom, where and when, with the stance kept."""

from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import Claim
from claimatlas.model.report import Report
from claimatlas.publish.telling import Telling, is_plural, tellings, with_article
from claimatlas.publish.words import bounds, joined, place_in, place_thing, quantity, when


def _names(actors: tuple[ActorRef, ...]) -> str:
    return joined(list(dict.fromkeys(with_article(a.name or a.text) for a in actors)))


def source_words(claim: Claim, report: Report | None) -> str:
    """Who says it: the chain, nearest first, or the publisher in its own voice."""
    if claim.source:
        first, *rest = [with_article(s.name or s.text) for s in claim.source]
        return first + "".join(f", cited by {name}" for name in rest)
    return with_article(report.publisher) if report and report.publisher else "the report"


def _active(claim: Claim, t: Telling, subject: str) -> str:
    past, base = _verbs(claim, t)
    if claim.stance == "denied":
        expected = f"{'are' if is_plural(subject) else 'is'} not expected to"
        return f"{subject} {expected if 'forecast' in claim.flags else 'did not'} {base}"
    if claim.stance == "conditional":
        return f"{subject} may {base}"
    if claim.stance == "predicted":
        return f"{subject} {'are' if is_plural(subject) else 'is'} expected to {base}"
    return f"{subject} allegedly {past}" if claim.stance == "alleged" else f"{subject} {past}"


def _verbs(claim: Claim, t: Telling) -> tuple[str, str]:
    told = next((q for q in claim.quantities if q.what == t.counted and t.plural), None)
    if told:
        number = bounds(told.low, told.high, told.approx)
        if t.counted_past:
            return f"{t.counted_past} {number} {t.plural}", f"{t.counted_base} {number} {t.plural}"
        return t.past.replace(t.plural, f"{number} {t.plural}"), t.base.replace(t.plural, f"{number} {t.plural}")
    if t.alone and not claim.target:
        return t.alone, t.alone_base
    return t.past, t.base


def _passive(claim: Claim, t: Telling, subject: str) -> str:
    many = is_plural(subject)
    was, is_ = ("were", "are") if many else ("was", "is")
    forms = {
        "fact": f"{was} {t.done}",
        "alleged": f"{was} allegedly {t.done}",
        "denied": f"{was} not {t.done}",
        "conditional": f"may be {t.done}",
        "predicted": f"{is_} expected to be {t.done}",
    }
    return f"{subject} {forms[claim.stance]}"


def _there_was(claim: Claim, t: Telling) -> str:
    thing = f"{t.a} {t.noun}".strip()
    forms = {
        "fact": f"there was {thing}",
        "alleged": f"there was allegedly {thing}",
        "denied": f"there was no {t.noun}",
        "conditional": f"there may be {thing}",
        "predicted": f"there is expected to be {thing}",
    }
    return forms[claim.stance]


def _place_object(claim: Claim) -> str:
    """The place as a direct object, with the percent told of it."""
    if claim.place is None:
        return ""
    share = next((q for q in claim.quantities if q.what == "percent_of_place"), None)
    if share is None:
        return place_thing(claim.place)
    return f"{bounds(share.low, share.high, share.approx)} percent of {claim.place.name or claim.place.text}"


def _where(claim: Claim, t: Telling) -> str:
    if claim.place is None:
        return ""
    if t.place in ("from", "to"):
        if claim.place.relation in ("toward", "outside"):
            return place_in(claim.place)
        return f"{t.place} {place_thing(claim.place)}"
    return place_in(claim.place)


def _subject(claim: Claim, t: Telling) -> str:
    subject = _names(claim.agent)
    if not (subject and t.members):
        return subject
    told = next((q for q in claim.quantities if q.what == t.counted), None)
    return f"{bounds(told.low, told.high, told.approx)} members of {subject}" if told else f"members of {subject}"


def _with_agent(claim: Claim, t: Telling, subject: str, target: str) -> list[str]:
    parts = [_active(claim, t, subject)]
    if t.place == "direct" and (claim.place or not (target and not t.target)):
        parts += [_place_object(claim) or t.missing, f"{t.target or 'against'} {target}" if target else ""]
        return parts
    where = _where(claim, t)
    if not t.target:
        if t.place == "spare" and claim.place and not target:
            return [*parts, place_thing(claim.place)]
        return [*parts, target or t.missing, t.after, where]
    return [*parts, f"{t.target} {target}" if target else "", where]


def _without_agent(claim: Claim, t: Telling, target: str) -> list[str]:
    if t.done and t.place == "direct" and claim.place:
        return [_passive(claim, t, _place_object(claim)), f"{t.target or 'with'} {target}" if target else ""]
    if t.place == "spare" and claim.place and not target:
        return [_passive(claim, t, place_thing(claim.place))]
    where = _where(claim, t)
    if t.done and not t.target and target:
        return [_passive(claim, t, target), t.after, where]
    return [_there_was(claim, t), f"{t.of} {target}" if target else "", where]


def _numbers(claim: Claim, t: Telling) -> str:
    used = {t.counted} | ({"percent_of_place"} if t.place == "direct" and claim.place else set())
    rest = [quantity(q) for q in claim.quantities if q.what not in used or not (claim.agent or q.what == "percent_of_place")]
    if not rest:
        return ""
    told = joined(list(dict.fromkeys(rest)))
    return f", with {told}" if claim.stance in ("fact", "alleged") else f" (number told: {told})"


def _targets(claim: Claim) -> str:
    """The targets; of two in a change of leader the first is the new one, as the codebook has it."""
    if claim.type == "lead" and len(claim.target) == 2:
        new, old = (_names((one,)) for one in claim.target)
        return f"{new} in place of {old}"
    return _names(claim.target)


def clause(claim: Claim) -> str:
    """What is claimed, without its source and its full stop: «Syrian Arab Army captured Tunotur (1–2 August 2017)»."""
    t = tellings()[claim.type]
    subject, target = _subject(claim, t), _targets(claim)
    parts = _with_agent(claim, t, subject, target) if subject else _without_agent(claim, t, target)
    text = " ".join(p for p in parts if p) + _numbers(claim, t)
    return f"{text} ({when(claim.time)})" if claim.time.start or claim.time.end else text


def sentence(claim: Claim, report: Report | None, sources: list[str] | None = None) -> str:
    """The whole sentence; `sources` replaces the claim's own source where several claims are told as one."""
    said = joined(sources) if sources else source_words(claim, report)
    return f"According to {said}, {clause(claim)}."
