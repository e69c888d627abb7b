"""The event words of events.yaml, checked and indexed by lemma."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from claimatlas.model.codebook import codebook

# found by its own verbs, then folded into the event that caused it; never a claim of its own
WOUNDING = "wounding"


@dataclass(frozen=True, slots=True)
class Need:
    """What must stand in a slot: a `kind` (place, person, actor, armed) or one of `words`; "support:air" is support with air beside it."""

    kind: str | None = None
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class VerbRule:
    """One way a verb tells an event."""

    type: str
    frame: str = "default"
    obj: Need | None = None
    subj: Need | None = None
    prt: frozenset[str] = frozenset()
    prep: frozenset[str] = frozenset()
    instrument: frozenset[str] = frozenset()
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """`verbs`: lemma to rules in order; `compounds`: (word before, head) to type; `nouns`: word to type."""

    verbs: dict[str, tuple[VerbRule, ...]]
    compounds: dict[tuple[str, str], str]
    nouns: dict[str, str]


def _need(raw: Any) -> Need | None:
    if raw is None:
        return None
    return Need(words=frozenset(raw["words"])) if isinstance(raw, dict) else Need(kind=raw)


def _verb_rule(row: dict[str, Any]) -> VerbRule:
    if row["type"] != WOUNDING and row["type"] not in codebook().types:
        raise ValueError(f"events.yaml: {row['type']} is no claim type")
    return VerbRule(
        type=row["type"],
        frame=row.get("frame", "default"),
        obj=_need(row.get("object")),
        subj=_need(row.get("subject")),
        prt=frozenset(row.get("prt", ())),
        prep=frozenset(row.get("prep", ())),
        instrument=frozenset(row.get("with", ())),
        origin=row.get("from"),
    )


@cache
def rules() -> Rules:
    """The rules that ship with the package."""
    raw = yaml.safe_load((files("claimatlas.extract") / "events.yaml").read_text(encoding="utf-8"))
    verbs: dict[str, list[VerbRule]] = defaultdict(list)
    for row in raw["verbs"]:
        for lemma in row["lemmas"]:
            verbs[lemma].append(_verb_rule(row))
    compounds = {(a, h): row["type"] for row in raw["nouns"]["compounds"] for a in row["first"] for h in row["heads"]}
    nouns = {word: kind for kind, words in raw["nouns"]["alone"].items() for word in words}
    return Rules({k: tuple(v) for k, v in verbs.items()}, compounds, nouns)
