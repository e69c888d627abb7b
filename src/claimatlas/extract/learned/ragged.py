"""Rows of differing length in one flat array, and features as numbers: the CRC-32 of their names."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def hashed(features: Iterable[str]) -> list[int]:
    """Features as 32-bit numbers, in order."""
    return list(map(_code, features))


@lru_cache(maxsize=1 << 16)
def _code(feature: str) -> int:
    return zlib.crc32(feature.encode())


@dataclass(frozen=True, slots=True)
class Ragged:
    """Rows end to end: row i is flat[starts[i]:starts[i + 1]]; no row is empty."""

    flat: Ints
    starts: Ints

    @property
    def rows(self) -> int:
        """The number of rows."""
        return len(self.starts)


def ragged(rows: Sequence[Sequence[int]]) -> Ragged:
    """Lists of numbers end to end."""
    sizes = np.fromiter(map(len, rows), np.int64, len(rows))
    flat = np.fromiter(chain.from_iterable(rows), np.int64, int(sizes.sum()))
    return Ragged(flat, np.concatenate([[0], np.cumsum(sizes)[:-1]]) if len(rows) else np.zeros(0, np.int64))


def numbered(vocabulary: Ints, flat: Ints) -> Ints:
    """Places of hashes in a sorted vocabulary, counted from 1; 0 for those that are not in it."""
    if not len(vocabulary):
        return np.zeros_like(flat)
    at = np.searchsorted(vocabulary, flat)
    at[at == len(vocabulary)] = 0
    return np.where(vocabulary[at] == flat, at + 1, 0)
