"""Slots that an event's own sentence leaves open, filled from the report so far: whose attack, against whom, what victims."""

from claimatlas.extract.mention import Scene
from claimatlas.extract.numbers import FIRE
from claimatlas.extract.source_speech import Attribution
from claimatlas.extract.story import Story
from claimatlas.extract.told import Told
from claimatlas.extract.victims import by_air, carried_agent, refer_back, townspeople, victims_from_numbers

# a force that takes, attacks or fights does so against the enemy it was last said to fight
HAS_ENEMY = {"capture", "assault", "repel", "clash"}


def fill(scene: Scene, event: Told, story: Story, said: list[Attribution]) -> None:
    """Fill the open slots of one event. `said`: the attributions of its passage."""
    refer_back(scene, event, story.last_fire)
    by_air(event)
    _carry_agent(scene, event, story.earlier(event.type, scene.passage.number, said))
    victims_from_numbers(scene, event)
    townspeople(scene, event)
    _denied_targets(event, story.last_fire)
    if event.type in HAS_ENEMY and event.agents and not event.targets:
        speaking = [a.chain[0].actor for a in said if a.chain[0].actor]
        enemy = story.memory.hostile(scene, event.agents, [*event.agents, *speaking])
        event.add("targets", [enemy] if enemy else [])
    if event.type in {"assault", "capture"} and event.targets and not event.agents:
        enemy = story.memory.hostile(scene, event.targets, event.targets, here_only=True)
        event.add("agents", [enemy] if enemy else [])


def _carry_agent(scene: Scene, event: Told, last: Told | None) -> None:
    """Strikes, and those who defect in numbers, are told on without their agent."""
    carried_agent(scene, event, last)
    if last is not None and event.type in {"defect", "surrender"} and not event.agents and event.numbers:
        event.add("agents", last.agents)


def _denied_targets(event: Told, fire: Told | None) -> None:
    """A denied attack was on those whom the attack told before hit."""
    if fire is not None and event.stance == "denied" and event.type in FIRE and event.type == fire.type and not event.targets:
        event.add("targets", fire.targets)
