"""Which numbers belong to which told event, and which event a death toll comes from."""

from claimatlas.extract.mention import Scene
from claimatlas.extract.nouns import nouns
from claimatlas.extract.quantity import NumberMention
from claimatlas.extract.rules import WOUNDING
from claimatlas.extract.syntax import climb, kids, prepositions, subjects, subtree
from claimatlas.extract.timing import token_at
from claimatlas.extract.told import Told

HARM = {"killing", WOUNDING}
FIRE = nouns("numbers_fire")
ATTACKS = {"shelling", "airstrike", "bombing", "suicide_attack", "chemical_attack", "small_arms", "toll"}
CASUALTY = {"killed", "wounded", "missing"}
CAUSES = {"in", "by", "during", "from", "after", "following", "when", "on", "under", "with", "as"}


def assign_numbers(scene: Scene, told: list[Told], numbers: list[NumberMention]) -> None:
    """Hang each number on the event whose words govern it most closely."""
    for number in numbers:
        best = _event_of(scene, told, number)
        if best is not None and number not in best.numbers and not _article_beside(best, number):
            best.numbers.append(number)


def _article_beside(told: Told, number: NumberMention) -> bool:
    """ "including a journalist" counts none beside a count that is told."""
    return number.text.lower() in {"a", "an", "another"} and any(n.what == number.what for n in told.numbers)


def _event_of(scene: Scene, told: list[Told], number: NumberMention) -> Told | None:
    p = scene.passage
    at = token_at(p, number.start)
    fitting = [t for t in told if _takes(t, number)]
    if not fitting:
        return None
    above = [at, *(t.index for t in climb(p, at))]
    by_token = {t.trigger.token: t for t in reversed(fitting)}
    for node in above:
        if node in by_token:
            return by_token[node]
        inside = [t for t in fitting if t.trigger.token in set(subtree(p, node))] if p.tokens[node].pos in {"VERB", "AUX"} else []
        if inside:
            return min(inside, key=lambda t: (number.what in CASUALTY and t.type not in HARM, abs(t.trigger.token - at)))
    near = [t for t in fitting if number.what not in CASUALTY or (t.type in HARM | ATTACKS and abs(t.trigger.token - at) <= 14)]
    return min(near, key=lambda t: abs(t.trigger.token - at), default=None)


def _takes(told: Told, number: NumberMention) -> bool:
    what = number.what
    if what in CASUALTY:
        return told.type in FIRE | HARM | {"toll", "destruction"}
    if what in {"strikes", "attacks"}:
        return told.type in FIRE
    if what == "percent_of_place":
        return told.type in {"capture", "control", "assault", "destruction"}
    table = {
        "captured": {"capture", "arrest", "abduction"},
        "places": {"capture", "control", "assault", "withdraw", "destruction"},
        "displaced": {"displace", "evacuate"},
        "evacuated": {"evacuate", "displace"},
        "released": {"release", "prisoner_exchange"},
        "surrendered": {"surrender", "defect"},
        "defected": {"defect", "surrender"},
        "vehicles_destroyed": {"destruction", *FIRE},
        "fighters": {"strength", "deploy", "withdraw", "assault", "defect", "surrender", "evacuate"},
    }
    if what == "other" and ("%" in number.text or "percent" in number.text.lower() or "per cent" in number.text.lower()):
        return told.type in {"defect", "surrender", "destruction", "displace", "strength", "withdraw"}
    return told.type in table.get(what, set())


def link_causes(scene: Scene, told: list[Told], last_fire: Told | None) -> None:
    """Find for each killing or wounding the attack that caused it; its numbers and victims then belong to that attack."""
    for harm in [t for t in told if t.type in HARM and _over_many(scene, t)]:
        harm.type = "toll"
    for harm in [t for t in told if t.type in HARM]:
        harm.cause = _cause(scene, harm, [t for t in told if t is not harm and t.type in FIRE - HARM])
        if harm.cause is None and harm.type == WOUNDING:
            harm.cause = next((t for t in told if t.type == "killing" and not t.dropped), None)
        if harm.cause is None and last_fire is not None and not harm.agents and _refers_back(scene, harm):
            _retell(harm, last_fire)
    for harm in [t for t in told if t.type in HARM]:
        _hand_over(harm)


def _over_many(scene: Scene, harm: Told) -> bool:
    """A count over a whole war: in the thousands, or since a date."""
    large = any((n.low or n.high or 0) >= 1000 for n in harm.numbers)
    since = any(t.lower == "since" for t in scene.passage.tokens)
    return bool(harm.numbers) and (large or since) and not harm.agents


def _retell(harm: Told, fire: Told) -> None:
    """A toll told in a later sentence is the attack's, told further: same type and agent, at its own place if it names one."""
    harm.type = fire.type
    harm.add("agents", fire.agents)
    harm.add_places([] if harm.places else fire.places)
    harm.time = harm.time or fire.time


def _refers_back(scene: Scene, harm: Told) -> bool:
    p = scene.passage
    definite = {
        "blast",
        "attack",
        "strike",
        "explosion",
        "raid",
        "bombing",
        "shelling",
        "bombardment",
        "strikes",
        "raids",
        "attacks",
        "it",
        "they",
        "which",
    }
    return any(t.lower in definite for t in subjects(p, harm.trigger.token)) or bool(harm.numbers)


def _cause(scene: Scene, harm: Told, events: list[Told]) -> Told | None:
    p, verb = scene.passage, harm.trigger.token
    by_token = {i: e for e in events for i in (e.trigger.token, e.trigger.first)}
    for subj in subjects(p, verb):
        for i in subtree(p, subj.index):
            if i in by_token:
                return by_token[i]
    for prep, obj in prepositions(p, verb):
        if prep.lower in CAUSES:
            for i in subtree(p, obj.index):
                if i in by_token:
                    return by_token[i]
    for child in kids(p, verb, "advcl", "dobj", "nsubjpass"):
        hit = next((by_token[i] for i in sorted(subtree(p, child.index)) if i in by_token), None)
        if hit is not None:
            return hit
    for above in climb(p, verb):
        if above.index in by_token and p.tokens[verb].dep in {"advcl", "conj", "acl", "xcomp", "relcl", "ccomp", "dep"}:
            return by_token[above.index]
    near = [e for e in events if abs(e.trigger.token - verb) <= 12]
    return min(near, key=lambda e: abs(e.trigger.token - verb)) if near else None


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
