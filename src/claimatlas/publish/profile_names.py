"""Names of private persons in claims and their quotes: found by slots and by the words about them, withheld wherever they stand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import yaml

from claimatlas.extract.nouns import nouns
from claimatlas.ledger.slots import common_words
from claimatlas.model.claim import Claim
from claimatlas.model.names import ARABIC, fold_name
from claimatlas.theatres import Theatre

WORD = r"[A-Z][\w’'-]+"
LONE = re.compile(r"\S+,? (?:an?|the|of|who|from)\b")
"""What follows a first name in words about a person."""
NAME = rf"{WORD}(?:\s+(?:al|el|bin|ibn|abu|abd|um|umm)?[- ]?{WORD}){{1,3}}"
SURNAME = 4
"""Letters of a name's last word from which it is withheld where it stands alone."""


@cache
def rules() -> dict[str, Any]:
    """profile.yaml."""
    told: dict[str, Any] = yaml.safe_load((files("claimatlas.publish") / "profile.yaml").read_text(encoding="utf-8"))
    return told


@cache
def _about() -> tuple[re.Pattern[str], ...]:
    words = "|".join(sorted((re.escape(w) for w in rules()["people"]), key=len, reverse=True))
    return (
        re.compile(rf"\b(?i:{words})\.?\s+({NAME})"),
        re.compile(rf"({NAME}),?\s+(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){{0,3}}?(?i:{words})\b"),
        re.compile(rf"({NAME}),?\s+(?:who is |aged |age )\d{{1,2}}\b|({NAME}), \d{{1,2}},"),
    )


@cache
def _ordinary() -> frozenset[str]:
    """Words that are no part of a person's name: of reports, of groups and of callings."""
    return frozenset(common_words() | nouns("force_heads") | set(rules()["groups"]) | set(rules()["people"]))


def _is_ordinary(word: str) -> bool:
    return word in _ordinary() or word in nouns("demonyms")


@dataclass(frozen=True)
class Known:
    """What is public: the register's names, and the theatre's places."""

    theatre: Theatre

    @cached_property
    def places(self) -> frozenset[str]:
        """The names of places and provinces."""
        named = (*self.theatre.places, *self.theatre.provinces)
        return frozenset(fold_name(n) for p in named for n in (p.name, *p.names))

    def private(self, name: str) -> bool:
        """Whether a name may be a private person's: no entry of the register, no places, no word of a group in it."""
        words = fold_name(name).split()
        if not words or name[:1].islower() or self.theatre.named(name) or fold_name(name) in self.places:
            return False
        if not ARABIC.search(name) and not 2 <= len(words) <= 5:
            return False
        group = set(rules()["groups"]) | nouns("force_heads")
        return not any(w in group for w in words) and not all(w in self.places or _is_ordinary(w) for w in words)

    def lone(self, name: str) -> bool:
        """Whether the first word of what acts or speaks may be a first name: "Samira", "Tarek a police officer"; no acronym."""
        first, folded = name.split()[0] if name.split() else "", fold_name(name.split()[0] if name.split() else "")
        if first.isupper() or not (first[:1].isupper() or ARABIC.search(first)) or self.theatre.named(name) or self.theatre.named(first):
            return False
        return not _is_ordinary(folded) and not _is_ordinary(folded.rstrip("s")) and folded not in self.places


def _refs(claim: Claim) -> Iterator[tuple[str, str]]:
    """Name and text of each actor and speaker of a claim that the register does not know."""
    yield from ((a.name, a.text) for a in (*claim.agent, *claim.target) if a.id is None)
    yield from ((s.name, s.text) for s in claim.source if s.id is None)


def private_names(claims: Sequence[Claim], titles: Iterable[str], known: Known) -> list[str]:
    """Names of private persons that claims of one report, its quotes and titles hold, the longest first."""
    found: set[str] = set()
    for claim in claims:
        found |= {n for s in claim.source if s.id is None and s.kind == "person" for n in (s.name, s.text)}
        for told in {n for pair in _refs(claim) for n in pair}:
            found |= {n for n in (told, *re.findall(NAME, told)) if known.private(n)}
            if known.lone(told) and (len(told.split()) == 1 or LONE.match(told)):
                found.add(told.split()[0])
    for text in (*(c.quote.exact for c in claims), *titles):
        found |= {n for pattern in _about() for groups in pattern.findall(text) for n in _flat(groups) if known.private(n)}
    found = {n.strip() for n in found if n.strip() and not n.strip().islower()}
    last = {n.split()[-1] for n in found}
    alone = {w for w in last if len(w) >= SURNAME and (w[:1].isupper() or ARABIC.search(w)) and known.lone(w)}
    return sorted(found | alone, key=lambda n: (-len(n), n))


def _flat(groups: str | tuple[str, ...]) -> tuple[str, ...]:
    return (groups,) if isinstance(groups, str) else groups


def withheld(text: str, names: Sequence[str]) -> str:
    """The text with every name withheld, also in the possessive with or without its apostrophe."""
    for name in names:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?:['’]?s)?(?!\w)", rules()["withheld"], text)
    return text
