"""Calibration: from a raw score to the share of right rows among those that scored alike."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from scipy.optimize import isotonic_regression

Points = tuple[tuple[float, float], ...]
BINS = 10


def fitted(raw: Sequence[float], right: Sequence[bool]) -> Points:
    """A rising line through the shares of right rows, by isotonic regression over twenty groups of equal size.

    Source: Zadrozny and Elkan 2002.
    """
    order = np.argsort(raw, kind="stable")
    x, y = np.array(raw)[order], np.array(right, float)[order]
    groups = [g for g in np.array_split(np.arange(len(x)), 20) if len(g)]
    means = [float(x[g].mean()) for g in groups]
    rising = isotonic_regression([float(y[g].mean()) for g in groups], weights=[len(g) for g in groups]).x
    at: dict[float, list[float]] = defaultdict(list)
    for mean, share in zip(means, rising, strict=True):
        at[mean].append(float(share))
    line = [(m, float(np.mean(shares))) for m, shares in sorted(at.items())]
    return ((0.0, line[0][1]), *line, (1.0, line[-1][1]))


def apply(points: Points, raw: Sequence[float]) -> list[float]:
    """Calibrated scores."""
    x, y = zip(*points, strict=True)
    return [float(v) for v in np.interp(raw, x, y)]


def table(score: Sequence[float], right: Sequence[bool]) -> list[tuple[float, float, int]]:
    """(mean score, share right, number) for each of ten bins of equal width that is not empty."""
    s, r = np.array(score), np.array(right, float)
    at = np.minimum((s * BINS).astype(int), BINS - 1)
    return [(float(s[at == b].mean()), float(r[at == b].mean()), int((at == b).sum())) for b in range(BINS) if (at == b).any()]


def expected_error(score: Sequence[float], right: Sequence[bool]) -> float:
    """Expected calibration error: the mean gap between score and share right over ten bins. Source: Naeini et al. 2015."""
    rows = table(score, right)
    return sum(abs(mean - share) * n for mean, share, n in rows) / max(1, sum(n for _, _, n in rows))
