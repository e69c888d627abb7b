"""Spot actors in a passage: names of the register, collectives, persons with a title, unknown groups, descriptions."""

from collections.abc import Iterator
from datetime import date

from claimatlas.extract.mention import COLLECTIVE, NAMED, NEW, PERSON, ActorMention
from claimatlas.extract.metonym import TERRITORIAL, stands_for_place
from claimatlas.extract.nouns import grouped, nouns
from claimatlas.extract.syntax import root_of_span
from claimatlas.extract.words import Trie, Word, folded, words_of
from claimatlas.model.actor import Actor
from claimatlas.model.passage import Passage
from claimatlas.theatres import NamedActor, Theatre

UNARMED = {"media", "agency", "monitor", "ministry", "organisation", "international", "person", "political"}
UNARMED_COLLECTIVES = {"civilians", "journalists", "protesters", "rescue workers", "medical staff", "activists", "prisoners"}
# named by what they do: the event, not an actor of it
EVENT_PERSONS = {"sniper", "snipers", "bomber", "bombers", "raids", "strikes", "attack", "attacks", "uprising"}


class ActorSpotter:
    """Finds actor mentions with one theatre's register."""

    def __init__(self, theatre: Theatre) -> None:
        self.theatre = theatre
        self.trie: Trie[tuple[NamedActor, ...]] = Trie()
        for key, entries in theatre.index.items():
            self.trie.add(key.split(), entries)

    def country_of(self, text: str) -> str:
        """The theatre's country that a report is chiefly about, by how often it is named."""
        lower = text.lower()
        stems = {
            c: self.theatre.actors[i].name.split()[0].lower()[:4] for c, g in self.theatre.generic.items() if (i := g.get("government"))
        }
        return max(stems, key=lambda c: lower.count(stems[c]), default="")

    def mentions(self, p: Passage, on: date | None, country: str = "") -> list[ActorMention]:
        """Non-overlapping mentions in order of the text; bare "the army" is that of `country`."""
        words = words_of(p)
        found = list(self._named(p, words, on))
        found += self._generic(p, words, {i for m in found for i in range(m.first, m.last + 1)}, country)
        taken = {i for m in found for i in range(m.first, m.last + 1)}
        found += list(self._new_groups(p, taken))
        taken |= {i for m in found for i in range(m.first, m.last + 1)}
        found += list(self._collectives(p, taken))
        found += self._shared_heads(p, found, on)
        return sorted(found, key=lambda m: m.first)

    def persons(self, p: Passage, taken: set[int]) -> list[ActorMention]:
        """Persons named with a title outside the taken tokens: what is left when groups and places are found."""
        return list(self._persons(p, taken))

    def _named(self, p: Passage, words: list[Word], on: date | None) -> Iterator[ActorMention]:
        at = 0
        while at < len(words):
            hit = self._match(p, words, at, on)
            if hit is None:
                at += 1
                continue
            length, actor = hit
            mention = _build(p, words[at].token, words[at + length - 1].token, actor)
            yield mention
            while at < len(words) and words[at].token <= mention.last:
                at += 1

    def _match(self, p: Passage, words: list[Word], at: int, on: date | None) -> tuple[int, Actor] | None:
        hit = max((h for h in (self.trie.longest(words, at), self._without_s(words, at)) if h), key=lambda h: h[0], default=None)
        if hit is None or p.tokens[words[at + hit[0] - 1].token].lower in EVENT_PERSONS:
            return None
        length, entries = hit
        first, last = p.tokens[words[at].token], p.tokens[words[at + length - 1].token]
        surface = " ".join(t.text for t in p.tokens[first.index : last.index + 1])
        usable = [e for e in entries if not e.exact or e.text.replace(" ", "") in surface.replace(" ", "")]
        if _office_held(p, first.index, surface):
            return None
        if not usable or (first.tag == "VBD" and first.index != last.index):
            return None
        actor = self.theatre.actors[min(usable, key=lambda e: (not e.valid(on), e.actor)).actor]
        if actor.kind == "collective" and _refers(p, first.index, last.index):
            return None
        if actor.kind in {"media", "agency"} and _place_kind_beside(p, first.index, last.index):
            return None
        if not _plausible(surface, actor) or (actor.kind in TERRITORIAL and stands_for_place(p, first.index, last.index)):
            return None
        return length, actor

    def _without_s(self, words: list[Word], at: int) -> tuple[int, tuple[NamedActor, ...]] | None:
        word = words[at].text
        if len(word) < 5 or not word.endswith("s"):
            return None
        return self.trie.longest([Word(word[:-1], words[at].token), *words[at + 1 : at + 4]], 0)

    def _generic(self, p: Passage, words: list[Word], taken: set[int], country: str) -> list[ActorMention]:
        """ "The army", "government troops": whose is told by the country that the report is about."""
        table = self.theatre.generic.get(country, {})
        out: list[ActorMention] = []
        at = 0
        while at < len(words):
            for size in (2, 1):
                span = words[at : at + size]
                actor = self.theatre.actors.get(table.get(" ".join(w.text for w in span), ""))
                adjective = (
                    size == 1 and span[0].text in {"military", "state"} and p.tokens[span[0].token].dep in {"amod", "compound", "nmod"}
                )
                if (
                    len(span) == size
                    and actor
                    and not adjective
                    and not any(w.token in taken for w in span)
                    and not _owned(p, span[0].token, taken)
                ):
                    mention = _build(p, span[0].token, span[-1].token, actor)
                    if actor.kind not in TERRITORIAL or not stands_for_place(p, mention.first, mention.last):
                        out.append(mention)
                    break
            at += 1 if not out or out[-1].last < words[at].token else max(1, sum(1 for w in words[at:] if w.token <= out[-1].last))
        return out

    def _shared_heads(self, p: Passage, found: list[ActorMention], on: date | None) -> list[ActorMention]:
        """ "Syrian and Russian warplanes": the first adjective shares the head of the second."""
        out = []
        for m in found:
            j = m.first - 2
            if j < 0 or p.tokens[m.first - 1].lower not in {"and", "or"} or p.tokens[j].lower not in nouns("demonyms"):
                continue
            named = self.theatre.named(f"{p.tokens[j].text} {p.tokens[m.last].text}", on)
            if named and m.last > m.first:
                out.append(_mention(p, j, j, NAMED, named[0].id, named[0].name, named[0].kind))
        return out

    def _new_groups(self, p: Passage, taken: set[int]) -> Iterator[ActorMention]:
        """Capitalised runs that end or begin with a word for a group: "Sons of the Euphrates Brigade"."""
        for run in _capital_runs(p, taken):
            lowers = [w for i in run for w in folded(p.tokens[i].text)]
            if len(run) >= 2 and lowers and (lowers[-1] in nouns("group_nouns") or lowers[0] in nouns("group_nouns")):
                yield _mention(p, run[0], run[-1], NEW, None, None, "armed_group")

    def _persons(self, p: Passage, taken: set[int]) -> Iterator[ActorMention]:
        """A title and a capitalised name: "Colonel Omar Hassan", "activist Abu Yazan"."""
        for run in _capital_runs(p, taken):
            names = [i for i in run if p.tokens[i].lower.rstrip(".") not in nouns("titles")]
            before = p.tokens[run[0] - 1].lower.rstrip(".") if run[0] else ""
            titled = len(names) < len(run) or before in nouns("titles") or (len(run) > 1 and _speaks_or_serves(p, run[-1]))
            if titled and names and p.tokens[names[-1]].pos == "PROPN":
                yield _mention(p, names[0], names[-1], PERSON, None, None, "person", armed=False)

    def _collectives(self, p: Passage, taken: set[int]) -> Iterator[ActorMention]:
        for token in p.tokens:
            name = grouped("collective_heads").get(token.lower)
            if token.index in taken or name is None or token.pos not in {"NOUN", "PROPN", "ADJ"}:
                continue
            if token.dep in {"amod", "compound", "nmod"} and p.tokens[token.head].lower in {
                *nouns("force_heads"),
                *nouns("force_modifiers"),
            }:
                continue
            if name == "Syrian opposition" and token.dep in {"compound", "amod"}:
                continue
            if (
                token.tag in {"NN"}
                and token.lower in {"man", "woman", "person", "child", "boy", "girl"}
                and token.dep not in {"nsubj", "nsubjpass", "dobj", "pobj", "conj"}
            ):
                continue
            armed = name not in UNARMED_COLLECTIVES
            yield _mention(p, token.index, token.index, COLLECTIVE, None, name, "collective", armed=armed)


