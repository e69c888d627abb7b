"""Names of the register in a passage: the longest that fits, unless its words say that something else is meant."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from claimatlas.extract.actor_mention import registered
from claimatlas.extract.mention import ActorMention
from claimatlas.extract.metonym import TERRITORIAL, stands_for_place
from claimatlas.extract.nouns import grouped, nouns
from claimatlas.extract.words import Trie, Word
from claimatlas.model.actor import Actor
from claimatlas.model.passage import Passage
from claimatlas.theatres import NamedActor, Theatre

Entry = tuple[int, tuple[NamedActor, ...]]
# named by what they do: the event, not an actor of it
EVENT_PERSONS = nouns("actor_named_event_persons")
CAPITALISED = {"person", "media", "agency", "armed_group"}
OFFICE = {"as", "new", "former", "become", "became", "appointed", "named"}
IN = {"in", "near", "outside", "toward", "towards", "around", "into"}
LINKS = {",", "and", "or", "the"}
OWNED, OWNING = {"NOUN", "PROPN", "ADJ"}, {"compound", "nmod", "amod", "nsubj", "npadvmod"}


class Hit(NamedTuple):
    """A register name in a passage; `acts`: whether the syntax makes an actor of it, not a place."""

    mention: ActorMention
    acts: bool


class NameSpotter:
    """Finds the names of one theatre's register."""

    def __init__(self, theatre: Theatre) -> None:
        self.theatre = theatre
        self.trie: Trie[tuple[NamedActor, ...]] = Trie()
        for key, entries in theatre.index.items():
            self.trie.add(key.split(), entries)

    def named(self, p: Passage, words: list[Word], on: date | None) -> Iterator[ActorMention]:
        """Mentions of register names in order of the text, each name as it was used at the date."""
        found: list[Hit] = []
        at = 0
        while at < len(words):
            hit = self._match(p, words, at, on)
            if hit is not None:
                found.append(hit)
            at += 1
            while hit is not None and hit.acts and at < len(words) and words[at].token <= hit.mention.last:
                at += 1
        yield from (hit.mention for i, hit in enumerate(found) if hit.acts or _listed_with_actors(p, found, i))

    def _match(self, p: Passage, words: list[Word], at: int, on: date | None) -> Hit | None:
        """The name that starts at word `at`."""
        entry = self._entry(p, words, at)
        if entry is None:
            return None
        length, entries = entry
        first, last = words[at].token, words[at + length - 1].token
        surface = " ".join(t.text for t in p.tokens[first : last + 1])
        usable = [e for e in entries if not e.exact or e.text.replace(" ", "") in surface.replace(" ", "")]
        if not usable or _no_name(p, first, last):
            return None
        actor = self.theatre.actors[min(usable, key=lambda e: (not e.valid(on), e.actor)).actor]
        if actor.country in self.theatre.countries and actor.kind == "state" and _scene_of(p, first):
            return None
        land = actor.kind in TERRITORIAL and stands_for_place(p, first, last)
        if not _means(p, first, last, surface, actor) or (land and actor.kind != "state"):
            return None
        if actor.kind == "collective" and any(self._reaches(words, at + i, at + length) for i in range(1, length)):
            return None
        return Hit(registered(p, first, last, actor), not land)

    def _entry(self, p: Passage, words: list[Word], at: int) -> Entry | None:
        """The longest entry at word `at`, an "s" of its first or last word left out where that makes it longer."""
        hits = (self.trie.longest(words, at), self._without_s(words, at), self._owner(p, words, at))
        return max((h for h in hits if h), key=lambda h: h[0], default=None)

    def _reaches(self, words: list[Word], at: int, end: int) -> bool:
        """Whether a name that starts at word `at` runs beyond word `end`: "Army of Heroes" in "rebel Army of Heroes"."""
        hit = self.trie.longest(words, at)
        return hit is not None and at + hit[0] > end

    def _without_s(self, words: list[Word], at: int) -> Entry | None:
        word = words[at].text
        if len(word) < 5 or not word.endswith("s"):
            return None
        return self.trie.longest([Word(word[:-1], words[at].token), *words[at + 1 : at + 4]], 0)

    def _owner(self, p: Passage, words: list[Word], at: int) -> Entry | None:
        """ "The Syrian armys guns": an owner whose apostrophe the text has lost."""
        hit = self.trie.ending_in_s(words, at)
        return hit if hit is not None and owns(p, words[at + hit[0] - 1].token) else None


def owns(p: Passage, i: int) -> bool:
    """Whether a word owns what stands right behind it, its apostrophe kept or lost."""
    following = p.tokens[i + 1].pos if i + 1 < len(p.tokens) else ""
    return p.tokens[i].dep == "poss" or (
        following in {"NOUN", "PROPN", "ADJ"} and p.tokens[i].dep in {"poss", "compound", "nmod", "amod", "nsubj", "npadvmod"}
    )


def _listed_with_actors(p: Passage, found: list[Hit], i: int) -> bool:
    """Whether a state stands in a list of names one of which acts: "between Russia, Iran and Turkey", as much without commas."""
    run = [i]
    while run[0] > 0 and _adjoin(p, found[run[0] - 1], found[run[0]]):
        run.insert(0, run[0] - 1)
    while run[-1] + 1 < len(found) and _adjoin(p, found[run[-1]], found[run[-1] + 1]):
        run.append(run[-1] + 1)
    between = p.tokens[found[run[0]].mention.last : found[run[-1]].mention.first]
    joined = any(t.lower in {"and", "or"} for t in between)
    return joined and any(found[j].acts and found[j].mention.kind in TERRITORIAL for j in run)


def _adjoin(p: Passage, one: Hit, other: Hit) -> bool:
    """Whether nothing but a comma, "and", "or" and "the" stands between two names."""
    between = p.tokens[one.mention.last + 1 : other.mention.first]
    return one.mention.last < other.mention.first and len(between) <= 3 and all(t.lower in LINKS for t in between)


def _scene_of(p: Passage, i: int) -> bool:
    """ "Syria car bomb", "Iraqs war": the country at war before an event is where it happens."""
    token = p.tokens[i]
    return (
        token.pos == "PROPN"
        and token.dep in {"compound", "nmod", "poss", "npadvmod"}
        and p.tokens[token.head].lower not in nouns("force_heads")
    )


def _no_name(p: Passage, first: int, last: int) -> bool:
    """Whether the words cannot be a name here: an event, a verb."""
    event = p.tokens[last].lower in EVENT_PERSONS
    return event or (p.tokens[first].tag == "VBD" and first != last)


def _means(p: Passage, first: int, last: int, surface: str, actor: Actor) -> bool:
    """Whether the words mean this actor, given what sort of actor it is."""
    if actor.kind == "collective" and (_refers(p, first, last) or _speaks(p, last)):
        return False
    if actor.kind == "person" and _office_held(p, first, surface):
        return False
    if actor.kind in {"media", "agency"} and _place_kind_beside(p, first, last):
        return False
    return _plausible(surface, actor)


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
