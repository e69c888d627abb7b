"""A quantised model is small on disk and computes nearly what the full one does, with plain matrices."""

import numpy as np
import pytest

onnx = pytest.importorskip("onnx", reason="the extra `train` is not installed")

# ruff: noqa: E402
import onnxruntime

from claimatlas.train.quantise import quantise


def saved(path):
    """Ids looked up in a table of 2,000 vectors, and these times a matrix."""
    make = np.random.default_rng(3)
    arrays = {"table": make.normal(size=(2000, 128)), "matrix": make.normal(size=(128, 256))}
    graph = onnx.helper.make_graph(
        [
            onnx.helper.make_node("Gather", ["table", "ids"], ["looked_up"]),
            onnx.helper.make_node("MatMul", ["looked_up", "matrix"], ["vectors"], name="product"),
        ],
        "small",
        [onnx.helper.make_tensor_value_info("ids", onnx.TensorProto.INT64, ["n"])],
        [onnx.helper.make_tensor_value_info("vectors", onnx.TensorProto.FLOAT, ["n", 256])],
        [onnx.numpy_helper.from_array(a.astype(np.float32), name) for name, a in arrays.items()],
    )
    onnx.save(onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 17)], ir_version=8), path)
    return path


def vectors(path):
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    return session.run(["vectors"], {"ids": np.arange(0, 2000, 37)})[0]


def test_a_quantised_model_is_small_and_computes_nearly_the_same(tmp_path):
    full, small = saved(tmp_path / "full.onnx"), tmp_path / "small.onnx"
    quantise(full, small)
    a, b = vectors(full), vectors(small)
    cosine = (a * b).sum(axis=1) / np.linalg.norm(a, axis=1) / np.linalg.norm(b, axis=1)
    assert cosine.min() > 0.999 and not np.array_equal(a, b)
    assert small.stat().st_size < 0.3 * full.stat().st_size


def test_matrices_are_stored_in_8_bits_and_multiplied_as_plain_ones(tmp_path):
    quantise(saved(tmp_path / "full.onnx"), tmp_path / "small.onnx")
    graph = onnx.load(tmp_path / "small.onnx").graph
    assert {"MatMul", "Cast"} <= {n.op_type for n in graph.node} and "MatMulNBits" not in {n.op_type for n in graph.node}
    stored = {t.name: onnx.numpy_helper.to_array(t).dtype.name for t in graph.initializer}
    assert stored["table"] == "int8" and set(stored.values()) == {"int8", "float32", "int64"}
