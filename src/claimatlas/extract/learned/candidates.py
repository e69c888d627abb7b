"""Candidates: the words that may tell an event, and the mentions of a report that may fill its slots."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from claimatlas.extract.leaf import Leaf
from claimatlas.extract.learned.noun_phrases import noun_phrases
from claimatlas.extract.mention import ActorMention, PlaceMention
from claimatlas.extract.quantity import NumberMention
from claimatlas.extract.source_speaker import Speaker, speaker_of
from claimatlas.extract.time import TimeMention
from claimatlas.extract.timing import token_at
from claimatlas.model.names import fold_name

Slot = Literal["actor", "place", "time", "speaker", "number"]
EVENT_POS = {"VERB", "NOUN", "PROPN", "ADJ", "AUX"}
OWN = {"named", "collective", "new", "person"}
REACH = {"actor": (8, 1), "place": (12, 2), "time": (4, 0), "speaker": (6, 2), "number": (1, 1)}
"""How many leaves before and after the event's own a candidate may stand in."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention at token `token` of leaf `leaf`. Candidates with one `key` stand for the same thing."""

    slot: Slot
    leaf: int
    token: int
    key: str
    start: int
    end: int
    mention: ActorMention | PlaceMention | TimeMention | NumberMention | Speaker
    sort: str = ""


def words(leaf: Leaf) -> Iterator[int]:
    """Indexes of the tokens of a passage that may tell an event."""
    ruled = {event.trigger.token for event in leaf.told}
    for token in leaf.scene.passage.tokens:
        if (token.pos in EVENT_POS and any(c.isalpha() for c in token.text)) or token.index in ruled:
            yield token.index


def candidates(leaves: list[Leaf]) -> list[list[Candidate]]:
    """The candidates of each leaf, in order of the text."""
    return [sorted(_of(n, leaf), key=lambda c: (c.start, c.end, c.slot)) for n, leaf in enumerate(leaves)]


def _of(n: int, leaf: Leaf) -> Iterator[Candidate]:
    p = leaf.scene.passage
    phrases = list(noun_phrases(leaf))
    for m in [*leaf.scene.actors, *phrases]:
        yield Candidate("actor", n, m.root, actor_key(m), m.start, m.end, m, m.sort)
    for place in leaf.scene.places:
        yield Candidate("place", n, place.root, fold_name(place.name), place.start, place.end, place, "back" if place.antecedent else "")
    for time in leaf.times:
        yield Candidate("time", n, token_at(p, time.start), f"{n}:{time.start}", time.start, time.end, time, time.kind)
    for number in leaf.numbers:
        at = token_at(p, number.start)
        yield Candidate("number", n, at, f"{n}:{number.start}", number.start, number.end, number, number.what)
    yield from _speakers(n, leaf, phrases)


def _speakers(n: int, leaf: Leaf, phrases: list[ActorMention]) -> Iterator[Candidate]:
    """Who speaks in a passage by its attributions, who goes on speaking, and who else could."""
    p = leaf.scene.passage
    seen: set[str] = set()
    said = [(s, "said") for a in leaf.said for s in a.chain]
    could = [(speaker_of(m), "named") for m in leaf.scene.actors if m.sort in OWN]
    might = [(Speaker(m.text, m.start, m.end), m.sort) for m in phrases]
    for speaker, sort in [*said, *((s, "carried") for s in leaf.carried), *could, *might]:
        key = speaker_key(speaker)
        if key not in seen:
            seen.add(key)
            here = p.start <= speaker.start < p.end
            yield Candidate("speaker", n, token_at(p, speaker.start) if here else 0, key, speaker.start, speaker.end, speaker, sort)


def actor_key(m: ActorMention) -> str:
    """What makes two mentions one actor: the register's id, else the folded name."""
    return m.id or fold_name(m.name)


def speaker_key(s: Speaker) -> str:
    """What makes two speakers one: the actor's key, else the folded words."""
    return actor_key(s.actor) if s.actor is not None else fold_name(s.text)


def within_reach(all_: list[list[Candidate]], slot: Slot, n: int) -> list[Candidate]:
    """The candidates for a slot of an event in leaf `n`: all of its own leaf, of other leaves the nearest of each key."""
    back, ahead = REACH[slot]
    out = [c for c in all_[n] if c.slot == slot]
    keys = {c.key for c in out}
    for m in _outwards(n, back, ahead, len(all_)):
        for c in reversed(all_[m]) if m < n else all_[m]:
            if c.slot == slot and c.key not in keys and _carries(c):
                keys.add(c.key)
                out.append(c)
    return out


def _outwards(n: int, back: int, ahead: int, count: int) -> Iterator[int]:
    """Leaves around `n`, those before it first, nearest first."""
    yield from range(n - 1, max(-1, n - 1 - back), -1)
    yield from range(n + 1, min(count, n + 1 + ahead))


def _carries(c: Candidate) -> bool:
    """Whether a candidate may be meant outside of its own sentence."""
    if c.slot == "actor":
        return c.sort in OWN
    if c.slot == "speaker":
        return c.sort == "said"
    return c.slot != "place" or c.sort != "back"
