"""Layers in which the items of a row look at each other: multi-head attention (Vaswani et al. 2017) in numpy, normed before."""

from collections.abc import Mapping

import numpy as np

from claimatlas.extract.learned.layout import Layout, steps
from claimatlas.extract.learned.ragged import Ints
from claimatlas.extract.learned.values import Floats, softmax

HEADS = 4
FAR = -1e4
Weights = Mapping[str, Floats]


def linear(w: Weights, name: str, x: Floats) -> Floats:
    """A linear layer by its name."""
    out: Floats = x @ w[f"{name}.weight"].T + w[f"{name}.bias"]
    return out


def normed(w: Weights, name: str, x: Floats) -> Floats:
    """Layer normalisation by its name."""
    centred = x - x.mean(axis=-1, keepdims=True)
    scale = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + 1e-5)
    out: Floats = centred / scale * w[f"{name}.weight"] + w[f"{name}.bias"]
    return out


def attended(w: Weights, name: str, x: Floats, rows: Layout, rank: Ints) -> Floats:
    """`x` (items, width) and what each item takes from the others of its row. `rank`: the order of items, of which attention knows."""
    if not len(x):
        return x
    k, width = rows.at.shape[1], x.shape[1]
    size = width // HEADS
    q, key, value = np.split(linear(w, f"{name}.ask", normed(w, f"{name}.norm", x)), 3, axis=-1)
    q, key, value = (v[rows.at].reshape(-1, k, HEADS, size).transpose(0, 2, 1, 3) for v in (q, key, value))
    odds = q @ key.transpose(0, 1, 3, 2) / np.float32(size**0.5)
    odds = odds + w[f"{name}.order.weight"][steps(rank, rows.at)].transpose(0, 3, 1, 2)
    odds = np.where(rows.there[:, None, None, :], odds, np.float32(FAR))
    taken = (softmax(odds) @ value).transpose(0, 2, 1, 3).reshape(-1, k, width)
    out = np.zeros_like(x)
    out[rows.at[rows.there]] = taken[rows.there]
    told: Floats = x + linear(w, f"{name}.answer", out)
    return told


def fed(w: Weights, name: str, x: Floats) -> Floats:
    """`x` and what a layer of its own makes of each item."""
    hidden = np.maximum(linear(w, f"{name}.wide", normed(w, f"{name}.norm", x)), 0)
    out: Floats = x + linear(w, f"{name}.narrow", hidden)
    return out
