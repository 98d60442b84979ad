"""Writes what the fits looked at in twenty messages: sentences, tokens, features. A test holds what is in use to it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

from examples import Example

from genuinely.assessing.features import featurize
from genuinely.assessing.full.encoder import tokenizer
from genuinely.assessing.full.tokens import message_windows

COUNT = 20


def write_sample(target: Path, examples: Sequence[Example]) -> None:
    """Write a line for each of twenty messages, spread over all of them."""
    read = [example for example in examples if example.text.sentences]
    lines = [json.dumps(_looked_at(example)) for example in read[:: len(read) // COUNT][:COUNT]]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _looked_at(example: Example) -> dict[str, object]:
    windows = message_windows(example.text, example.scenario, tokenizer())
    return {
        "id": example.id,
        "segments": [[sentence.start, sentence.end] for sentence in example.text.sentences],
        "tokens": [list(window.ids) for window in windows],
        "features": [crc32(repr(row).encode()) for row in featurize(example.text, example.scenario)],
    }
