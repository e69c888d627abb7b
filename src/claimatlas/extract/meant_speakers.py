"""Speakers told by what they are: "the source added", "it said", "the statement", after the report has named the speaker."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from claimatlas.extract.leaf import Leaf
from claimatlas.extract.memory_past import DEFINITE
from claimatlas.extract.names import source_ref
from claimatlas.extract.nouns import nouns
from claimatlas.extract.source_speaker import Speaker
from claimatlas.extract.source_speech import Attribution
from claimatlas.extract.syntax import kids, subtree
from claimatlas.extract.syntax_verb import subjects
from claimatlas.model.actor import Actor
from claimatlas.model.passage import Token
from claimatlas.theatres import Theatre

Span = tuple[int, int]
PRONOUNS = {"it", "he", "she", "they"}
BODIES = {"agency", "government", "media", "military", "ministry", "organisation", "security", "state"}


class Who(NamedTuple):
    """The register's entry that words stand for; `told`: how an unnamed person of that body was called, '' for the body itself."""

    actor: Actor
    told: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """A speaker and the nouns of the words that named him."""

    who: Who | None
    words: frozenset[str]


@dataclass(slots=True)
class Hearing:
    """Who has spoken in a report so far, newest last; `known`: descriptions whose meaning is found already."""

    theatre: Theatre
    known: dict[Span, Who] = field(default_factory=dict)
    heard: list[Heard] = field(default_factory=list)

    def listen(self, leaf: Leaf) -> Iterator[tuple[Span, Who]]:
        """The words of a passage that stand for a speaker named before, with him; then take in who speaks in it."""
        for said in leaf.said:
            first, head = said.chain[0], _head(leaf, said)
            if head is not None and head.lower in PRONOUNS:
                speaker = self.heard[-1].who if self.heard else self._named(leaf, first)
                span = (head.start, head.end)
            else:
                speaker = self._named(leaf, first) or self._told_before(first)
                span = (first.start, first.end)
            if speaker is not None:
                yield span, speaker
                yield from ((span, speaker) for span in _himself(leaf, said))
            self.heard.append(Heard(speaker, _words(leaf, said)))

    def _named(self, leaf: Leaf, s: Speaker) -> Who | None:
        """The register's actor whom a speaker's own words name, be it as the body that a source belongs to."""
        if s.actor is not None and s.actor.kind != "collective":
            own = self.theatre.actors.get(s.actor.id or "")
            return Who(own) if own is not None else None
        found = next((who for (low, high), who in self.known.items() if s.start <= low and high == s.end), None)
        ref = source_ref(s, self.theatre)
        named = self.theatre.named(ref.name) if ref.kind == "organisation" else []
        return found or (Who(named[0]) if named else self._of_body(leaf, s))

    def _of_body(self, leaf: Leaf, s: Speaker) -> Who | None:
        """ "A source at the Police Command", "SANA reporter": somebody of the body."""
        p = leaf.scene.passage
        heads = [t for t in p.tokens if s.start <= t.start < s.end and t.lower in nouns("meant_of_bodies")]
        inside = {i for t in heads for i in subtree(p, t.index)}
        found = [m for m in leaf.scene.actors if m.root in inside and m.kind in BODIES and m.id in self.theatre.actors]
        if len(found) != 1:
            return None
        told = s.text if s.start <= found[0].start < s.end else f"{found[0].text} {s.text}"
        return Who(self.theatre.actors[str(found[0].id)], told)

    def _told_before(self, s: Speaker) -> Who | None:
        """Who was last called by the same noun; for a paper, who last spoke."""
        words = [w for w in s.text.lower().split() if w not in DEFINITE]
        if len(words) != 1:
            return None
        if words[0] in nouns("meant_papers"):
            return self.heard[-1].who if self.heard else None
        if words[0] in nouns("meant_speakers"):
            return next((h.who for h in reversed(self.heard) if words[0] in h.words), None)
        return None


def _head(leaf: Leaf, said: Attribution) -> Token | None:
    """The subject of the verb of saying."""
    found = subjects(leaf.scene.passage, said.at)
    return found[0] if found else None


def _himself(leaf: Leaf, said: Attribution) -> Iterator[Span]:
    """ "The group said it had shot down": the speaker as subject of what he says, where no mention of his own has told it."""
    p, head = leaf.scene.passage, _head(leaf, said)
    if head is not None and head.index not in leaf.scene.owner:
        for verb in kids(p, said.at, "ccomp"):
            yield from ((t.start, t.end) for t in kids(p, verb.index, "nsubj") if t.lower in {"it", "they"})


def _words(leaf: Leaf, said: Attribution) -> frozenset[str]:
    """The lower-case words that name who speaks, the subject's phrase included."""
    p = leaf.scene.passage
    words = {w.lower() for w in said.chain[0].text.split()}
    for token in subjects(p, said.at)[:1]:
        words |= {p.tokens[i].lower for i in subtree(p, token.index)}
    return frozenset(words)
