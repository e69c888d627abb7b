"""Victims told by a number alone, and attacks that refer back to the one told before."""

from claimatlas.extract.mention import COLLECTIVE, ActorMention, Scene
from claimatlas.extract.nouns import nouns, people_heads
from claimatlas.extract.quantity import NumberMention
from claimatlas.extract.syntax import kids
from claimatlas.extract.told import Told

ATTACKS = nouns("victims_attacks")
GENERIC = nouns("victims_generic")
BACK = {"the", "this", "these", "that", "those", "both"}
BLASTS = {"blast", "blasts", "explosion", "explosions"}
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
    name = people_heads().get(number.unit_text.lower(), CIVILIANS)
    return ActorMention(first, first, first, COLLECTIVE, name, number.start, number.end, number.text, None, "collective", False)


def refer_back(scene: Scene, event: Told, last: Told | None) -> None:
    """ "The attack", "the strikes": the attack told before, whose type, place and agent hold on."""
    p = scene.passage
    token = p.tokens[event.trigger.token]
    if last is None or event.trigger.rule is not None or token.lower not in GENERIC:
        return
    if not any(t.lower in BACK for t in kids(p, token.index, "det")) or event.trigger.first != event.trigger.token:
        return
    if p.kind == "headline" or (token.lower in BLASTS and last.type not in {"bombing", "suicide_attack", "destruction"}):
        return
    if event.agents and last.agents and not {m.id for m in event.agents} & {m.id for m in last.agents}:
        return
    event.type = last.type
    event.add_places([] if event.places else last.chosen or last.places)
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


RESIDENTIAL = nouns("victims_residential")


def townspeople(scene: Scene, event: Told) -> None:
    """Rockets and shells on houses and neighbourhoods are fired on those who live there."""
    if event.type != "shelling" or event.targets or event.stance == "denied":
        return
    p = scene.passage
    homes = [t for t in p.tokens if t.lower in RESIDENTIAL]
    if homes:
        t = homes[0]
        event.add(
            "targets",
            [ActorMention(t.index, t.index, t.index, COLLECTIVE, CIVILIANS, t.start, t.end, t.text, None, "collective", False)],
        )


def from_siblings(event: Told, told: list[Told]) -> None:
    """A battle without sides is fought by those whose attack the sentence tells; a denied capture takes both sides from its twin."""
    if event.type == "air_support" and not event.targets:
        helped = next((o for o in told if o.type in {"assault", "capture", "clash"} and o.agents and not o.dropped), None)
        event.add("targets", helped.agents if helped else [])
    if event.dropped or event.agents or event.type not in {"clash", "capture"}:
        return
    for other in told:
        twin = other.type == event.type and other.stance == event.stance == "denied"
        same_fight = event.type == "clash" and other.type == "assault"
        if other is not event and other.agents and not other.dropped and (twin or same_fight):
            event.add("agents", other.agents)
            event.add("targets", [] if event.targets else other.targets)
            return
