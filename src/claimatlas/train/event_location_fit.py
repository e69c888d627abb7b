"""Training of the networks that find the places of events, and what they make of sentences."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from claimatlas.train.event_location_items import Item
from claimatlas.train.event_location_network import PlaceNetwork, loss
from claimatlas.train.schedule import Schedule, scheduled

Floats = NDArray[np.floating]
ALIKE_BATCHES, AT_ONCE = 40, 32
"""Of so many batches the sentences are sorted by length, so that little is padded; so many are read at once."""


@dataclass(frozen=True)
class Recipe(Schedule):
    """How to train; a batch counts sentences."""

    epochs: int = 4
    batch: int = 16
    head_rate: float = 1e-3
    encoder_rate: float = 3e-4
    dropout: float = 0.2


def fit(items: Sequence[Item], recipe: Recipe, tell: Callable[[str], None] = lambda _: None) -> PlaceNetwork:
    """A network fitted to codings; the same codings, recipe and machine give the same."""
    torch.manual_seed(recipe.seed)
    order, network = random.Random(recipe.seed), PlaceNetwork(recipe.dropout)
    optimizer, schedule = scheduled(network, recipe, len(items))
    for epoch in range(1, recipe.epochs + 1):
        network.train()
        total = 0.0
        for batch in batches(items, recipe.batch, order):
            value = loss(network(batch), batch)
            optimizer.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(value.detach()) * len(batch)
        tell(f"epoch {epoch} of {recipe.epochs}: loss {total / len(items):.3f} a sentence")
    return network


def batches(items: Sequence[Item], size: int, order: random.Random) -> list[list[Item]]:
    """The items in batches of like length, in random order."""
    mixed = order.sample(items, len(items))
    found: list[list[Item]] = []
    for start in range(0, len(mixed), size * ALIKE_BATCHES):
        chunk = sorted(mixed[start : start + size * ALIKE_BATCHES], key=lambda i: len(i.pieces))
        found += [chunk[n : n + size] for n in range(0, len(chunk), size)]
    order.shuffle(found)
    return found


def probabilities(networks: Sequence[PlaceNetwork], items: Sequence[Item]) -> list[Floats]:
    """How likely each word of each sentence tells where its event happened, 0 to 1: the mean over the networks."""
    out: list[Floats] = [np.zeros(len(i.words), np.float32) for i in items]
    order = sorted(range(len(items)), key=lambda n: len(items[n].pieces))
    with torch.no_grad():
        for start in range(0, len(order), AT_ONCE):
            numbers = order[start : start + AT_ONCE]
            batch = [items[n] for n in numbers]
            mean = np.mean([network.eval()(batch).sigmoid().numpy() for network in networks], axis=0)
            for n, part in zip(numbers, np.split(mean, np.cumsum([len(i.words) for i in batch])[:-1]), strict=True):
                out[n] = part
    return out
