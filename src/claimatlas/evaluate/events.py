"""Events scored against reports that were clustered by hand, beside two floors."""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from claimatlas.evaluate.scores import as_exported, table_reports
from claimatlas.evaluate.shared import scorer
from claimatlas.ledger import match
from claimatlas.ledger.knowledge import Sides
from claimatlas.model.claim import Claim
from claimatlas.model.codebook import family
from claimatlas.model.report import Report
from claimatlas.read import mark_copies
from claimatlas.reading import Reading

GOLD = "clusters_dev"
LEAST_FIT = 2.0


@dataclass(frozen=True, slots=True)
class Member:
    """One report's telling of one hand-made event. `fits`: how well each of the report's claims stands for it, by claim id, best first."""

    event: dict[str, Any]
    doc: str
    main: bool
    fits: tuple[tuple[str, float], ...]

    @property
    def claim(self) -> str | None:
        """The claim that stands for it, or None where none fits."""
        return self.fits[0][0] if self.fits and self.fits[0][1] >= LEAST_FIT else None


def gold_events(folder: Path, name: str = GOLD) -> list[dict[str, Any]]:
    """The hand-made events."""
    events: list[dict[str, Any]] = json.loads((folder / "gold" / f"{name}.gold.json").read_text(encoding="utf-8"))["events"]
    return events


def read_clustered(folder: Path, events: Sequence[dict[str, Any]], reading: Reading, kept: Path | None) -> tuple[list[Report], list[Claim]]:
    """The reports of the events and their claims, from `kept` (JSON lines) where it was read before."""
    if kept and kept.is_file():
        first, second = kept.read_bytes().split(b"\n\n")
        return [msgspec.json.decode(x, type=Report) for x in first.splitlines()], [
            msgspec.json.decode(x, type=Claim) for x in second.splitlines()
        ]
    publishers = reading.theatre.publishers()
    docs = {str(m["doc"]) for e in events for m in e["members"]}
    reports = mark_copies(table_reports(folder, docs, publishers))
    claims = [c for r in reports for c in reading.claims(r)]
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(b"\n\n".join(b"\n".join(msgspec.json.encode(x) for x in rows) for rows in (reports, claims)))
    return reports, claims


def members(folder: Path, events: Sequence[dict[str, Any]], reports: Sequence[Report], claims: Sequence[Claim]) -> list[Member]:
    """The members of the events with the claims that fit them, as the shared scorer chooses (of equal fits the last in the export)."""
    sys.modules.setdefault("score_claims", scorer(folder, "score_claims"))
    rules = scorer(folder, "score_events")
    by_id = {r.id: r for r in reports}
    exported: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (by_id[c.report_id].key, c.report_id, c.quote.start, c.quote.end, c.id)):
        row = as_exported(claim, by_id[claim.report_id])
        exported[rules.doc_of(row)].append(row)
    return [
        Member(e, str(m["doc"]), m.get("main", True), _fits(rules, m, e, exported[str(m["doc"])])) for e in events for m in e["members"]
    ]


def _fits(rules: Any, member: dict[str, Any], event: dict[str, Any], rows: Sequence[dict[str, Any]]) -> tuple[tuple[str, float], ...]:
    scored = [(float(rules.fit(member, event, row)), n, str(row["id"])) for n, row in enumerate(rows)]
    return tuple((claim, fit) for fit, _, claim in sorted(scored, reverse=True))


@dataclass(frozen=True, slots=True)
class BCubed:
    """B-cubed precision, recall and F1, each 0 to 1."""

    precision: float
    recall: float
    f1: float

    @classmethod
    def of(cls, gold: Sequence[str], found: Sequence[str]) -> "BCubed":
        """The figures of labels of the same items in one order, of which there must be some."""
        told, seen = _sets(gold), _sets(found)
        both = [len(told[g] & seen[f]) for g, f in zip(gold, found, strict=True)]
        precision = sum(n / len(seen[f]) for n, f in zip(both, found, strict=True)) / len(gold)
        recall = sum(n / len(told[g]) for n, g in zip(both, gold, strict=True)) / len(gold)
        return cls(precision, recall, 2 * precision * recall / (precision + recall))


def _sets(labels: Sequence[str]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for n, label in enumerate(labels):
        found[label].add(n)
    return found


def labels_of(rows: Iterable[Member], event_of: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Hand-made and found label of each member; a member that no claim fits is an event of its own."""
    gold, found = [], []
    for n, member in enumerate(rows):
        gold.append(str(member.event["id"]))
        found.append(event_of.get(member.claim, member.claim) if member.claim else f"none {n}")
    return gold, found


def event_of(groups: Iterable[Sequence[Claim]]) -> dict[str, str]:
    """Claim id to the first claim id of its group."""
    return {c.id: group[0].id for group in groups for c in group}


def same_day_place_family(claims: Iterable[Claim]) -> dict[str, str]:
    """The second floor: claims of one family in one place with one last day are one event."""
    return {c.id: f"{family(c.type)} {(c.place.id or c.place.name) if c.place else None} {c.time.end}" for c in claims}


def event_scores(rows: Sequence[Member], reports: Sequence[Report], claims: Sequence[Claim], sides: Sides) -> dict[str, BCubed]:
    """The figures over members that their reports are chiefly about: ours, and the two floors."""
    main = [m for m in rows if m.main]
    ways: dict[str, dict[str, str]] = {
        "events": event_of(match(claims, reports, sides)),
        "each alone": {},
        "day, place, family": same_day_place_family(claims),
    }
    return {name: BCubed.of(*labels_of(main, way)) for name, way in ways.items()}
