"""Fitting the second look to a network's scores on reports that it had not seen."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from claimatlas.extract.learned.decide import first_look
from claimatlas.extract.learned.heads import Floats, Heads
from claimatlas.extract.learned.ragged import Ints
from claimatlas.extract.learned.second import ACTOR_WIDTH, SCALE, actor_options
from claimatlas.extract.learned.settings import Settings
from claimatlas.extract.learned.sheet import SLOTS
from claimatlas.train.align import Event
from claimatlas.train.arrays import OPTIONAL_WEIGHT, UNKNOWN, Prepared, pair_targets

HIDDEN = 32


@dataclass(frozen=True)
class SecondRecipe:
    """How to train the second look; rates are AdamW's, a batch counts reports."""

    seed: int = 1
    epochs: int = 20
    batch: int = 16
    rate: float = 3e-3
    decay: float = 0.02
    dropout: float = 0.1


@dataclass(slots=True)
class Task:
    """The actors of one report: features, the event of each and its type; whether agent and target; the weight of each event."""

    options: Floats
    event: Ints
    type: Ints
    right: NDArray[np.float32]
    weight: NDArray[np.float32]


def task(p: Prepared, heads: Heads, seen: Floats, settings: Settings) -> Task | None:
    """What there is to learn in one report; None where the network found no event that a coder coded."""
    spots, _, first = first_look(p.example.sheet, p.example.windows, seen, heads, settings)
    if first is None:
        return None
    coded = [_coded(p.events, spot, settings.types[t]) for spot, t in zip(spots, first.types, strict=True)]
    if not any(coded):
        return None
    known = [e or Event(spot, "", "fact", False, [], False) for e, spot in zip(coded, spots, strict=True)]
    targets = pair_targets(known, first.pairs)
    weight = np.array([0.0 if e is None else 1.0 if e.core else OPTIONAL_WEIGHT for e in coded], np.float32)
    mine = first.pairs.group_slot == SLOTS.index("actor")
    event = first.pairs.group_event[mine]
    right = np.stack([targets[r][mine] for r in ("agent", "target")], axis=1).astype(np.float32)
    return Task(actor_options(first, first.setting.looks()), event, first.types[event], right, weight)


def _coded(events: list[Event], spot: tuple[int, int], type_: str) -> Event | None:
    """The coder's event at a word, of the network's type or one that a coder could also accept."""
    return next((e for e in events if e.coded and e.spot == spot and type_ in {e.type, *e.alternatives}), None)


class Layered(nn.Module):  # type: ignore[misc]
    """One hidden layer over options, shifted by the type of the event, whose output is added to the first scores."""

    def __init__(self, width: int, types: int, outputs: int, dropout: float) -> None:
        super().__init__()
        self.first, self.last, self.kind = nn.Linear(width, HIDDEN), nn.Linear(HIDDEN, outputs), nn.Embedding(types, HIDDEN)
        for weight in (self.kind.weight, self.last.weight, self.last.bias):
            nn.init.zeros_(weight)
        self.dropout = nn.Dropout(dropout)

    def forward(self, options: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
        """Scores of options: (options, outputs)."""
        hidden = functional.relu(self.first(options) + self.kind(types))
        out: torch.Tensor = options[:, : self.last.out_features] * SCALE + self.last(self.dropout(hidden))
        return out

    def weights(self, name: str) -> dict[str, NDArray[np.generic]]:
        """Weights by the names that extract/learned/heads.py uses; floats as 16 bits."""
        parts = {f"{name}.0": self.first, f"{name}.2": self.last, f"{name}_type": self.kind}
        return {f"{k}.{n}": v.detach().numpy().astype("float16") for k, m in parts.items() for n, v in m.named_parameters()}


def fit_second(found: Sequence[Task], types: int, recipe: SecondRecipe) -> dict[str, NDArray[np.generic]]:
    """The weights of the second look."""
    torch.manual_seed(recipe.seed)
    net = Layered(ACTOR_WIDTH, types, 2, recipe.dropout)
    _fit(net, found, recipe)
    return net.weights("again_actor")


def _fit(net: Layered, items: Sequence[Task], recipe: SecondRecipe) -> None:
    draw = random.Random(recipe.seed)
    optimizer = torch.optim.AdamW(net.parameters(), lr=recipe.rate, weight_decay=recipe.decay)
    steps = recipe.epochs * -(-len(items) // recipe.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: max(0.02, 1 - n / max(1, steps)))
    net.train()
    for _ in range(recipe.epochs):
        order = draw.sample(range(len(items)), len(items))
        for start in range(0, len(order), recipe.batch):
            value = _loss(net, joined([items[i] for i in order[start : start + recipe.batch]]))
            optimizer.zero_grad()
            value.backward()
            optimizer.step()
            schedule.step()
    net.eval()


def joined(items: Sequence[Task]) -> Task:
    """Tasks end to end, their events numbered on."""
    shift = np.cumsum([0, *(len(t.weight) for t in items)])
    options, type_, right, weight = (np.concatenate([getattr(t, n) for t in items]) for n in ("options", "type", "right", "weight"))
    event = np.concatenate([t.event + s for t, s in zip(items, shift, strict=False)])
    return Task(options, event, type_, right, weight)


def _loss(net: Layered, t: Task) -> torch.Tensor:
    right, weight = torch.from_numpy(t.right), torch.from_numpy(t.weight)[torch.from_numpy(t.event)]
    score = net(torch.from_numpy(t.options), torch.from_numpy(t.type))
    each = functional.binary_cross_entropy_with_logits(score, right.clamp(min=0), reduction="none")
    known = (right > UNKNOWN).float() * weight[:, None]
    return (each * known).sum() / weight.sum().clamp(min=1)
