"""A report read again step by step, each step kept, so that a claim can be followed back to what chose it."""

from dataclasses import dataclass

from claimatlas.explain.scored import Looked, looked
from claimatlas.extract.draft import Draft
from claimatlas.extract.drafting import Drafter
from claimatlas.extract.ground.beside import beside
from claimatlas.extract.later import named_later
from claimatlas.extract.leaf import Leaf, named_places
from claimatlas.extract.learned.drafts import drafts_of
from claimatlas.extract.learned.reader import LearnedReader
from claimatlas.extract.reader import RuleReader
from claimatlas.extract.told import Told
from claimatlas.model.claim import Claim
from claimatlas.model.passage import Passage
from claimatlas.model.report import Report
from claimatlas.resolve.claims import Resolver


@dataclass(frozen=True, slots=True)
class Reread:
    """The steps of one reading.

    `looked`: the network's scores, None for the rules alone. `own`: the reader's drafts; `joined`: with plain captures beside them;
    `drafts`: with places named later. `resolved`: the claim of each draft before repeats are folded; `claims`: the report's claims.
    """

    report: Report
    leaves: list[Leaf]
    looked: Looked | None
    own: list[Draft]
    joined: list[Draft]
    drafts: list[Draft]
    resolved: list[Claim]
    claims: list[Claim]

    def number(self, claim: Claim) -> int:
        """The number of the draft that a claim was made from. Raises ValueError where it is none of `claims`."""
        for n, c in enumerate(self.resolved):
            same_word = (c.type, c.stance, c.trigger, c.quote.start) == (claim.type, claim.stance, claim.trigger, claim.quote.start)
            if same_word and c.place in (claim.place, None):
                return n
        raise ValueError(f"{claim.id} was not read from this report")

    def leaf(self, draft: Draft) -> int:
        """The number of the leaf that a draft stands in."""
        return next(n for n, leaf in enumerate(self.leaves) if leaf.scene.passage.number == draft.passage)

    def token(self, draft: Draft) -> int:
        """The index of a draft's event word in its passage."""
        p = self.leaves[self.leaf(draft)].scene.passage
        end = draft.claim.trigger[1] if draft.claim.trigger else p.end
        return next((t.index for t in p.tokens if t.end == end), len(p.tokens) - 1)

    def told(self, draft: Draft) -> Told | None:
        """The rules' event at a draft's word, the one of its type first."""
        here = [e for e in self.leaves[self.leaf(draft)].told if e.trigger.token == self.token(draft)]
        return next((e for e in here if e.type == draft.claim.type), here[0] if here else None)


def reread(report: Report, passages: list[Passage], reader: LearnedReader | RuleReader, resolver: Resolver) -> Reread:
    """The steps that a reader and the resolving of its drafts take with a report."""
    rules = reader.rules if isinstance(reader, LearnedReader) else reader
    leaves = rules.leaves(report, passages)
    seen = looked(reader, leaves) if isinstance(reader, LearnedReader) else None
    if seen is not None:
        own = [draft for d in seen.decided for draft in drafts_of(report, leaves, d, rules.theatre, reader.info)]
    else:
        own = [draft for leaf in leaves for draft in leaf.drafts]
    joined = beside(own, leaves, Drafter(report, rules.theatre, reader.info))
    drafts = named_later(joined, named_places(leaves))
    return Reread(report, leaves, seen, own, joined, drafts, resolver.resolved(report, drafts), resolver.resolve(report, drafts))
