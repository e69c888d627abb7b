"""Names of private persons in claims and their quotes: found by slots and by the words about them, withheld wherever they stand."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from claimatlas.extract.nouns import nouns
from claimatlas.model.claim import Claim
from claimatlas.model.names import ARABIC, fold_name
from claimatlas.theatres import Theatre

WORD = r"[A-Z][\w’'-]+"
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


@dataclass(frozen=True, slots=True)
class Known:
    """What is public: the register's names, and the theatre's places."""

    theatre: Theatre

    def private(self, name: str) -> bool:
        """Whether a name may be a private person's: no entry of the register, no place, no word of a group in it."""
        words = fold_name(name).split()
        if not words or name[:1].islower() or self.theatre.named(name):
            return False
        if not ARABIC.search(name) and not 2 <= len(words) <= 5:
            return False
        group = set(rules()["groups"]) | nouns("force_heads")
        return not any(w in group for w in words) and not all(self.theatre.common_name(w) for w in words)


def private_names(claims: Sequence[Claim], titles: Iterable[str], known: Known) -> list[str]:
    """Names of private persons that claims of one report, its quotes and titles hold, the longest first."""
    found: set[str] = set()
    for claim in claims:
        found |= {s.name for s in claim.source if s.id is None and s.kind == "person"}
        found |= {s.text for s in claim.source if s.id is None and s.kind == "person"}
        found |= {n for a in (*claim.agent, *claim.target) if a.id is None for n in (a.name, a.text) if known.private(n)}
    for text in (*(c.quote.exact for c in claims), *titles):
        found |= {n for pattern in _about() for groups in pattern.findall(text) for n in _flat(groups) if known.private(n)}
    found = {n.strip() for n in found if n.strip() and not n.strip().islower()}
    lone = {last for n in found if len(last := n.split()[-1]) >= SURNAME and not known.theatre.common_name(fold_name(last))}
    return sorted(found | {w for w in lone if w[:1].isupper() or ARABIC.search(w)}, key=lambda n: (-len(n), n))


def _flat(groups: str | tuple[str, ...]) -> tuple[str, ...]:
    return (groups,) if isinstance(groups, str) else groups


def withheld(text: str, names: Sequence[str]) -> str:
    """The text with every name withheld, also in the possessive with or without its apostrophe."""
    for name in names:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?:['’]?s)?(?!\w)", rules()["withheld"], text)
    return text
