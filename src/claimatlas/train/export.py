"""A fitted network as the files that the program ships: int8 encoder, heads, settings."""

import tempfile
from pathlib import Path

import msgspec
import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from safetensors.numpy import save_file
from torch import nn

from claimatlas.extract.learned.decide import decisions
from claimatlas.extract.learned.encoder import Encoder
from claimatlas.extract.learned.heads import Heads
from claimatlas.extract.learned.settings import Settings
from claimatlas.train.arrays import Prepared, vectors
from claimatlas.train.folds import Weights
from claimatlas.train.network import Network, base_folder, lower, upper

BLOCK = 64
TABLE_SIZE = 100_000
"""Entries above which a table of vectors is stored in 16 bits."""


class Whole(nn.Module):  # type: ignore[misc]
    """The encoder from ids to vectors."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = network.encoder

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Vectors of shape (windows, pieces, width)."""
        return upper(self.encoder, lower(self.encoder, ids, mask), mask)


def export(network: Network, second: Weights, settings: Settings, folder: Path) -> None:
    """Write encoder.onnx, heads.safetensors (those of the second look too), settings.json and the tokenizer into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        full = Path(place, "full.onnx")
        _to_onnx(network, full)
        quantise(full, folder / "encoder.onnx")
    save_file({k: np.ascontiguousarray(v) for k, v in (network.weights() | second).items()}, folder / "heads.safetensors")
    (folder / "settings.json").write_bytes(msgspec.json.format(msgspec.json.encode(settings), indent=1) + b"\n")
    _tokenizer(folder / "tokenizer.json")


def quantise(full: Path, small: Path) -> None:
    """Weights of matrices to 8 bits in blocks of BLOCK, word vectors to 16; what is computed stays at 32 bits.

    Dynamic quantisation of activations was tried: the vectors' cosine with full precision fell to 0.978, here it is above 0.999.
    """
    quantizer = MatMulNBitsQuantizer(onnx.load(full), bits=8, block_size=BLOCK, is_symmetric=True)
    quantizer.process()
    model = quantizer.model.model
    _halve_tables(model.graph)
    onnx.save(model, small)


def _halve_tables(graph: onnx.GraphProto) -> None:
    """Store tables of vectors that are looked up in 16 bits, and widen what is looked up."""
    for table in [t for t in graph.initializer if t.data_type == TensorProto.FLOAT and np.prod(t.dims) > TABLE_SIZE]:
        users = [n for n in graph.node if table.name in n.input]
        if any(n.op_type != "Gather" for n in users):
            continue
        graph.initializer.remove(table)
        graph.initializer.append(numpy_helper.from_array(numpy_helper.to_array(table).astype(np.float16), table.name))
        for node in users:
            wide = node.output[0]
            node.output[0] = f"{wide}_half"
            graph.node.insert(list(graph.node).index(node) + 1, helper.make_node("Cast", [f"{wide}_half"], [wide], to=TensorProto.FLOAT))


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


def agreement(network: Network, second: Weights, items: list[Prepared], settings: Settings, folder: Path) -> float:
    """The share of decisions that the shipped files make as the network at full precision does."""
    encoder, heads = Encoder(folder), Heads(network.weights() | second)
    same = total = 0
    for p in items:
        sheet, w = p.example.sheet, p.example.windows
        with torch.no_grad():
            full = decisions(sheet, w, upper(network.encoder, *vectors([p])).numpy(), heads, settings)
        small = decisions(sheet, w, encoder.vectors(w), heads, settings)
        here, there = ({(d.leaf, d.token, d.type, d.stance) for d in x} for x in (full, small))
        same, total = same + len(here & there), total + len(here | there)
    return same / max(1, total)