def _office_held(p: Passage, first: int, surface: str) -> bool:
    """ "As the leader of G": the office in G, not the person who holds it."""
    before = {t.lower for t in p.tokens[max(0, first - 3) : first]}
    return " of " in surface and bool(before & {"as", "new", "former", "become", "became", "appointed", "named"})


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
    before = p.tokens[first - 1].lower if first else ""
    kind_before = p.tokens[first - 2].lower if first > 1 and before == "of" else ""
    after = p.tokens[last + 1].lower if last + 1 < len(p.tokens) else ""
    return kind_before in kinds or after in kinds or before in {"in", "near", "outside", "toward", "towards", "around", "into"}


def _plausible(surface: str, actor: Actor) -> bool:
    """Names of one lower-case word count only for collectives and governments; a person's must be capitalised."""
    if (
        actor.kind in {"person", "media", "agency", "armed_group", "organisation", "monitor"}
        and surface == surface.lower()
        and not any(c.isdigit() for c in surface)
    ):
        return actor.kind in {"organisation", "monitor"} and " " in surface
    return True


def _capital_runs(p: Passage, taken: set[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for token in p.tokens:
        inner = bool(run) and token.lower in {"of", "al", "the", "and", "-", "for"} and token.index + 1 < len(p.tokens)
        capital = token.text[:1].isupper() and token.pos in {"PROPN", "NOUN", "ADJ"} and token.index not in taken
        if capital or (inner and token.lower != "and" and token.index not in taken and p.tokens[token.index + 1].text[:1].isupper()):
            run.append(token.index)
            continue
        if run:
            yield _stripped(p, run)
        run = []
    if run:
        yield _stripped(p, run)


def _stripped(p: Passage, run: list[int]) -> list[int]:
    while len(run) > 1 and not p.tokens[run[-1]].text[:1].isupper():
        run = run[:-1]
    return run


def _speaks_or_serves(p: Passage, i: int) -> bool:
    """Whether a name is the subject of a verb of saying, or stands beside an office ("the vice-president Abdul Ahad Steifo")."""
    token, head = p.tokens[i], p.tokens[p.tokens[i].head]
    return (token.dep == "nsubj" and head.lemma in nouns("source_say")) or (token.dep == "appos" and head.lower in nouns("titles"))


def _owned(p: Passage, first: int, taken: set[int]) -> bool:
    """Whether another actor or a nationality stands right before: "Turkish army", "rebel government"."""
    before = p.tokens[first - 1] if first else None
    return before is not None and (
        before.index in taken or before.lower in nouns("demonyms") or (before.text == "-" and first > 1) or before.lower in {"pro", "anti"}
    )


def _build(p: Passage, first: int, last: int, actor: Actor) -> ActorMention:
    """A register mention, widened over the force words that follow it ("ISIS terrorist fighters")."""
    if actor.kind == "collective":
        last = _widened(p, last)
        armed = actor.name not in UNARMED_COLLECTIVES
        return _mention(p, first, last, COLLECTIVE, actor.id, actor.name, actor.kind, armed=armed)
    last = _widened(p, last)
    sort = PERSON if actor.kind == "person" else NAMED
    return _mention(p, first, last, sort, actor.id, actor.name, actor.kind, armed=actor.kind not in UNARMED)


def _widened(p: Passage, last: int) -> int:
    at = last
    while at + 1 < len(p.tokens):
        lower = p.tokens[at + 1].lower
        if lower in nouns("force_heads"):
            last = at = at + 1
        elif lower in nouns("force_modifiers") or (lower == "-" and at + 2 < len(p.tokens)):
            at += 1
        else:
            break
    return last


def _mention(
    p: Passage, first: int, last: int, sort: str, actor_id: str | None, name: str | None, kind: str, armed: bool = True
) -> ActorMention:
    start, end = p.tokens[first].start, p.tokens[last].end
    text = p.text[start - p.start : end - p.start]
    root = root_of_span(p, first, last)
    plural = p.tokens[root].tag in {"NNS", "NNPS"} or sort in {COLLECTIVE}
    return ActorMention(first, last, root, sort, name or text, start, end, text, actor_id, kind, plural, armed)
