"""Whom words without a name mean, once the whole report is read: "the militants", "it said", "the source", "the center".

The words of a claim stay as told; only the register's entry is filled in. The learned reader does not see this: it decides
on the words, and what it decided is named afterwards.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from claimatlas.extract.draft import Draft
from claimatlas.extract.leaf import Leaf
from claimatlas.extract.meant_bodies import bodies_meant
from claimatlas.extract.meant_forces import commanded, soldiers_meant
from claimatlas.extract.meant_groups import Foe, foes_meant, groups_meant
from claimatlas.extract.meant_people import people_meant
from claimatlas.extract.meant_speakers import Hearing, Span, Who
from claimatlas.extract.mention import NAMED
from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import SourceRef
from claimatlas.theatres import Theatre

SPEAKING = {"agency", "media", "monitor"}
"""Kinds of actors that tell of deeds and do none: "it" of "it said" is no agent of what is told."""
GROUPS = {"armed_group", "coalition", "operations_room"}


@dataclass(slots=True)
class Meant:
    """What was found for one report: by span of the words, whom they stand for."""

    spans: dict[Span, Who] = field(default_factory=dict)

    def actor(self, ref: ActorRef) -> ActorRef:
        """The reference with the entry that its words stand for; its text stays."""
        found = self._at(ref.start, ref.end, ref.id is None)
        if found is None or found.told or found.actor.kind in SPEAKING:
            return ref
        return replace(ref, id=found.actor.id, name=found.actor.name, candidates=())

    def speaker(self, ref: SourceRef) -> SourceRef:
        """The same for a speaker; an unnamed person of a body keeps the name that the report gave him."""
        found = self._at(ref.start, ref.end, ref.id is None)
        if found is None:
            return ref
        kind = "anonymous" if found.told else "person" if found.actor.kind == "person" else "organisation"
        return replace(ref, id=found.actor.id, name=found.told or found.actor.name, kind=kind)

    def _at(self, start: int | None, end: int | None, free: bool) -> Who | None:
        """Who is meant at a span; for words that have no entry of their own, also by their last word."""
        if start is None or end is None:
            return None
        inside = (who for (low, high), who in self.spans.items() if free and start <= low and high == end)
        return self.spans.get((start, end)) or next(inside, None)

    def draft(self, draft: Draft) -> Draft:
        """A draft with its actors and speakers named."""
        c = draft.claim
        agent, target = (tuple(_once([self.actor(a) for a in slot])) for slot in (c.agent, c.target))
        return replace(draft, claim=replace(c, agent=agent, target=target, source=tuple(self.speaker(s) for s in c.source)))


def _once(refs: list[ActorRef]) -> list[ActorRef]:
    """Each actor once, the first words that name it kept."""
    seen: dict[str, ActorRef] = {}
    for ref in refs:
        seen.setdefault(ref.id or f" {ref.name}", ref)
    return list(seen.values())


def meant(leaves: list[Leaf], theatre: Theatre, on: date | None, country: str) -> Meant:
    """Whom a report's words without a name mean; `country`: the theatre's country that it is chiefly about."""
    out = Meant()
    foes = _foes(leaves, theatre, on, country)
    out.spans |= {(token.start, token.end): Who(actor) for token, actor in people_meant(leaves, theatre)}
    out.spans |= {(m.start, m.end): Who(actor) for m, actor in soldiers_meant(leaves, theatre, country)}
    out.spans |= {(start, end): Who(actor) for start, end, actor in commanded(leaves, theatre, on)}
    for token, back in bodies_meant(leaves):
        if back.id in theatre.actors:
            out.spans[token.start, token.end] = Who(theatre.actors[back.id])
    out.spans |= {(token.start, token.end): Who(actor) for token, actor in groups_meant(leaves, foes)}
    out.spans |= {(m.start, m.end): Who(actor) for m, actor in foes_meant(leaves, foes)}
    hearing = Hearing(theatre, dict(out.spans))
    for leaf in leaves:
        out.spans |= dict(hearing.listen(leaf))
    return out


def _foes(leaves: list[Leaf], theatre: Theatre, on: date | None, country: str) -> list[Foe]:
    """The armed groups that a report names and the country's government fights."""
    own = theatre.side_of(theatre.generic.get(country, {}).get("government"), on=on)
    found = []
    for leaf in leaves:
        for m in leaf.scene.actors:
            side = theatre.side_of(m.id, m.name, on) if m.sort == NAMED and m.kind in GROUPS and m.id else None
            if own and side and theatre.likely_enemies(own, side):
                found.append(Foe(leaf.scene.passage.number, m, theatre.actors[str(m.id)]))
    return found
