"""Which numbers belong to which told event."""

from claimatlas.extract.mention import Scene
from claimatlas.extract.nouns import nouns
from claimatlas.extract.quantity import NumberMention
from claimatlas.extract.rules import WOUNDING
from claimatlas.extract.syntax import climb, subtree
from claimatlas.extract.timing import token_at
from claimatlas.extract.told import Told

HARM = {"killing", WOUNDING}
FIRE = nouns("numbers_fire")
ATTACKS = {"shelling", "airstrike", "bombing", "suicide_attack", "chemical_attack", "small_arms", "toll"}
CASUALTY = {"killed", "wounded", "missing"}
PERCENT = ("%", "percent", "per cent")
# types of event that take a number of something
TAKERS = {
    "strikes": FIRE,
    "attacks": FIRE,
    "percent_of_place": {"capture", "control", "assault", "destruction"},
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
    if what == "other" and any(sign in number.text.lower() for sign in PERCENT):
        return told.type in {"defect", "surrender", "destruction", "displace", "strength", "withdraw"}
    return told.type in TAKERS.get(what, set())
