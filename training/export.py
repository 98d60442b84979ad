"""Writes a fitted reader as the files that the package runs: the encoder's graph, its weights, and the head's arrays.

Weights are stored as whole numbers of one byte with a scale for each 32 of them, beside the graph, which names them as
initializers from outside. They are given to it as 32-bit numbers: all arithmetic is done in 32 bits.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from base import HEADS, WIDTH, Encoder
from onnx import TensorProto, helper, numpy_helper
from reader import Reader
from torch import Tensor, nn

from genuinely.assessing.full.weights import STRETCH

_SIZE = WIDTH // HEADS


def write_reader(reader: Reader, folder: Path) -> None:
    """Write `encoder.onnx`, `encoder.npz` and `head.npz`."""
    graph = _Graph()
    graph.encoder(reader.encoder)
    onnx.save(graph.model(), folder / "encoder.onnx")
    arrays = {**graph.weights, "words": _array(reader.encoder.words.weight), "places": _places(reader.encoder)}
    np.savez(folder / "encoder.npz", **{part: value for name in arrays for part, value in _small(name, arrays[name])})
    head = {name: value for name, value in reader.state_dict().items() if not name.startswith("encoder.")}
    np.savez(folder / "head.npz", **{name: value.numpy().astype(np.float32) for name, value in head.items()})


def _small(name: str, matrix: np.ndarray) -> list[tuple[str, np.ndarray]]:
    """A matrix as bytes (rows, stretches, STRETCH) and scales (rows, stretches, 1)."""
    parts = matrix.reshape(len(matrix), -1, STRETCH)
    scale = np.maximum(np.abs(parts).max(axis=2, keepdims=True) / 127, 1e-7).astype(np.float16)
    stored = np.round(parts / scale.astype(np.float32)).clip(-127, 127).astype(np.int8)
    return [(name, stored), (f"{name}.scale", scale)]


def _places(encoder: Encoder) -> np.ndarray:
    """A vector for each place in a text; that of the kind of text is the same for all and is added here."""
    return _array(encoder.places.weight) + _array(encoder.kind)


def _array(weight: Tensor) -> np.ndarray:
    return weight.detach().numpy().astype(np.float32)


class _Graph:
    """Nodes and stored arrays, added one by one; each `add` returns the name of what it gives."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._stored: list[onnx.TensorProto] = []
        self.weights: dict[str, np.ndarray] = {}

    def encoder(self, encoder: Encoder) -> None:
        """`x` (tokens, width) and `pool` (sentences, tokens) in, `sentences` (sentences, width) out."""
        x = self.norm("x", encoder.norm)
        for number, layer in enumerate(encoder.layers):
            query, key, value = (
                self.heads(self.linear(x, getattr(layer, part), f"{number}.{part}"))
                for part in ("query", "key", "value")
            )
            scores = self.add("MatMul", self.add("Mul", query, self.number(_SIZE**-0.5)), self.swap(key, (0, 2, 1)))
            mixed = self.add("MatMul", self.add("Softmax", scores, axis=-1), value)
            joined = self.add("Reshape", self.swap(mixed, (1, 0, 2)), self.shape(-1, WIDTH))
            x = self.norm(self.add("Add", x, self.linear(joined, layer.joined, f"{number}.joined")), layer.first_norm)
            wide = self.add("Gelu", self.linear(x, layer.wide, f"{number}.wide"))
            x = self.norm(self.add("Add", x, self.linear(wide, layer.narrow, f"{number}.narrow")), layer.second_norm)
        self.add("MatMul", "pool", x, to="sentences")

    def add(self, kind: str, *inputs: str, to: str = "", **settings: object) -> str:
        to = to or f"v{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, list(inputs), [to], **settings))
        return to

    def store(self, array: np.ndarray) -> str:
        name = f"w{len(self._stored)}"
        self._stored.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def plain(self, value: Tensor) -> str:
        return self.store(_array(value))

    def number(self, value: float) -> str:
        return self.store(np.array(value, dtype=np.float32))

    def shape(self, *sizes: int) -> str:
        return self.store(np.array(sizes, dtype=np.int64))

    def linear(self, x: str, part: nn.Linear, name: str) -> str:
        self.weights[name] = _array(part.weight).T
        return self.add("Add", self.add("MatMul", x, name), self.plain(part.bias))

    def heads(self, x: str) -> str:
        return self.swap(self.add("Reshape", x, self.shape(-1, HEADS, _SIZE)), (1, 0, 2))

    def swap(self, x: str, order: tuple[int, ...]) -> str:
        return self.add("Transpose", x, perm=list(order))

    def norm(self, x: str, part: nn.LayerNorm) -> str:
        scale, bias = self.plain(part.weight), self.plain(part.bias)
        return self.add("LayerNormalization", x, scale, bias, axis=-1, epsilon=1e-12)

    def model(self) -> onnx.ModelProto:
        taken: dict[str, list[int | str]] = {"x": ["tokens", WIDTH], "pool": ["sentences", "tokens"]}
        outside = [_outside(name, value) for name, value in self.weights.items()]
        inputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in taken.items()]
        out = helper.make_tensor_value_info("sentences", TensorProto.FLOAT, ["sentences", WIDTH])
        graph = helper.make_graph(self._nodes, "encoder", inputs, [out], [*self._stored, *outside])
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)


def _outside(name: str, weight: np.ndarray) -> TensorProto:
    """A weight that is given to the graph when it is opened."""
    found = TensorProto(
        name=name, data_type=TensorProto.FLOAT, dims=list(weight.shape), data_location=TensorProto.EXTERNAL
    )
    for key, value in (("location", "encoder.npz"), ("offset", "0"), ("length", str(weight.nbytes))):
        found.external_data.add(key=key, value=value)
    return found
