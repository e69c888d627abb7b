"""What the learned reader decides of one event word: its type and stance, and which mentions fill its slots."""

from dataclasses import dataclass, field

from claimatlas.extract.mention import ActorMention, PlaceMention
from claimatlas.extract.quantity import NumberMention
from claimatlas.extract.source_speaker import Speaker
from claimatlas.extract.time import TimeMention


@dataclass(slots=True)
class Decision:
    """One event at token `token` of leaf `leaf`; `confidence`: 0 to 1, that the row is right."""

    leaf: int
    token: int
    type: str
    stance: str = "fact"
    agents: list[ActorMention] = field(default_factory=list)
    targets: list[ActorMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    time: TimeMention | None = None
    speaker: Speaker | None = None
    numbers: list[NumberMention] = field(default_factory=list)
    confidence: float = 0.5
