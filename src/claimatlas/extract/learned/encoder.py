"""The encoder: word pieces into vectors, by onnxruntime on one thread."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from claimatlas.extract.leaf import Leaf
from claimatlas.extract.learned.settings import FOLDER
from claimatlas.extract.learned.values import Floats
from claimatlas.extract.learned.windows import Windows, windows

if TYPE_CHECKING:
    import onnxruntime
    from tokenizers import Tokenizer

WIDTH = 384


class Encoder:
    """MiniLM with its top layers fine-tuned, its weights in 8 bits. Loaded when first used."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder

    @cached_property
    def tokenizer(self) -> "Tokenizer":
        """The word-piece tokenizer."""
        from tokenizers import Tokenizer

        return Tokenizer.from_file(str(self.folder / "tokenizer.json"))

    @cached_property
    def _session(self) -> "onnxruntime.InferenceSession":
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(str(self.folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"])

    def windows(self, leaves: list[Leaf]) -> Windows:
        """The windows of a report."""
        return windows(leaves, self.tokenizer)

    def vectors(self, w: Windows) -> Floats:
        """A vector for each piece: (windows, pieces, WIDTH); zeros of shape (1, 1, WIDTH) for a report without pieces.

        Windows are read one by one, so that what one holds does not change another, and a long text needs no more memory at once.
        """
        ids, mask = w.arrays()
        if not len(ids):
            return np.zeros((1, 1, WIDTH), np.float32)
        out: Floats = np.zeros((*ids.shape, WIDTH), np.float32)
        for i, n in enumerate(mask.sum(axis=1)):
            out[i, :n] = self._session.run(["vectors"], {"ids": ids[i : i + 1, :n], "mask": mask[i : i + 1, :n]})[0][0]
        return out
