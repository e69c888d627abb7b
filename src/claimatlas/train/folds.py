"""Five-fold cross-validation: every hand-coded report read by a network that has not seen it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import torch

from claimatlas.evaluate.scores import as_exported
from claimatlas.extract.learned.decide import decisions
from claimatlas.extract.learned.drafts import drafts_of
from claimatlas.extract.learned.heads import Heads
from claimatlas.extract.learned.settings import Settings
from claimatlas.model.claim import Claim, ReaderInfo
from claimatlas.reading import Reading
from claimatlas.train.arrays import Prepared, vectors
from claimatlas.train.fit import Recipe, fit
from claimatlas.train.gold import FOLDS, Example
from claimatlas.train.network import Network, upper

INFO = ReaderInfo("learned-en", "folds")


@dataclass(frozen=True, slots=True)
class Read:
    """One report as a network read it: its claims as exported; their confidence is not yet calibrated."""

    key: str
    claims: list[dict[str, Any]]


def claims_of(network: Network, heads: Heads, p: Prepared, reading: Reading, settings: Settings) -> list[Claim]:
    """The claims of one report by a network at full precision, with its heads."""
    with torch.no_grad():
        seen = upper(network.encoder, *vectors([p])).numpy()
    example = p.example
    decided = decisions(example.sheet, example.windows, seen, heads, settings)
    drafts = [d for x in decided for d in drafts_of(example.report, example.sheet.leaves, x, reading.theatre, INFO)]
    return reading.resolver.resolve(example.report, drafts)


def held_out(
    items: Sequence[Prepared], reading: Reading, settings: Settings, recipe: Recipe, folds: Sequence[int], tell: Callable[[str], None]
) -> Iterator[Read]:
    """The reports of some folds, each read by a network fitted to the other folds' reports."""
    for fold in folds:
        network = fit([p for p in items if p.example.fold != fold], len(settings.types), recipe, tell)
        heads = Heads(network.weights())
        tell(f"fold {fold + 1} of {FOLDS} fitted")
        for p in items:
            if p.example.fold == fold:
                yield Read(
                    p.example.report.key, [as_exported(c, p.example.report) for c in claims_of(network, heads, p, reading, settings)]
                )


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
