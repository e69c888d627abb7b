"""One claim among the steps of its reading: what the reader, the plain captures, the later names and the repeats made of it."""

from dataclasses import dataclass

from claimatlas.explain.reread import Reread
from claimatlas.explain.scored import Looked
from claimatlas.extract.draft import Draft
from claimatlas.extract.leaf import Leaf
from claimatlas.extract.told import Told
from claimatlas.model.claim import Claim
from claimatlas.model.passage import Passage

PLAIN = "read word by word beside the reader, as a plain sentence on ground taken"
LATER = "the lead leaves it open, a later sentence names it"
AGAIN = "told again in the same report"


@dataclass(frozen=True, slots=True)
class Case:
    """`number`: of the claim's draft; `claim`: as the report's claims have it."""

    read: Reread
    number: int
    claim: Claim

    @property
    def draft(self) -> Draft:
        """The draft as it went to be resolved."""
        return self.read.drafts[self.number]

    @property
    def resolved(self) -> Claim:
        """The draft's claim with its values, before repeats were folded into it."""
        return self.read.resolved[self.number]

    @property
    def leaf(self) -> Leaf:
        """The sentence with what the rules found in it."""
        return self.read.leaves[self.read.leaf(self.draft)]

    @property
    def passage(self) -> Passage:
        """The sentence."""
        return self.leaf.scene.passage

    @property
    def told(self) -> Told | None:
        """The rules' event at the claim's word."""
        return self.read.told(self.draft)

    @property
    def event(self) -> tuple[Looked, int] | None:
        """The network's scores and the number of the claim's event among them; None where the network did not decide."""
        if self.read.looked is None or not self.own:
            return None
        n = self.read.looked.event(self.read.leaf(self.draft), self.read.token(self.draft))
        return (self.read.looked, n) if n is not None else None

    @property
    def own(self) -> list[Draft]:
        """The reader's own drafts of this word and type."""
        return [d for d in self.read.own if _word(d) == _word(self.draft)]

    def instead(self, slot: str) -> str | None:
        """What filled a slot where the reader itself did not; None where it did."""
        if slot == "place" and self.read.joined[self.number].claim.place != self.draft.claim.place:
            return LATER
        return None if any(_filler(d, slot) == _filler(self.draft, slot) for d in self.own) else PLAIN

    def again(self, slot: str) -> tuple[str, ...]:
        """A note where the slot was taken over from the same claim told again."""
        by = self.brought(slot)
        return () if by == self.number else (f"{AGAIN}: «{self.read.resolved[by].quote.exact}»",)

    def brought(self, slot: str) -> int:
        """The number of the draft that a slot has its value from, or the last part of it."""
        if getattr(self.claim, slot) == getattr(self.resolved, slot):
            return self.number
        found = (n for n, c in enumerate(self.read.resolved) if n != self.number and _brings(c, self.claim, slot))
        return next(found, self.number)


def _word(draft: Draft) -> tuple[int, str, int | None]:
    """The event word of a draft and its type."""
    return draft.passage, draft.claim.type, draft.claim.trigger[1] if draft.claim.trigger else None


def _filler(draft: Draft, slot: str) -> object:
    """What fills a slot of a draft; its time words stand beside the claim."""
    return draft.time if slot == "time" else getattr(draft.claim, slot)


def _brings(other: Claim, claim: Claim, slot: str) -> bool:
    """Whether another claim of the type has what a slot took over: the whole value, or one of its numbers."""
    mine, theirs = getattr(claim, slot), getattr(other, slot)
    if slot == "quantities":
        return other.type == claim.type and bool(theirs) and all(q in mine for q in theirs)
    return other.type == claim.type and bool(theirs == mine)
