"""The full reader: a small encoder, fine-tuned in `training/`, run by onnxruntime where that can be had."""
