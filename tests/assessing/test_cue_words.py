"""A word that a cue looks for is never taken for a slip of another: the cue would not find it."""

from __future__ import annotations

import re

from genuinely.assessing.spelling import mended_word
from genuinely.resources import data


def test_no_word_of_a_cue_is_mended() -> None:
    changed = set()
    for file in data("cues").iterdir():  # but for other languages, and names
        if file.name.endswith(".toml") and file.name not in ("languages.toml", "names.toml"):
            lines = file.read_text(encoding="utf-8").splitlines()
            text = " ".join(line for line in lines if not line.startswith("#"))
            changed |= {word for word in re.findall(r"[a-z]+(?![a-z*])", text) if mended_word(word) != word}
    assert changed == set()
