"""A leaf: one passage with all that the rules found in it."""

from dataclasses import dataclass, field

from claimatlas.extract.draft import Draft
from claimatlas.extract.mention import PlaceMention, Scene
from claimatlas.extract.quantity import NumberMention
from claimatlas.extract.source_speaker import Speaker
from claimatlas.extract.source_speech import Attribution
from claimatlas.extract.time import TimeMention
from claimatlas.extract.told import Told


@dataclass(slots=True)
class Leaf:
    """`carried`: whose words an unattributed sentence continues; `claimed`: the events among `told` that are claims."""

    scene: Scene
    said: list[Attribution]
    carried: tuple[Speaker, ...]
    times: list[TimeMention]
    numbers: list[NumberMention]
    told: list[Told] = field(default_factory=list)
    claimed: list[Told] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)


def named_places(leaves: list[Leaf]) -> list[tuple[int, PlaceMention]]:
    """The places that a report names itself, with the numbers of their passages."""
    return [(leaf.scene.passage.number, m) for leaf in leaves for m in leaf.scene.places if not m.antecedent]
