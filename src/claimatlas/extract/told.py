"""Working state of one told event while its slots are filled."""

from dataclasses import dataclass, field

from claimatlas.extract.mention import ActorMention, PlaceMention
from claimatlas.extract.quantity import NumberMention
from claimatlas.extract.source_speaker import Speaker
from claimatlas.extract.time import TimeMention
from claimatlas.extract.trigger import Trigger


@dataclass(slots=True)
class Told:
    """One event word with the slots found for it so far. `clause` is the verb of its clause, `cause` an event that brought it about."""

    type: str
    trigger: Trigger
    clause: int
    agents: list[ActorMention] = field(default_factory=list)
    targets: list[ActorMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    chosen: list[PlaceMention] = field(default_factory=list)
    speakers: tuple[Speaker, ...] = ()
    numbers: list[NumberMention] = field(default_factory=list)
    time: TimeMention | None = None
    cause: "Told | None" = None
    dropped: bool = False
    stance: str = "fact"
    tense: str = "past"
    denier: bool = False
    own_voice: bool = False
    role: str = "complement"

    def add(self, slot: str, found: list[ActorMention]) -> None:
        """Add actors to `agents` or `targets` unless they stand there already."""
        have: list[ActorMention] = getattr(self, slot)
        for mention in found:
            if mention not in have and mention not in (self.targets if slot == "agents" else self.agents):
                have.append(mention)

    def add_places(self, found: list[PlaceMention]) -> None:
        """Add places unless they stand there already."""
        self.places += [m for m in found if m not in self.places]
