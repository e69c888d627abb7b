"""How each claim type is told (sentences.yaml), and how names behave inside a sentence."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import yaml

from claimatlas.theatres.in_force import with_own

SINGULAR_IN_S = frozenset({"news", "press", "states", "nations", "times"})
"""Singular words in s; a theatre adds its own (words.yaml)."""
PLURAL_WORDS = {"police", "people", "militia members", "troops", "civilians"}


@dataclass(frozen=True, slots=True)
class Telling:
    """One row of sentences.yaml."""

    past: str
    base: str
    noun: str
    of: str
    target: str = ""
    place: str = "in"
    a: str = ""
    done: str = ""
    missing: str = ""
    after: str = ""
    counted: str = ""
    plural: str = ""
    counted_past: str = ""
    counted_base: str = ""
    alone: str = ""
    alone_base: str = ""
    members: bool = False


@cache
def _table() -> dict[str, Any]:
    raw: dict[str, Any] = yaml.safe_load((files("claimatlas.publish") / "sentences.yaml").read_text(encoding="utf-8"))
    return raw


@cache
def tellings() -> dict[str, Telling]:
    """Type name -> how it is told."""
    return msgspec.convert(_table()["types"], dict[str, Telling])


def with_article(name: str) -> str:
    """«the Syrian Arab Army», «ISIS», «rebel forces»: a name as it stands inside a sentence."""
    first = re.split(r" (?:of|for|in|on|at|from|with|near) |, ", name.strip(), maxsplit=1)[0].split()
    if not first or name.lower().startswith(("the ", "a ", "an ", "al-")):
        return name
    if name[0].islower() and " and " not in name and first[-1] in _table()["speakers"]:
        return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
    if first[-1].lower() not in _table()["articles"]:
        return name
    return name if name[0].islower() and is_plural(name) else f"the {name}"


def is_plural(name: str) -> bool:
    """Whether a name takes «are»: a joined list, or a last word in s that is no known singular."""
    last = name.lower().split()[-1] if name.split() else ""
    if " and " in name or last in PLURAL_WORDS:
        return True
    return last.endswith("s") and not last.endswith(("ss", "us")) and last not in with_own(SINGULAR_IN_S, "singular_in_s")
