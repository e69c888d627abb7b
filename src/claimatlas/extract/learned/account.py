"""The rules' account of a leaf as keys and positions of candidates, made once and asked for every pair."""

from dataclasses import dataclass, field

from claimatlas.extract.leaf import Leaf
from claimatlas.extract.learned.candidates import Candidate, actor_key, speaker_key
from claimatlas.extract.learned.mask import MASK, masked
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


@dataclass(slots=True)
class Accounts:
    """The accounts of one leaf. `speech`: for each attribution its first speaker, what it covers, whether it covers all.

    `names`: what stands for the words of sides' names.
    """

    leaf: Leaf
    all: list[Account] = field(init=False)
    at: dict[int, list[Account]] = field(init=False)
    speech: list[tuple[str, set[int], bool]] = field(init=False)
    names: dict[int, str] = field(init=False)

    def __post_init__(self) -> None:
        self.all = [account_of(e, any(e is c for c in self.leaf.claimed)) for e in self.leaf.told]
        self.at = {}
        for account in self.all:
            self.at.setdefault(account.token, []).append(account)
        self.names = masked(self.leaf)
        self.speech = [(speaker_key(a.chain[0]), a.scope, a.whole) for a in self.leaf.said if a.chain]

    @property
    def claimed(self) -> list[Account]:
        """The accounts of claims."""
        return [a for a in self.all if a.claimed]

    def lower(self, index: int) -> str:
        """The lower-case word at an index, MASK for that of a side's name, '' outside of the sentence."""
        return MASK if index in self.names else self.leaf.scene.passage.lower_at(index)

    def lemma(self, index: int) -> str:
        """The lower-case lemma at an index, MASK for that of a side's name."""
        return MASK if index in self.names else self.leaf.scene.passage.tokens[index].lemma.lower()
