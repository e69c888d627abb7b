"""The rules' account of a leaf as keys and positions of candidates, made once and asked for every pair."""

from dataclasses import dataclass, field

from claimatlas.extract.leaf import Leaf
from claimatlas.extract.learned.candidates import Candidate, actor_key, speaker_key
from claimatlas.extract.learned.mask import MASK, masked
from claimatlas.extract.syntax import climb
from claimatlas.extract.told import Told
from claimatlas.model.names import fold_name

Keys = frozenset[str]
Starts = frozenset[int]


@dataclass(frozen=True, slots=True)
class Account:
    """One event of the rules. `chosen`: keys of its places; `own_places`, `numbers`: where those of its own words begin."""

    type: str
    stance: str
    tense: str
    dropped: bool
    claimed: bool
    token: int
    agents: Keys
    targets: Keys
    chosen: Keys
    own_places: Starts
    numbers: Starts
    time: int | None
    speaker: str | None

    def role(self, c: Candidate) -> str:
        """The role of a candidate in the event: agent, target, here, or ''."""
        if c.slot == "actor":
            return "agent" if c.key in self.agents else "target" if c.key in self.targets else ""
        if c.slot == "place":
            return "here" if c.key in self.chosen else ""
        if c.slot == "time":
            return "here" if self.time == c.start else ""
        return "here" if c.slot == "speaker" and self.speaker == c.key else ""


def account_of(event: Told, claimed: bool) -> Account:
    """The account of one event."""
    return Account(
        event.type,
        event.stance,
        event.tense,
        event.dropped,
        claimed,
        event.trigger.token,
        frozenset(actor_key(m) for m in event.agents),
        frozenset(actor_key(m) for m in event.targets),
        frozenset(fold_name(m.name) for m in event.chosen),
        frozenset(m.start for m in event.places),
        frozenset(m.start for m in event.numbers),
        event.time.start if event.time is not None else None,
        speaker_key(event.speakers[0]) if event.speakers else None,
    )


@dataclass(frozen=True, slots=True)
class Others:
    """What the events of the rules at other words than one hold between them."""

    agents: Keys
    targets: Keys
    own_places: Starts
    numbers: Starts
    claimed: int


@dataclass(slots=True)
class Accounts:
    """The accounts of one leaf. `speech`: for each speaker what his attributions cover, and whether they cover all.

    `names`: what stands for the words of sides' names. `frames`: by the leaf's number, what all its words have in common.
    """

    leaf: Leaf
    all: list[Account] = field(init=False)
    at: dict[int, list[Account]] = field(init=False)
    speech: dict[str, list[tuple[set[int], bool]]] = field(init=False)
    names: dict[int, str] = field(init=False)
    frames: dict[int, tuple[list[str], list[str]]] = field(default_factory=dict)
    _others: dict[int, Others] = field(default_factory=dict)
    _lines: dict[int, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.all = [account_of(e, any(e is c for c in self.leaf.claimed)) for e in self.leaf.told]
        self.at = {}
        for account in self.all:
            self.at.setdefault(account.token, []).append(account)
        self.names = masked(self.leaf)
        self.speech = {}
        for said in self.leaf.said:
            if said.chain:
                self.speech.setdefault(speaker_key(said.chain[0]), []).append((said.scope, said.whole))

    @property
    def claimed(self) -> list[Account]:
        """The accounts of claims."""
        return [a for a in self.all if a.claimed]

    def others(self, at: int) -> Others:
        """What the rules tell at the other words of the sentence."""
        found = self._others.get(at)
        if found is None:
            rest = [a for a in self.all if a.token != at]
            found = self._others[at] = Others(
                frozenset().union(*(a.agents for a in rest)),
                frozenset().union(*(a.targets for a in rest)),
                frozenset().union(*(a.own_places for a in rest)),
                frozenset().union(*(a.numbers for a in rest)),
                sum(a.claimed for a in rest),
            )
        return found

    def line(self, index: int) -> list[int]:
        """Indexes of a token and its ancestors, nearest first."""
        found = self._lines.get(index)
        if found is None:
            found = self._lines[index] = [index, *(t.index for t in climb(self.leaf.scene.passage, index))]
        return found

    def lower(self, index: int) -> str:
        """The lower-case word at an index, MASK for that of a side's name, '' outside of the sentence."""
        return MASK if index in self.names else self.leaf.scene.passage.lower_at(index)

    def lemma(self, index: int) -> str:
        """The lower-case lemma at an index, MASK for that of a side's name."""
        return MASK if index in self.names else self.leaf.scene.passage.tokens[index].lemma.lower()
