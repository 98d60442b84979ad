"""The full reader: a small encoder, fine-tuned in `training/`, run by onnxruntime where that can be had."""

from genuinely.assessing.full.reading import read_full

__all__ = ["read_full"]
