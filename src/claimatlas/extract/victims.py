"""Victims told by a number alone, and attacks that refer back to the one told before."""

from claimatlas.extract.mention import COLLECTIVE, ActorMention, Scene
from claimatlas.extract.nouns import grouped
from claimatlas.extract.quantity import NumberMention
from claimatlas.extract.syntax import kids
from claimatlas.extract.told import Told

ATTACKS = {"shelling", "airstrike", "bombing", "suicide_attack", "chemical_attack", "small_arms", "assault", "killing"}
GENERIC = {"attack", "attacks", "strike", "strikes", "raid", "raids", "bombing", "bombings", "bombardment", "blast", "blasts", "explosion", "explosions", "shelling", "assault", "operation", "incident", "massacre", "shells", "rockets"}
BACK = {"the", "this", "these", "that", "those", "both"}
CIVILIANS = "civilians"


def victims_from_numbers(scene: Scene, event: Told) -> None:
    """Where an attack's dead or wounded are counted but not named, whom the count counts: "27 people", "two others"."""
    if event.type not in ATTACKS or event.targets:
        return
    for number in event.numbers:
        if number.what in {"killed", "wounded"} and number.low != 0:
            event.add("targets", [_counted(scene, number)])


def _counted(scene: Scene, number: NumberMention) -> ActorMention:
    p = scene.passage
    if number.head is not None and number.head in scene.owner and scene.owner[number.head].sort != "pronoun":
        return scene.owner[number.head]
    first = next((t.index for t in p.tokens if t.start >= number.start), 0)
    name = grouped("collective_heads").get(number.unit_text.lower(), CIVILIANS)
    return ActorMention(first, first, first, COLLECTIVE, name, number.start, number.end, number.text, None, "collective", True, False)


def refer_back(scene: Scene, event: Told, last: Told | None) -> None:
    """ "The attack", "the strikes": the attack told before, whose type, place and agent hold on."""
    p = scene.passage
    token = p.tokens[event.trigger.token]
    if last is None or event.trigger.rule is not None or token.lower not in GENERIC:
        return
    if not any(t.lower in BACK for t in kids(p, token.index, "det")) or event.trigger.first != event.trigger.token:
        return
    if p.kind == "headline":
        return
    if event.agents and last.agents and not {m.id for m in event.agents} & {m.id for m in last.agents}:
        return
    event.type = last.type
    event.add_places([] if event.places else last.places)
    if not event.agents:
        event.add("agents", last.agents)
    if event.time is None:
        event.time = last.time


def by_air(event: Told) -> None:
    """A bombing by a state, its forces or a coalition is told of aircraft; by a group, of a planted bomb."""
    if event.type == "bombing" and any(m.kind in {"state", "coalition", "government", "military"} for m in event.agents):
        event.type = "airstrike"


def carried_agent(scene: Scene, event: Told, last: Told | None) -> None:
    """Strikes and shelling told on without an agent are those of the agent named just before, unless called new or another's."""
    if event.type not in {"airstrike", "shelling"} or event.agents or last is None or event.denier:
        return
    words = {t.lower for t in kids(scene.passage, event.trigger.token, "amod", "det", "nummod")}
    if not words & {"new", "another", "other", "separate", "unidentified", "unknown", "similar"}:
        event.add("agents", last.agents)
