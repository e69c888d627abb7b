"""How often a mention of an actor is resolved to the right entry of the register, on hand-coded reports.

The key is labels/actor_keys.yaml: for each name that coders gave, the entries that are right. Every coded agent, target and
nearest speaker of a keyed name counts once for each claim. Where the coder marked the words, words over them must have a right
id as a claim would name them, descriptions by what they stand for; else words anywhere in the report must. Words are the
mentions and speakers that the rules find, and the noun phrases that the learned reader may take for an actor.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from claimatlas.evaluate.labels import ROOT, labels
from claimatlas.evaluate.scores import table_reports
from claimatlas.evaluate.shared import gold
from claimatlas.extract.learned.noun_phrases import noun_phrases
from claimatlas.extract.names import actor_ref, source_ref
from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import SourceRef
from claimatlas.model.report import Report
from claimatlas.reading import Reading
from claimatlas.resolve.actor import resolve_actor, resolve_source

KEYS = ROOT / "actor_keys.yaml"
FLOOR = 0.92
"""What is aimed at."""
EVERY = 8
"""Of the coded reports in order of their keys, every so many-th is measured, so that the bench stays short."""


@dataclass(slots=True)
class Resolved:
    """Counts of keyed mentions; `wrong` counts (coder's name, ids found instead)."""

    right: int = 0
    of: int = 0
    wrong: Counter[tuple[str, tuple[str, ...]]] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        """The share resolved to a right id, 0 to 1."""
        return self.right / self.of if self.of else 0.0


def actor_keys(path: Path = KEYS) -> dict[str, frozenset[str]]:
    """The ids that are right for each coder's name."""
    names: dict[str, list[str]] = yaml.safe_load(path.read_text(encoding="utf-8"))["names"]
    return {name: frozenset(ids) for name, ids in names.items()}


def resolved(folder: Path, reading: Reading, every: int = EVERY) -> Resolved:
    """The measure over the shared development gold and a sample of our own labels."""
    claims: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for claim in labels(folder):
        claims[claim["doc"]].append(claim)
    sample = {doc: claims[doc] for doc in sorted(claims)[::every]}
    for claim in gold(folder, "dev"):
        sample.setdefault(str(claim["doc"]), []).append(claim)
    out, keys = Resolved(), actor_keys()
    for report in table_reports(folder, set(sample), reading.theatre.publishers()):
        _measure(report, reading, sample.get(report.key, []), keys, out)
    return out


def _measure(report: Report, reading: Reading, claims: list[dict[str, Any]], keys: dict[str, frozenset[str]], out: Resolved) -> None:
    found = named_words(report, reading)
    for entry in _entries(claims):
        right = keys.get(_name(entry))
        if right is not None:
            ids = _over(found, entry)
            out.of += 1
            out.right += bool(right & ids)
            if not right & ids:
                spans = isinstance(entry, dict) and entry.get("spans")
                out.wrong[_name(entry), tuple(sorted(ids)) if spans else ()] += 1


def named_words(report: Report, reading: Reading) -> list[tuple[int, int, str]]:
    """Start, end and register's id of all words that a claim of the report may name an actor or a speaker by."""
    leaves = reading.rules.leaves(report, reading.parser.passages(report))
    whom, theatre, on = reading.rules.meant(report, leaves), reading.theatre, report.published
    actors = [whom.actor(actor_ref(m)) for leaf in leaves for m in (*leaf.scene.actors, *noun_phrases(leaf))]
    refs: list[ActorRef | SourceRef] = [resolve_actor(ref, theatre, on) for ref in actors]
    speakers = [s for leaf in leaves for said in leaf.said for s in said.chain]
    refs += [resolve_source(whom.speaker(source_ref(s, theatre)), theatre, on) for s in speakers]
    found = [(start, end, who.actor.id) for (start, end), who in whom.spans.items()]
    return found + [(r.start, r.end, r.id) for r in refs if r.start is not None and r.end is not None and r.id is not None]


def _entries(claims: list[dict[str, Any]]) -> Iterator[Any]:
    for claim in claims:
        yield from (*claim["agent"], *claim["target"], *claim["source"][:1])


def _name(entry: Any) -> str:
    """The coder's name; shared gold gives speakers as forms parted by "|"."""
    return str(entry["name"] if isinstance(entry, dict) else entry.split("|")[0])


def _over(found: list[tuple[int, int, str]], entry: Any) -> set[str]:
    """The ids of words over the first words that the coder marked; all where none are marked."""
    spans = entry.get("spans") if isinstance(entry, dict) else None
    return {i for start, end, i in found if not spans or (start < spans[0][1] and end > spans[0][0])}
