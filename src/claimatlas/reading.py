"""The whole reading of one report: passages, drafts, resolved claims."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from claimatlas.extract.learned.reader import LearnedReader
from claimatlas.extract.nouns import nouns
from claimatlas.extract.reader import RuleReader
from claimatlas.language import Parser, load_parser
from claimatlas.model.claim import Claim
from claimatlas.model.report import Report
from claimatlas.read.boilerplate import seams
from claimatlas.resolve.claims import Resolver
from claimatlas.resolve.gazetteer import Gazetteer
from claimatlas.resolve.place import PlaceResolver
from claimatlas.theatres import Theatre, load_theatre
from claimatlas.theatres.in_force import words_from

ReaderName = Literal["learned", "rules"]
TERRITORIAL = {"state", "person", "organisation", "armed_group"}


def _owners(theatre: Theatre) -> tuple[str, ...]:
    """One-word names whose lost apostrophe the tokenizer should see: "Syrias", "Assads", "Idlibs"."""
    named = [(a.kind, n.text.split()) for a in theatre.actors.values() if a.kind in {"state", "person"} for n in a.names if n.lang == "en"]
    words = {w[-1] for kind, w in named if len(w) == 1 or (kind == "person" and len(w) > 1)}
    words |= {w for p in theatre.provinces for w in (p.name,)}
    common = nouns("force_heads") | nouns("titles") | nouns("force_modifiers")
    return tuple(sorted(w for w in words if w.isalpha() and w[:1].isupper() and w.isascii() and f"{w.lower()}s" not in common))


class Reading:
    """Reports in, claims out, with one theatre's knowledge; build once a process.

    `reader`: learned (the default) or rules, which is faster and finds less. `rules` finds the mentions for both.
    `places`: files of places beside those that the user added.
    """

    def __init__(self, theatre: Theatre | None = None, reader: ReaderName = "learned", places: Sequence[Path] = ()) -> None:
        self.theatre = theatre or load_theatre()
        self.gazetteer = Gazetteer.open(self.theatre, places)
        self.parser: Parser = load_parser(seams, _owners(self.theatre))
        self.rules = RuleReader(self.theatre, self.gazetteer)
        self.reader: LearnedReader | RuleReader = LearnedReader(self.rules) if reader == "learned" else self.rules
        self.resolver = Resolver(self.theatre, PlaceResolver(self.gazetteer, self.theatre))

    def claims(self, report: Report) -> list[Claim]:
        """The claims of one report in order of the text."""
        with words_from(self.theatre.words):
            return self.resolver.resolve(report, self.reader.drafts(report, self.parser.passages(report)))
