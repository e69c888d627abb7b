"""Spot actors in a passage: names of the register, the country's own forces, unknown groups, collectives, persons."""

from collections.abc import Iterable
from datetime import date

from claimatlas.extract.actor_generic import country_of, generic, national_fire, shared_heads
from claimatlas.extract.actor_named import NameSpotter
from claimatlas.extract.actor_unnamed import collectives, new_groups, persons
from claimatlas.extract.mention import ActorMention
from claimatlas.extract.words import words_of
from claimatlas.model.passage import Passage
from claimatlas.theatres import Theatre


class ActorSpotter:
    """Finds actor mentions with one theatre's register."""

    def __init__(self, theatre: Theatre) -> None:
        self.theatre = theatre
        self.names = NameSpotter(theatre)

    def country_of(self, text: str) -> str:
        """The theatre's country that a report is chiefly about, by how often it is named."""
        return country_of(self.theatre, text)

    def mentions(self, p: Passage, on: date | None, country: str = "") -> list[ActorMention]:
        """Non-overlapping mentions in order of the text; bare "the army" is that of `country`."""
        words = words_of(p)
        found = list(self.names.named(p, words, on))
        found += generic(self.theatre, p, words, _tokens(found), country)
        found += national_fire(self.theatre, p, _tokens(found))
        found += new_groups(p, _tokens(found))
        found += collectives(p, _tokens(found))
        found += shared_heads(self.theatre, p, found, on)
        return sorted(found, key=lambda m: m.first)

    def persons(self, p: Passage, taken: set[int]) -> list[ActorMention]:
        """Persons named with a title outside the taken tokens: what is left when groups and places are found."""
        return list(persons(p, taken))


def _tokens(found: Iterable[ActorMention]) -> set[int]:
    return {i for m in found for i in range(m.first, m.last + 1)}
