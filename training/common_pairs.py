"""Writes data/cues/common_pairs.txt from the rated messages: python training/common_pairs.py"""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from pathlib import Path

from genuinely.assessing.guards.order import common_pairs_in
from genuinely.assessing.text import read
from genuinely.resources import data

HEAD = """\
# Pairs of common words that stand beside each other in at least two of the rated messages of waves 1 to 4. A line has a
# word and words that follow it. `python training/common_pairs.py` makes the file again.
"""
WIDTH = 120


def main() -> None:
    seen: Counter[tuple[str, str]] = Counter()
    for line in data("ratings", "messages.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["wave"] <= 4:
            seen.update({pair for s in read(row["message"]).sentences for pair in common_pairs_in(s.text)})
    following: dict[str, list[str]] = {}
    for first, second in sorted(pair for pair, messages in seen.items() if messages >= 2):
        following.setdefault(first, []).append(second)
    lines = [
        f"{first} {part}\n"
        for first, words in following.items()
        for part in textwrap.wrap(" ".join(words), WIDTH - len(first) - 1, break_on_hyphens=False)
    ]
    Path(str(data("cues", "common_pairs.txt"))).write_text(HEAD + "".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
