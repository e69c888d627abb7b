"""What a report has told by the rules before each of its leaves: who did what to whom in the lead and in the last event."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from claimatlas.extract.learned.account import Account, Accounts
from claimatlas.extract.learned.candidates import Candidate
from claimatlas.model.codebook import codebook

Mark = tuple[str, str | int]


@cache
def _family(type_: str) -> str | None:
    """The family of a type; None for the rules' inner types."""
    known = codebook().types.get(type_)
    return known.family if known is not None else None


def _mark(c: Candidate) -> Mark:
    """What makes a candidate of one sentence that of another: a time is where it stands, all else by its key."""
    return (c.slot, c.start) if c.slot == "time" else (c.slot, c.key)


def _roles(a: Account) -> Iterator[tuple[Mark, str]]:
    yield from ((("actor", key), "agent") for key in a.agents)
    yield from ((("actor", key), "target") for key in a.targets - a.agents)
    yield from ((("place", key), "here") for key in a.chosen)
    if a.time is not None:
        yield ("time", a.time), "here"
    if a.speaker is not None:
        yield ("speaker", a.speaker), "here"


@dataclass(slots=True)
class Tales:
    """`lead`: the first claim. `latest[n]`: the last claim before leaf n, and the last of each family.

    `first[thing][role]`: the leaf in which a thing first had a role.
    """

    accounts: list[Accounts]
    lead: Account | None = None
    latest: list[tuple[Account | None, dict[str | None, Account]]] = field(default_factory=list)
    first: dict[Mark, dict[str, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        last: Account | None = None
        kinds: dict[str | None, Account] = {}
        for n, accounts in enumerate(self.accounts):
            self.latest.append((last, dict(kinds)))
            for account in accounts.claimed:
                self.lead = self.lead or account
                last = kinds[_family(account.type)] = account
                for mark, role in _roles(account):
                    self.first.setdefault(mark, {}).setdefault(role, n)

    def kind(self, here: list[Account]) -> str | None:
        """The family of what the rules tell at a word: all that the features take from the word itself."""
        return _family(here[0].type) if here else None

    def features(self, n: int, here: list[Account], c: Candidate) -> Iterator[str]:
        """The candidate's roles in the lead, in the last event and in the last one of the kind told here."""
        last, kinds = self.latest[n]
        if last is None or self.lead is None:
            return
        yield f"lead={c.slot}:{self.lead.role(c)}"
        yield f"last={c.slot}:{last.role(c)}"
        kind = self.kind(here)
        like = kinds.get(kind) if kind is not None else None
        if like is not None:
            yield f"like={c.slot}:{like.role(c)}"
        yield f"ever={c.slot}:{sorted(r for r, at in self.first.get(_mark(c), {}).items() if at < n)}"
