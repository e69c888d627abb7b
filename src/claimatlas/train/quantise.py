"""An encoder made small on disk: its matrices and its tables of vectors in 8 bits, widened when it is loaded or read.

Widening a matrix is an expression of constants, which onnxruntime works out once when it loads the model; what is computed stays at
32 bits. The operator MatMulNBits, which does the same for each window anew, gives the same vectors and takes at least half as long again.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from onnx import NodeProto, TensorProto, helper, numpy_helper
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer

BLOCK = 64
ZERO = 128
"""What MatMulNBits stores for a weight of zero."""
TABLE_SIZE = 100_000
"""Entries above which a table of vectors is stored in 8 bits."""
TOP = 127


def quantise(full: Path, small: Path) -> None:
    """Weights of matrices to 8 bits in blocks of BLOCK, word vectors to 8 with a scale for each; what is computed stays at 32 bits.

    Tried and left out: dynamic quantisation of activations (the vectors' cosine with full precision fell to 0.978, here it is above
    0.999), and in blocks (accuracy level 4: cosine 0.9997, but 106 of 109 events decided alike).
    """
    quantizer = MatMulNBitsQuantizer(onnx.load(full), bits=8, block_size=BLOCK, is_symmetric=True)
    quantizer.process()
    model = quantizer.model.model
    _widen_on_loading(model.graph)
    _shrink_tables(model.graph)
    onnx.save(model, small)


def _widen_on_loading(graph: onnx.GraphProto) -> None:
    """Put each MatMulNBits as a plain MatMul by a matrix that is widened from 8 bits."""
    nodes = [new for node in graph.node for new in (_widened(graph, node) if node.op_type == "MatMulNBits" else [node])]
    del graph.node[:]
    graph.node.extend(nodes)


def _widened(graph: onnx.GraphProto, node: NodeProto) -> Iterator[NodeProto]:
    size = {a.name: a.i for a in node.attribute}
    rows, columns = size["N"], size["K"]
    values, weight, scale = (str(name) for name in node.input[:3])
    blocks = (rows, -(-columns // size["block_size"]), size["block_size"])
    stored = _taken(graph, weight).reshape(blocks).astype(np.int16) - ZERO
    scales = _taken(graph, scale).reshape(*blocks[:2], 1)
    whole = np.array([rows, blocks[1] * blocks[2]], np.int64)
    tensors = ((weight, stored.astype(np.int8)), (scale, scales), (f"{weight}_shape", whole))
    graph.initializer.extend([numpy_helper.from_array(array, name) for name, array in tensors])
    yield helper.make_node("Cast", [weight], [f"{weight}_wide"], to=TensorProto.FLOAT)
    yield helper.make_node("Mul", [f"{weight}_wide", scale], [f"{weight}_scaled"])
    yield helper.make_node("Reshape", [f"{weight}_scaled", f"{weight}_shape"], [f"{weight}_rows"])
    yield helper.make_node("Transpose", [f"{weight}_rows"], [f"{weight}_matrix"], perm=[1, 0])
    yield helper.make_node("MatMul", [values, f"{weight}_matrix"], list(node.output), name=node.name)


def _taken(graph: onnx.GraphProto, name: str) -> "np.ndarray[tuple[int, ...], np.dtype[np.generic]]":
    """The values of a tensor, which is removed."""
    found = next(t for t in graph.initializer if t.name == name)
    graph.initializer.remove(found)
    values: np.ndarray[tuple[int, ...], np.dtype[np.generic]] = numpy_helper.to_array(found)
    return values


def _shrink_tables(graph: onnx.GraphProto) -> None:
    """Store tables of vectors that are looked up in 8 bits with a scale for each vector, and widen what is looked up."""
    for table in [t for t in graph.initializer if t.data_type == TensorProto.FLOAT and np.prod(t.dims) > TABLE_SIZE]:
        users = [n for n in graph.node if table.name in n.input]
        if any(n.op_type != "Gather" for n in users):
            continue
        values = _taken(graph, table.name)
        scale = np.abs(values).max(axis=1, keepdims=True).astype(np.float32) / TOP
        stored = np.round(values / np.maximum(scale, np.finfo(np.float32).tiny)).astype(np.int8)
        graph.initializer.extend([numpy_helper.from_array(stored, table.name), numpy_helper.from_array(scale, f"{table.name}_scale")])
        for node in users:
            _widen(graph, node, table.name)


def _widen(graph: onnx.GraphProto, node: NodeProto, table: str) -> None:
    """Behind the look-up of vectors of 8 bits that of their scales, and the product."""
    wide = node.output[0]
    node.output[0] = f"{wide}_stored"
    at = list(graph.node).index(node)
    behind = [
        helper.make_node("Gather", [f"{table}_scale", node.input[1]], [f"{wide}_scale"]),
        helper.make_node("Cast", [f"{wide}_stored"], [f"{wide}_cast"], to=TensorProto.FLOAT),
        helper.make_node("Mul", [f"{wide}_cast", f"{wide}_scale"], [wide]),
    ]
    for n, new in enumerate(behind):
        graph.node.insert(at + 1 + n, new)
