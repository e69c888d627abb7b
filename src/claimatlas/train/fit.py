"""Fitting a network to hand-coded reports."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_model

from claimatlas.extract.learned.encoder import WIDTH
from claimatlas.extract.learned.ragged import Ints
from claimatlas.train.arrays import Prepared, batch, vectors
from claimatlas.train.loss import loss
from claimatlas.train.network import Network, base_encoder, lower, upper
from claimatlas.train.schedule import Schedule, scheduled

LEAST = 3
"""Reports that a feature must stand in to be kept."""


@dataclass(frozen=True)
class Recipe(Schedule):
    """How to train the learned reader."""

    epochs: int = 5
    dropout: float = 0.3
    feature_dropout: float = 0.25


def freeze(items: Sequence[Prepared]) -> None:
    """Compute what the frozen layers make of each example's windows."""
    encoder = base_encoder().eval()
    for p in items:
        ids, mask = (torch.from_numpy(a) for a in p.example.windows.arrays())
        with torch.no_grad():
            p.cache = lower(encoder, ids, mask) if len(ids) else torch.zeros(0, 1, WIDTH)


def kept(rows: Sequence[Ints]) -> Ints:
    """The sorted hashes that stand in at least LEAST of the rows."""
    counts: Counter[int] = Counter()
    for flat in rows:
        counts.update(np.unique(flat).tolist())
    return np.array(sorted(h for h, n in counts.items() if n >= LEAST), np.int64)


def fit(items: Sequence[Prepared], types: int, recipe: Recipe, tell: Callable[[str], None] = lambda _: None) -> Network:
    """A network fitted to the examples; the same examples, recipe, machine and number of threads give the same network."""
    random.seed(recipe.seed)
    torch.manual_seed(recipe.seed)
    torch.use_deterministic_algorithms(True)
    torch.utils.deterministic.fill_uninitialized_memory = False
    network = _new(items, types, recipe)
    optimizer, schedule = scheduled(network, recipe, len(items))
    network.train()
    for epoch in range(recipe.epochs):
        order = random.sample(range(len(items)), len(items))
        total = 0.0
        for start in range(0, len(order), recipe.batch):
            drawn = [items[i] for i in order[start : start + recipe.batch]]
            total += _step(network, drawn, optimizer)
            schedule.step()
        tell(f"epoch {epoch + 1} of {recipe.epochs}: loss {total / len(items):.1f} a report")
    network.eval()
    return network


def _new(items: Sequence[Prepared], types: int, recipe: Recipe) -> Network:
    words, pairs = kept([p.words.flat for p in items]), kept([p.pairs.features.flat for p in items])
    return Network(words, pairs, types, recipe.dropout, recipe.feature_dropout)


def restored(items: Sequence[Prepared], types: int, recipe: Recipe, path: Path) -> Network:
    """A network that was fitted to the examples and kept as safetensors."""
    network = _new(items, types, recipe)
    load_model(network, str(path))
    network.eval()
    return network


def _step(network: Network, items: list[Prepared], optimizer: torch.optim.Optimizer) -> float:
    b = batch(items)
    value = loss(network, b, upper(network.encoder, *vectors(items)))
    optimizer.zero_grad()
    (value / len(b["kind"]) * 20).backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return float(value.detach())
