"""What there is to learn from: hand-coded claims with their reports, read by the rules and laid out as sheets."""

import re
import zlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimatlas.evaluate.labels import HELD, labels
from claimatlas.evaluate.scores import table_reports
from claimatlas.evaluate.shared import gold, rows_of
from claimatlas.extract.learned.encoder import Encoder
from claimatlas.extract.learned.sheet import Sheet
from claimatlas.extract.learned.windows import Windows
from claimatlas.model.report import Report
from claimatlas.reading import Reading

FOLDS = 5
ALIKE = 0.3
"""The share of common runs of five words from which two texts are near copies."""
Gold = dict[str, Any]


@dataclass(slots=True)
class Example:
    """One report with its hand-coded claims, each with the offsets of its trigger under `at`."""

    report: Report
    sheet: Sheet
    windows: Windows
    claims: list[Gold]
    family: str

    @property
    def fold(self) -> int:
        """The fold that holds the report out: a hash of its family's name, so that near copies stand in one fold."""
        return zlib.crc32(self.family.encode()) % FOLDS


def coded(folder: Path) -> dict[str, list[Gold]]:
    """The claims of the shared development gold and of our own labels, by report."""
    out: dict[str, list[Gold]] = defaultdict(list)
    for claim in [*gold(folder, "dev"), *labels(folder)]:
        out[str(claim["doc"])].append(claim)
    return dict(out)


def trigger_at(claim: Gold, text: str) -> list[int] | None:
    """Start and end of the n-th occurrence of a claim's trigger, None where it does not occur."""
    found = [m.start() for m in re.finditer(re.escape(claim["trigger"]), text)]
    if not found:
        return None
    start = found[min(claim["trigger_n"], len(found)) - 1]
    return [start, start + len(claim["trigger"])]


def families(texts: dict[str, str]) -> dict[str, str]:
    """Each key's family, named by its first key: texts that share ALIKE of the shorter one's runs of five words."""
    runs = {key: _runs(text) for key, text in sorted(texts.items())}
    first = {key: key for key in runs}
    done: list[str] = []
    for key, mine in runs.items():
        near = {first[o] for o in done if len(mine & runs[o]) >= ALIKE * min(len(mine), len(runs[o]))}
        done.append(key)
        if near:
            first |= {o: min(near) for o in done if o == key or first[o] in near}
    return first


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + 5]) for i in range(max(1, len(words) - 4))}


def kin(folder: Path, docs: set[str]) -> dict[str, str]:
    """The families of the given reports; those that a held-back report belongs to are left out."""
    held = {str(claim["doc"]) for claim in labels(folder, HELD)}
    found = families({row["unit_id"]: row["article_content"] for row in rows_of(folder, docs | held)})
    away = {found[key] for key in held}
    return {key: family for key, family in found.items() if family not in away and key in docs}


def examples(folder: Path, reading: Reading, encoder: Encoder, most: int | None = None) -> list[Example]:
    """The hand-coded reports in order of their keys, near copies of those held back left out; the first `most` where told."""
    claims = coded(folder)
    family = kin(folder, set(claims))
    out = []
    for report in sorted(table_reports(folder, set(sorted(family)[:most]), reading.theatre.publishers()), key=lambda r: r.key):
        mine = [c | {"at": at} for c in claims[report.key] if (at := c.get("at") or trigger_at(c, report.text))]
        leaves = reading.rules.leaves(report, reading.parser.passages(report))
        out.append(Example(report, Sheet(leaves), encoder.windows(leaves), mine, family[report.key]))
    return out
