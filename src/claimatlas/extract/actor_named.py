"""Names of the register in a passage: the longest that fits, unless its words say that something else is meant."""

from collections.abc import Iterator
from datetime import date

from claimatlas.extract.actor_mention import registered
from claimatlas.extract.mention import ActorMention
from claimatlas.extract.metonym import TERRITORIAL, stands_for_place
from claimatlas.extract.nouns import grouped, nouns
from claimatlas.extract.words import Trie, Word
from claimatlas.model.actor import Actor
from claimatlas.model.passage import Passage
from claimatlas.theatres import NamedActor, Theatre

Hit = tuple[int, tuple[NamedActor, ...]]
# named by what they do: the event, not an actor of it
EVENT_PERSONS = nouns("actor_named_event_persons")
CAPITALISED = {"person", "media", "agency", "armed_group"}
OFFICE = {"as", "new", "former", "become", "became", "appointed", "named"}
IN = {"in", "near", "outside", "toward", "towards", "around", "into"}


class NameSpotter:
    """Finds the names of one theatre's register."""

    def __init__(self, theatre: Theatre) -> None:
        self.theatre = theatre
        self.trie: Trie[tuple[NamedActor, ...]] = Trie()
        for key, entries in theatre.index.items():
            self.trie.add(key.split(), entries)

    def named(self, p: Passage, words: list[Word], on: date | None) -> Iterator[ActorMention]:
        """Mentions of register names in order of the text, each name as it was used at the date."""
        at = 0
        while at < len(words):
            hit = self._match(p, words, at, on)
            if hit is None:
                at += 1
                continue
            length, actor = hit
            mention = registered(p, words[at].token, words[at + length - 1].token, actor)
            yield mention
            while at < len(words) and words[at].token <= mention.last:
                at += 1

    def _match(self, p: Passage, words: list[Word], at: int, on: date | None) -> tuple[int, Actor] | None:
        """(number of words, actor) of the name that starts at word `at`."""
        hit = max((h for h in (self.trie.longest(words, at), self._without_s(words, at)) if h), key=lambda h: h[0], default=None)
        if hit is None:
            return None
        length, entries = hit
        first, last = words[at].token, words[at + length - 1].token
        surface = " ".join(t.text for t in p.tokens[first : last + 1])
        usable = [e for e in entries if not e.exact or e.text.replace(" ", "") in surface.replace(" ", "")]
        if not usable or _no_name(p, first, last, surface):
            return None
        actor = self.theatre.actors[min(usable, key=lambda e: (not e.valid(on), e.actor)).actor]
        if actor.country in self.theatre.countries and actor.kind == "state" and _scene_of(p, first):
            return None
        return (length, actor) if _means(p, first, last, surface, actor) else None

    def _without_s(self, words: list[Word], at: int) -> Hit | None:
        word = words[at].text
        if len(word) < 5 or not word.endswith("s"):
            return None
        return self.trie.longest([Word(word[:-1], words[at].token), *words[at + 1 : at + 4]], 0)


def _scene_of(p: Passage, i: int) -> bool:
    """ "Syria car bomb", "Iraqs war": the country at war before an event is where it happens."""
    token = p.tokens[i]
    return (
        token.pos == "PROPN"
        and token.dep in {"compound", "nmod", "poss", "npadvmod"}
        and p.tokens[token.head].lower not in nouns("force_heads")
    )


def _no_name(p: Passage, first: int, last: int, surface: str) -> bool:
    """Whether the words cannot be a name here: an event, an office, a verb."""
    event = p.tokens[last].lower in EVENT_PERSONS
    return event or _office_held(p, first, surface) or (p.tokens[first].tag == "VBD" and first != last)


def _means(p: Passage, first: int, last: int, surface: str, actor: Actor) -> bool:
    """Whether the words mean this actor, given what sort of actor it is."""
    if actor.kind == "collective" and (_refers(p, first, last) or _speaks(p, last)):
        return False
    if actor.kind in {"media", "agency"} and _place_kind_beside(p, first, last):
        return False
    return _plausible(surface, actor) and not (actor.kind in TERRITORIAL and stands_for_place(p, first, last))


def _office_held(p: Passage, first: int, surface: str) -> bool:
    """ "As the leader of G": the office in G, not the person who holds it."""
    before = {t.lower for t in p.tokens[max(0, first - 3) : first]}
    return " of " in surface and bool(before & OFFICE)


def _speaks(p: Passage, last: int) -> bool:
    """ "Opposition sources", "rebel media": who speaks, not who fights."""
    return last + 1 < len(p.tokens) and p.tokens[last + 1].lower in nouns("actor_voices")


def _refers(p: Passage, first: int, last: int) -> bool:
    """ "the terrorist group": a description of a group named before, not a collective."""
    return (
        p.tokens[last].lower in {"group", "organization", "organisation", "faction", "force"}
        and first > 0
        and p.tokens[first - 1].lower in {"the", "this", "that"}
        and "-" not in {t.text for t in p.tokens[first:last]}
    )


def _place_kind_beside(p: Passage, first: int, last: int) -> bool:
    """ "the town of Mayadin", "in Mayadin", "the Mayadin area" are no outlet, whatever the name."""
    kinds = {*grouped("place_kinds"), "area", "areas", "outskirts"}
    before = p.lower_at(first - 1)
    kind_before = p.lower_at(first - 2) if before == "of" else ""
    after = p.lower_at(last + 1)
    return kind_before in kinds or after in kinds or before in IN


def _plausible(surface: str, actor: Actor) -> bool:
    """Names of one lower-case word count only for collectives and governments; a person's must be capitalised."""
    if surface != surface.lower() or any(c.isdigit() for c in surface) or actor.kind not in CAPITALISED | {"organisation", "monitor"}:
        return True
    return actor.kind not in CAPITALISED and " " in surface
