"""Plainly told captures and holds beside the claims of a reader.

Precedence. Where the reader has an event of the same type at the same word, its stance, numbers, speakers and target
stand. Read here are what was taken (the list), the day where it stands right behind the list, and the taker where he is the
verb's own subject, or where the reader has none or has him from a pronoun. A word that the reader takes for another type
keeps it, but a denial of what was told just before. A plain capture at a word where the reader sees no event is added.
"""

from collections.abc import Sequence
from dataclasses import replace

from claimatlas.extract.draft import Draft
from claimatlas.extract.drafting import Drafter
from claimatlas.extract.ground.reader import Plain, ground_told
from claimatlas.extract.leaf import Leaf
from claimatlas.extract.mention import ActorMention
from claimatlas.extract.names import actor_refs, place_ref
from claimatlas.extract.source import speakers_of
from claimatlas.extract.told import Told

PRONOUNS = {"it", "they", "them", "its", "their"}


def beside(drafts: Sequence[Draft], leaves: list[Leaf], drafter: Drafter) -> list[Draft]:
    """The drafts with the plain captures of the leaves among them, in order of the text."""
    out = list(drafts)
    for leaf, told in zip(leaves, ground_told(leaves, drafter.report.published, drafter.theatre), strict=True):
        for plain in told:
            out = _joined(out, leaf, plain, drafter)
    return sorted(out, key=lambda d: d.passage)


def _joined(drafts: list[Draft], leaf: Leaf, plain: Plain, drafter: Drafter) -> list[Draft]:
    p, event = leaf.scene.passage, plain.event
    word = p.tokens[event.trigger.token]
    same = [d for d in drafts if d.passage == p.number and d.claim.trigger is not None and d.claim.trigger[1] == word.end]
    denied = event.stance == "denied" and bool(event.speakers)
    if denied:
        drafts, same = [d for d in drafts if d not in same], []
    if any(d.claim.type != event.type for d in same):
        return drafts
    if not same:
        event.speakers = event.speakers or speakers_of(leaf.scene, event, leaf.said, leaf.carried)
        event.add("targets", [] if event.targets or denied else _rules_targets(leaf, event))
        return [*drafts, *drafter.at(leaf.scene, event, [place_ref(m) for m in event.chosen])]
    first = drafts.index(same[0])
    kept = [d for d in drafts if d not in same]
    return [*kept[:first], *_merged(same, plain), *kept[first:]]


def _rules_targets(leaf: Leaf, event: Told) -> list[ActorMention]:
    """From whom the rules have it taken, at the same word."""
    same = next((t for t in leaf.told if t.trigger.token == event.trigger.token and t.type == event.type), None)
    acting = {m.id or m.name for m in event.agents}
    return [m for m in same.targets if (m.id or m.name) not in acting] if same is not None else []


def _merged(same: list[Draft], plain: Plain) -> list[Draft]:
    """The reader's drafts of one word with what is read here."""
    event, head = plain.event, same[0]
    refs = [place_ref(m) for m in event.chosen]
    if not plain.named:
        return [replace(head, claim=replace(head.claim, place=refs[0]))]
    pronoun = any(a.text.lower() in PRONOUNS for a in head.claim.agent)
    agents = actor_refs(event.agents) if plain.sure or pronoun or not head.claim.agent else head.claim.agent
    target = tuple(t for t in head.claim.target if t.id is None or t.id not in {a.id for a in agents})
    claim = replace(head.claim, agent=agents, target=target)
    return [replace(head, claim=replace(claim, place=ref), time=event.time if plain.dated else head.time) for ref in refs]
