"""Five-fold cross-validation: every hand-coded report read by a network that has not seen it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file

from claimatlas.evaluate.scores import as_exported
from claimatlas.extract.learned.decide import decisions
from claimatlas.extract.learned.heads import Heads
from claimatlas.extract.learned.reader import drafts_from
from claimatlas.extract.learned.settings import Settings
from claimatlas.extract.learned.values import Floats
from claimatlas.model.claim import Claim, ReaderInfo
from claimatlas.reading import Reading
from claimatlas.train.arrays import Prepared, vectors
from claimatlas.train.fit import Recipe, fit
from claimatlas.train.gold import FOLDS, Example
from claimatlas.train.network import upper

INFO = ReaderInfo("learned-en", "folds")
Weights = dict[str, NDArray[np.generic]]


@dataclass(frozen=True, slots=True)
class Read:
    """One report as a network read it: its claims as exported; their confidence is not yet calibrated."""

    key: str
    claims: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Look:
    """A network's look at one fold's reports: the heads' weights, and the encoder's vectors of each report by its key."""

    weights: Weights
    seen: dict[str, NDArray[np.float16]]

    def save(self, path: Path) -> None:
        """Keep the look as safetensors."""
        path.parent.mkdir(parents=True, exist_ok=True)
        parts = {f"weights/{k}": np.ascontiguousarray(v) for k, v in self.weights.items()}
        save_file(parts | {f"seen/{k}": v for k, v in self.seen.items()}, path)

    @classmethod
    def load(cls, path: Path) -> "Look":
        """A look that was kept."""
        found = load_file(path)
        weights, seen = ({k.split("/", 1)[1]: v for k, v in found.items() if k.startswith(part)} for part in ("weights/", "seen/"))
        return cls(weights, seen)


def looks(items: Sequence[Prepared], types: int, recipe: Recipe, fold: int, tell: Callable[[str], None]) -> Look:
    """A look at a fold's reports by a network fitted to the other folds' reports."""
    network = fit([p for p in items if p.example.fold != fold], types, recipe, tell)
    tell(f"fold {fold + 1} of {FOLDS} fitted")
    seen = {}
    with torch.no_grad():
        for p in (p for p in items if p.example.fold == fold):
            seen[p.example.report.key] = upper(network.encoder, *vectors([p])).numpy().astype(np.float16)
    return Look(network.weights(), seen)


def reads(items: Sequence[Prepared], look: Look, reading: Reading, settings: Settings) -> Iterator[Read]:
    """One fold's reports as its network reads them."""
    heads = Heads(look.weights)
    for p in items:
        report = p.example.report
        if report.key in look.seen:
            claims = claims_of(p, look.seen[report.key].astype(np.float32), heads, reading, settings)
            yield Read(report.key, [as_exported(c, report) for c in claims])


def claims_of(p: Prepared, seen: Floats, heads: Heads, reading: Reading, settings: Settings) -> list[Claim]:
    """The claims of one report from the encoder's vectors."""
    example = p.example
    decided = decisions(example.sheet, example.windows, seen, heads, settings)
    return reading.resolver.resolve(example.report, drafts_from(example.report, example.sheet.leaves, decided, reading.theatre, INFO))


def rights(example: Example, read: Read, scorer: ModuleType) -> Iterator[tuple[float, bool]]:
    """For each claim its confidence and whether its row (type, agent, target, place, time) is that of the coder's."""
    gold, claims = example.claims, read.claims
    similar = [[scorer.similarity(g, c) for c in claims] for g in gold]
    pairs = {j: gold[i] for i, j in scorer.assign(similar) if similar[i][j] > 0} if gold and claims else {}
    for j, claim in enumerate(claims):
        yield claim["confidence"], j in pairs and _same_row(pairs[j], claim, scorer)


def _same_row(gold: dict[str, Any], claim: dict[str, Any], scorer: ModuleType) -> bool:
    agent, target = scorer.actors(gold, claim)
    there = scorer.place_same(gold.get("place"), claim.get("place"))
    return bool(scorer.type_right(gold, claim) and agent == target == 1 and there and scorer.time_right(gold["time"], claim["time"]))
