"""Numbers of the network in numpy."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def softmax(x: Floats) -> Floats:
    """Softmax over the last axis."""
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    out: Floats = e / e.sum(axis=-1, keepdims=True)
    return out
