"""The encoder as onnxruntime runs it: opened once, at the first assessment, and each text read alone and unpadded.

So a text's reading does not depend on what else is read, and in which order.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import onnxruntime  # type: ignore[import-untyped]
import tokenizers

from genuinely.assessing.full.tokens import Tokenizer, Window
from genuinely.assessing.full.weights import load_layers, load_tables
from genuinely.resources import data

if TYPE_CHECKING:
    from genuinely.assessing.full.weights import Floats

WIDTH = 384
"""Numbers of a sentence's vector."""


@cache
def tokenizer() -> Tokenizer:
    """Return the encoder's tokenizer."""
    made: Any = tokenizers.Tokenizer.from_str(data("model", "tokenizer.json").read_text(encoding="utf-8"))
    made.no_padding()
    made.no_truncation()
    found: Tokenizer = made
    return found


def sentence_vectors(windows: Sequence[Window], count: int) -> Floats:
    """Return a vector for each of `count` sentences: the mean over its tokens in all windows; zeros for one of none."""
    total = np.zeros((count, WIDTH), dtype=np.float32)
    tokens = np.zeros((count, 1), dtype=np.float32)
    for window in windows:
        owner = np.array(window.sentence)
        kept = (owner[None, :] == np.arange(count)[:, None]).astype(np.float32)
        total += _run(window.ids, kept)
        tokens += kept.sum(axis=1, keepdims=True)
    found: Floats = (total / np.maximum(tokens, 1)).astype(np.float32)
    return found


@lru_cache(maxsize=4096)
def text_vector(ids: tuple[int, ...]) -> Floats:
    """Return the vector of one text: the mean over all its tokens. A card's texts come again and again."""
    found: Floats = _run(ids, np.full((1, len(ids)), 1 / len(ids), dtype=np.float32))[0]
    return found


def _run(ids: Sequence[int], pool: Floats) -> Floats:
    words, places = load_tables()
    x = words[np.array(ids)] + places[np.arange(len(ids))]
    found: Floats = _session().run(None, {"x": x, "pool": pool})[0]
    return found


@cache
def _session() -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    layers = load_layers()
    given = [onnxruntime.OrtValue.ortvalue_from_numpy(layer) for layer in layers.values()]
    options.add_external_initializers(list(layers), given)
    model = data("model", "encoder.onnx").read_bytes()
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
