"""A fitted network as the files that the program ships: int8 encoder, heads, settings."""

import tempfile
from pathlib import Path

import msgspec
import numpy as np
import onnx
import torch
from safetensors.numpy import save_file
from torch import nn

from claimatlas.extract.learned.decide import decisions
from claimatlas.extract.learned.encoder import Encoder
from claimatlas.extract.learned.heads import Heads
from claimatlas.extract.learned.settings import Settings
from claimatlas.train.arrays import Prepared, vectors
from claimatlas.train.network import Network, base_folder, lower, upper
from claimatlas.train.quantise import quantise


class Whole(nn.Module):  # type: ignore[misc]
    """The encoder from ids to vectors."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = network.encoder

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Vectors of shape (windows, pieces, width)."""
        return upper(self.encoder, lower(self.encoder, ids, mask), mask)


def export(network: Network, settings: Settings, folder: Path) -> None:
    """Write encoder.onnx, heads.safetensors, settings.json and the tokenizer into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        full = Path(place, "full.onnx")
        _to_onnx(network, full)
        quantise(full, folder / "encoder.onnx")
    save_file({k: np.ascontiguousarray(v) for k, v in network.weights().items()}, folder / "heads.safetensors")
    (folder / "settings.json").write_bytes(msgspec.json.format(msgspec.json.encode(settings), indent=1) + b"\n")
    _tokenizer(folder / "tokenizer.json")


def _to_onnx(network: Network, path: Path) -> None:
    ids, mask = torch.randint(1000, 2000, (2, 40)), torch.ones(2, 40, dtype=torch.int64)
    mask[1, 30:] = 0
    axes = {0: "windows", 1: "pieces"}
    names = {"input_names": ["ids", "mask"], "output_names": ["vectors"], "dynamic_axes": {"ids": axes, "mask": axes, "vectors": axes}}
    torch.onnx.export(Whole(network).eval(), (ids, mask), str(path), dynamo=False, opset_version=17, **names)
    model = onnx.load(path)
    del model.metadata_props[:]
    onnx.save(model, path)


def _tokenizer(path: Path) -> None:
    """The base model's tokenizer without its cut at 128 pieces."""
    data = msgspec.json.decode((base_folder() / "tokenizer.json").read_bytes())
    path.write_bytes(msgspec.json.encode(data | {"truncation": None, "padding": None}))


def agreement(network: Network, items: list[Prepared], settings: Settings, folder: Path) -> float:
    """The share of decisions that the shipped files make as the network at full precision does."""
    encoder, heads = Encoder(folder), Heads(network.weights())
    same = total = 0
    for p in items:
        sheet, w = p.example.sheet, p.example.windows
        with torch.no_grad():
            full = decisions(sheet, w, upper(network.encoder, *vectors([p])).numpy(), heads, settings)
        small = decisions(sheet, w, encoder.vectors(w), heads, settings)
        here, there = ({(d.leaf, d.token, d.type, d.stance) for d in x} for x in (full, small))
        same, total = same + len(here & there), total + len(here | there)
    return same / max(1, total)
