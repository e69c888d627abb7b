"""What carries over from sentence to sentence of one report."""

from dataclasses import dataclass, field

from claimatlas.extract.memory import Memory
from claimatlas.extract.mention import PlaceMention, Scene
from claimatlas.extract.numbers import FIRE
from claimatlas.extract.source import spoken_quote
from claimatlas.extract.source_speaker import Speaker
from claimatlas.extract.source_speech import Attribution
from claimatlas.extract.told import Told
from claimatlas.extract.trigger import Trigger
from claimatlas.extract.where_war import country, of_the_war, tells_of_war
from claimatlas.model.passage import Passage

REACH = 3
"""Passages over which an event's place and agent hold on."""


@dataclass(slots=True)
class Story:
    """The last attack, place, speakers and event of each type. `opened`: the passage whose "according to" speaks for the next."""

    memory: Memory
    country: str = ""
    home: PlaceMention | None = None
    """That country as the report's words have it, be it in its people's name."""
    last_fire: Told | None = None
    last_place: PlaceMention | None = None
    last_speakers: tuple[Speaker, ...] = ()
    last_passage: int = -9
    opened: int = -9
    opening_paragraph: int = -9
    of_war: int = -9
    """The last passage that told of the war as a whole."""
    last_of: dict[str, tuple[int, Told]] = field(default_factory=dict)

    def place_near(self, number: int) -> PlaceMention | None:
        """The last place, where it was told shortly before the given passage."""
        return self.last_place if number - self.last_passage <= REACH else None

    def at_large(self, scene: Scene, trigger: Trigger) -> PlaceMention | None:
        """The country, where an event is told of the war as a whole, else None."""
        p = scene.passage
        told = of_the_war(p, trigger, self.of_war == p.number - 1)
        return (country([m for _, m in self.memory.places]) or self.home) if told else None

    def earlier(self, type_: str, number: int, said: list[Attribution]) -> Told | None:
        """The last event of a type, where it was told shortly before the given passage and by the same side."""
        last = self.last_of.get(type_)
        return last[1] if last is not None and number - last[0] <= REACH and self._one_voice(said) else None

    def _one_voice(self, said: list[Attribution]) -> bool:
        """Whether the passage's speaker stands on the side of the one before (or one of them is silent)."""
        here = said[0].chain[0].actor if said else None
        before = self.last_speakers[0].actor if self.last_speakers else None
        return here is None or before is None or self.memory.side(here) == self.memory.side(before)

    def carried(self, scene: Scene) -> tuple[Speaker, ...]:
        """Who goes on speaking in a sentence without an attribution: in a quotation, or behind an opening "according to"."""
        return self.last_speakers if spoken_quote(scene.passage) or self.opened == scene.passage.number - 1 else ()

    def remember(self, told: list[Told], said: list[Attribution], p: Passage) -> None:
        """Take in what a passage told, and who spoke."""
        for event in told if p.kind != "headline" else ():
            if not event.dropped:
                self._remember_event(event, p.number)
        if tells_of_war(p):
            self.of_war = p.number
        if said:
            self.last_speakers = tuple(said[-1].chain)
            if said[0].at <= 1 and p.tokens[said[0].at].lower == "according" and p.paragraph != self.opening_paragraph:
                self.opened, self.opening_paragraph = p.number, p.paragraph

    def _remember_event(self, event: Told, number: int) -> None:
        if event.type in FIRE:
            self.last_fire = event
        if event.agents and not event.denier:
            self.last_of[event.type] = (number, event)
        if event.chosen:
            self.last_place, self.last_passage = event.chosen[0], number
