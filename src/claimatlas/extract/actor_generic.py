"""Actors without a name of their own whose country the report tells: "the army", "Syrian and Russian warplanes"."""

from datetime import date

from claimatlas.extract.actor_mention import mention, registered
from claimatlas.extract.actor_named import owns
from claimatlas.extract.mention import NAMED, ActorMention
from claimatlas.extract.metonym import TERRITORIAL, stands_for_place
from claimatlas.extract.nouns import nouns, people_heads
from claimatlas.extract.rules import rules
from claimatlas.extract.words import Word
from claimatlas.model.actor import Actor
from claimatlas.model.passage import Passage
from claimatlas.theatres import Theatre


def country_of(theatre: Theatre, text: str) -> str:
    """The theatre's country that a report is chiefly about, by how often it is named."""
    lower = text.lower()
    governments = {c: theatre.actors[i].name for c, table in theatre.generic.items() if (i := table.get("government"))}
    stems = {c: name.split()[0].lower()[:4] for c, name in governments.items()}
    return max(stems, key=lambda c: lower.count(stems[c]), default="")


def generic(theatre: Theatre, p: Passage, words: list[Word], taken: set[int], country: str) -> list[ActorMention]:
    """ "The army", "government troops": whose is told by the country that the report is about."""
    out: list[ActorMention] = []
    for at, word in enumerate(words):
        if not out or out[-1].last < word.token:
            out += _generic_at(theatre, p, words[at : at + 2], taken, country)
    return out


def _generic_at(theatre: Theatre, p: Passage, words: list[Word], taken: set[int], country: str) -> list[ActorMention]:
    """The actor that two words or the first of them stand for, in a list; an empty one for none."""
    table = theatre.generic.get(country, {})
    for span in (words, words[:1]) if len(words) == 2 else (words,):
        text = " ".join(w.text for w in span)
        bare = text[:-1] if text.endswith("s") and owns(p, span[-1].token) else ""
        actor = theatre.actors.get(table.get(text) or table.get(bare) or "")
        if actor and not _adjective(p, span) and not any(w.token in taken for w in span) and not _owned(p, span[0].token, taken):
            found = registered(p, span[0].token, span[-1].token, actor)
            return [] if actor.kind in TERRITORIAL and stands_for_place(p, found.first, found.last) else [found]
    return []


def _adjective(p: Passage, span: list[Word]) -> bool:
    word = span[0]
    return len(span) == 1 and word.text in {"military", "state"} and p.tokens[word.token].dep in {"amod", "compound", "nmod"}


def _owned(p: Passage, first: int, taken: set[int]) -> bool:
    """Whether another actor or a nationality stands right before: "Turkish army", "rebel government"."""
    before = p.tokens[first - 1] if first else None
    return before is not None and (
        before.index in taken
        or before.lower in nouns("demonyms")
        or (before.text == "-" and first > 1 and not _protested_against(p, first))
        or before.lower in {"pro", "anti"}
    )


def _protested_against(p: Passage, i: int) -> bool:
    """ "Anti-government protests": whom they are held against."""
    return p.lower_at(i - 2) == "anti" and people_heads().get(p.tokens[p.tokens[i].head].lower) == "protesters"


def national_fire(theatre: Theatre, p: Passage, taken: set[int]) -> list[ActorMention]:
    """ "Syrian air strikes", "Syrian and Russian raids": the government, where its country is at war and its name no actor's own."""
    governments = [theatre.actors[i] for table in theatre.generic.values() if (i := table.get("government"))]
    by_word = {a.name.split()[0].lower(): a for a in governments}
    return [
        _alone(p, token.index, by_word[token.lower])
        for token in p.tokens
        if token.lower in by_word and token.index not in taken and token.dep in {"amod", "compound", "nmod"} and _fires(p, token.index)
    ]


def _alone(p: Passage, i: int, actor: Actor) -> ActorMention:
    """A register mention of one word."""
    return mention(p, i, i, NAMED, actor.name, actor.kind, actor.id)


def _fires(p: Passage, i: int) -> bool:
    """Whether an adjective's noun is fire: strikes, raids, shelling."""
    above = p.tokens[p.tokens[i].head]
    while above.dep in {"amod", "compound", "nmod"} and above.head != above.index:
        above = p.tokens[above.head]
    return rules().nouns.get(above.lower) in {"airstrike", "shelling"}


def shared_heads(theatre: Theatre, p: Passage, found: list[ActorMention], on: date | None) -> list[ActorMention]:
    """ "Syrian and Russian warplanes": the first adjective shares the head of the second."""
    out = []
    for m in found:
        j = m.first - 2
        if j < 0 or p.tokens[m.first - 1].lower not in {"and", "or"} or p.tokens[j].lower not in nouns("demonyms"):
            continue
        named = theatre.named(f"{p.tokens[j].text} {p.tokens[m.last].text}", on)
        if named and m.last > m.first:
            out.append(mention(p, j, j, NAMED, named[0].name, named[0].kind, named[0].id))
    return out
