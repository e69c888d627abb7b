"""Fitting the second look to a network's scores on reports that it had not seen."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from claimatlas.extract.learned.decide import first_look
from claimatlas.extract.learned.heads import EXCLUSIVE, Floats, Heads
from claimatlas.extract.learned.ragged import Ints
from claimatlas.extract.learned.second import ACTOR_WIDTH, OPTION_WIDTH, SCALE, First, actor_options, options_of
from claimatlas.extract.learned.settings import Settings
from claimatlas.extract.learned.sheet import SLOTS
from claimatlas.train.align import Event
from claimatlas.train.arrays import UNKNOWN, Prepared, pair_targets

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
    """The options of one slot in one report: features, the event of each, its type; what is right; "none" rows where they compete."""

    options: Floats
    event: Ints
    type: Ints
    right: NDArray[np.float32]
    none: Floats
    none_type: Ints
    none_right: NDArray[np.float32]
    weight: NDArray[np.float32]


def tasks(p: Prepared, heads: Heads, seen: Floats, settings: Settings) -> dict[str, Task]:
    """What there is to learn in one report, by slot; {} where the network found no event that a coder coded."""
    spots, _, first = first_look(p.example.sheet, p.example.windows, seen, heads, settings)
    if first is None:
        return {}
    coded = [_coded(p.events, spot, settings.types[t]) for spot, t in zip(spots, first.types, strict=True)]
    if not any(coded):
        return {}
    known = [e or Event(spot, "", "fact", False, [], False) for e, spot in zip(coded, spots, strict=True)]
    targets = pair_targets(known, first.pairs)
    weight = np.array([0.0 if e is None else 1.0 if e.core else 0.7 for e in coded], np.float32)
    looks = first.setting.looks()
    out = {"actor": _actors(first, looks, targets, weight)}
    for name in EXCLUSIVE:
        out[name] = _exclusive(first, looks, name, targets["right"], known, weight)
    return out


def _coded(events: list[Event], spot: tuple[int, int], type_: str) -> Event | None:
    """The coder's event at a word, of the network's type or one that a coder could also accept."""
    return next((e for e in events if e.spot == spot and type_ in {e.type, *e.alternatives}), None)


def _actors(first: First, looks: Floats, targets: dict[str, NDArray[np.generic]], weight: NDArray[np.float32]) -> Task:
    mine = first.pairs.group_slot == SLOTS.index("actor")
    event = first.pairs.group_event[mine]
    right = np.stack([targets[r][mine] for r in ("agent", "target")], axis=1).astype(np.float32)
    empty = np.zeros((0, 1), np.float32)
    return Task(actor_options(first, looks), event, first.types[event], right, empty, first.types[:0], empty[:, 0], weight)


def _exclusive(first: First, looks: Floats, name: str, right: NDArray[np.generic], known: list[Event], weight: NDArray[np.float32]) -> Task:
    mine = first.pairs.group_slot == SLOTS.index(name)
    event = first.pairs.group_event[mine]
    options, none = options_of(first, looks, name)
    empty = np.array([getattr(e, name) == frozenset() for e in known], np.float32)
    told = np.array([getattr(e, name) is not None for e in known], np.float32)
    return Task(options, event, first.types[event], right[mine].astype(np.float32), none, first.types, empty, weight * told)


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


def fit_second(found: Sequence[dict[str, Task]], types: int, recipe: SecondRecipe) -> dict[str, NDArray[np.generic]]:
    """The weights of the second look."""
    torch.manual_seed(recipe.seed)
    out: dict[str, NDArray[np.generic]] = {}
    for name in ("actor", *EXCLUSIVE):
        width, outputs = (ACTOR_WIDTH, 2) if name == "actor" else (OPTION_WIDTH, 1)
        net = Layered(width, types, outputs, recipe.dropout)
        _fit(net, [t[name] for t in found if name in t], _actor_loss if name == "actor" else _option_loss, recipe)
        out |= net.weights(f"again_{name}")
    return out


Loss = Callable[[Layered, Task], torch.Tensor]


def _fit(net: Layered, items: list[Task], loss: Loss, recipe: SecondRecipe) -> None:
    draw = random.Random(recipe.seed)
    optimizer = torch.optim.AdamW(net.parameters(), lr=recipe.rate, weight_decay=recipe.decay)
    steps = recipe.epochs * -(-len(items) // recipe.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: max(0.02, 1 - n / max(1, steps)))
    net.train()
    for _ in range(recipe.epochs):
        order = draw.sample(range(len(items)), len(items))
        for start in range(0, len(order), recipe.batch):
            value = loss(net, joined([items[i] for i in order[start : start + recipe.batch]]))
            optimizer.zero_grad()
            value.backward()
            optimizer.step()
            schedule.step()
    net.eval()


def joined(items: Sequence[Task]) -> Task:
    """Tasks end to end, their events numbered on."""
    shift = np.cumsum([0, *(len(t.weight) for t in items)])
    parts = [[getattr(t, n) for t in items] for n in ("options", "type", "right", "none", "none_type", "none_right", "weight")]
    options, type_, right, none, none_type, none_right, weight = (np.concatenate(p) for p in parts)
    event = np.concatenate([t.event + s for t, s in zip(items, shift, strict=False)])
    return Task(options, event, type_, right, none, none_type, none_right, weight)


def _actor_loss(net: Layered, t: Task) -> torch.Tensor:
    right, weight = torch.from_numpy(t.right), torch.from_numpy(t.weight)[torch.from_numpy(t.event)]
    score = net(torch.from_numpy(t.options), torch.from_numpy(t.type))
    each = functional.binary_cross_entropy_with_logits(score, right.clamp(min=0), reduction="none")
    known = (right > UNKNOWN).float() * weight[:, None]
    return (each * known).sum() / weight.sum().clamp(min=1)


def _option_loss(net: Layered, t: Task) -> torch.Tensor:
    event, weight = torch.from_numpy(t.event), torch.from_numpy(t.weight)
    value = net(torch.from_numpy(t.options), torch.from_numpy(t.type))[:, 0]
    none = net(torch.from_numpy(t.none), torch.from_numpy(t.none_type))[:, 0]
    top = torch.full_like(none, -1e4).scatter_reduce(0, event, value, "amax").maximum(none).detach()
    total = (none - top).exp().scatter_add(0, event, (value - top[event]).exp())
    right = ((none - top).exp() * torch.from_numpy(t.none_right)).scatter_add(
        0, event, (value - top[event]).exp() * torch.from_numpy(t.right)
    )
    return -((right / total).clamp(min=1e-6).log() * weight).sum() / weight.sum().clamp(min=1)
