"""Which event a death toll comes from: killings and woundings folded into the attack that caused them."""

from collections.abc import Iterator

from claimatlas.extract.mention import Scene
from claimatlas.extract.nouns import nouns
from claimatlas.extract.numbers import FIRE, HARM
from claimatlas.extract.rules import WOUNDING
from claimatlas.extract.syntax import climb, kids, prepositions, subtree
from claimatlas.extract.syntax_verb import subjects
from claimatlas.extract.told import Told

CAUSES = nouns("numbers_cause_prepositions")
# what may be told to have caused harm without naming the attack again
DEFINITE = nouns("numbers_cause_definite")


def link_causes(scene: Scene, told: list[Told], last_fire: Told | None) -> None:
    """Find for each killing or wounding the attack that caused it; its numbers and victims then belong to that attack."""
    attacks = [t for t in told if t.type in FIRE - HARM]
    for harm in [t for t in told if t.type in HARM]:
        harm.cause = _cause(scene, harm, attacks)
        if _over_many(scene, harm):
            harm.type, harm.cause = "toll", None
            continue
        if harm.cause is None and harm.type == WOUNDING:
            harm.cause = next((t for t in told if t.type == "killing" and not t.dropped), None)
        if (
            harm.cause is None
            and last_fire is not None
            and not harm.agents
            and not _elsewhere(harm, last_fire)
            and _refers_back(scene, harm)
        ):
            _retell(harm, last_fire)
    for harm in [t for t in told if t.type in HARM]:
        _hand_over(harm)


def _over_many(scene: Scene, harm: Told) -> bool:
    """A count over a whole war: in the thousands, or since a date."""
    large = any((n.low or n.high or 0) >= 1000 for n in harm.numbers)
    since = harm.cause is None and any(t.lower == "since" for t in scene.passage.tokens)
    return bool(harm.numbers) and (large or since) and not harm.agents


def _retell(harm: Told, fire: Told) -> None:
    """A toll told in a later sentence is the attack's, told further: same type and agent, at its own place if it names one."""
    harm.type = fire.type
    harm.add("agents", fire.agents)
    harm.add_places([] if harm.places else fire.chosen or fire.places)
    harm.time = harm.time or fire.time


def _elsewhere(harm: Told, fire: Told) -> bool:
    """Whether deaths are told at another place than the attack before, or on another day."""
    told = {m.name for m in (*fire.places, *fire.chosen)}
    other_place = bool(told) and any(not m.wide and m.hint != "province" and m.name not in told for m in harm.places)
    other_day = harm.time is not None and fire.time is not None and harm.time.value != fire.time.value
    return other_place and other_day


def _refers_back(scene: Scene, harm: Told) -> bool:
    return any(t.lower in DEFINITE for t in subjects(scene.passage, harm.trigger.token)) or bool(harm.numbers)


def _cause(scene: Scene, harm: Told, events: list[Told]) -> Told | None:
    """The attack among the verb's own words, else the one its clause hangs on, else a near one."""
    p, verb = scene.passage, harm.trigger.token
    by_token = {i: e for e in events for i in (e.trigger.token, e.trigger.first)}
    inside = next((by_token[i] for i in _arguments(scene, verb) if i in by_token), None)
    if inside is not None:
        return inside
    if p.tokens[verb].dep in {"advcl", "conj", "acl", "xcomp", "relcl", "ccomp", "dep"}:
        above = next((by_token[t.index] for t in climb(p, verb) if t.index in by_token), None)
        if above is not None:
            return above
    near = [e for e in events if abs(e.trigger.token - verb) <= 12]
    return min(near, key=lambda e: abs(e.trigger.token - verb), default=None)


def _arguments(scene: Scene, verb: int) -> Iterator[int]:
    """Tokens that may name a cause, likeliest first: the subject's, those behind prepositions of cause, clauses and objects."""
    p = scene.passage
    for subj in subjects(p, verb):
        yield from subtree(p, subj.index)
    for prep, obj in prepositions(p, verb):
        if prep.lower in CAUSES:
            yield from subtree(p, obj.index)
    for child in kids(p, verb, "advcl", "dobj", "nsubjpass"):
        yield from sorted(subtree(p, child.index))


def _hand_over(harm: Told) -> None:
    cause = harm.cause
    while cause is not None and cause.cause is not None and cause.cause is not cause:
        cause = cause.cause
    if cause is None:
        if harm.type == WOUNDING:
            harm.dropped = True
        return
    cause.numbers += [n for n in harm.numbers if n not in cause.numbers]
    cause.add("targets", harm.targets)
    if not cause.agents:
        cause.add("agents", [m for m in harm.agents if m.armed])
    if not cause.places:
        cause.add_places(harm.places)
    if cause.time is None:
        cause.time = harm.time
    harm.dropped = True
