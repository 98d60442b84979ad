"""Batches of messages with their cards, as the full reader takes them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from random import Random

import torch
from base import Encoder
from examples import Example
from light import MOVES, weight_of
from reader import Batch
from settings import FULL
from slips import with_slips
from tokenizers import Tokenizer
from torch import Tensor

from genuinely.assessing.full.head import lengths_of
from genuinely.assessing.full.tokens import card_texts, ids_of, windows
from genuinely.assessing.naming import named_on
from genuinely.scenarios import CRITERIA, Scenario


class Collator:
    """Makes batches. What the encoder's lower part makes of a text is kept, as that part is not trained.

    Cards are read by the encoder as it stands at `read_cards`; their vectors are not trained through, which saves a
    third of the time (the card's side of the head learns).
    """

    def __init__(self, encoder: Encoder, tokenizer: Tokenizer) -> None:
        self._encoder, self._tokenizer = encoder, tokenizer
        self._kept: dict[tuple[int, ...], Tensor] = {}
        self._cards: dict[str, tuple[Tensor, list[int]]] = {}

    @torch.no_grad()
    def read_cards(self, cards: Iterable[Scenario]) -> None:
        """Read cards anew, each text alone."""
        for card in cards:
            texts = card_texts(card, self._tokenizer)
            self._cards[card.id] = (
                torch.stack([self._vector(tuple(ids)) for _, ids in texts]),
                [group for group, _ in texts],
            )

    def __call__(self, examples: list[Example], draw: Random | None = None) -> Batch:
        """Return a batch of messages with their cards; with `draw`, some of them with slips of the pen."""
        rows: list[Tensor] = []
        owners: list[list[int]] = []
        count = max(len(example.text.sentences) for example in examples)
        for place, example in enumerate(examples):
            slipped = draw is not None and draw.random() < FULL["slipped"]
            texts = [sentence.text for sentence in example.text.sentences]
            if draw is not None and slipped:
                texts = [with_slips(text, draw) for text in texts]
            slots = named_on(example.scenario)
            for window in windows([ids_of(text, slots, self._tokenizer) for text in texts]):
                rows.append(self._lower(window.ids, not slipped))
                owners.append([place * count + number if number >= 0 else -1 for number in window.sentence])
        moves = torch.zeros(len(examples), count, len(MOVES))
        for i, example in enumerate(examples):
            for j, made in enumerate(example.moves):
                moves[i, j] = torch.tensor([float(move in made) for move in MOVES])
        order = list({example.scenario.id: None for example in examples})
        cards = [self._cards[id] for id in order]
        return Batch(
            lower=torch.nn.utils.rnn.pad_sequence(rows, batch_first=True).float(),
            mask=_padded([[1] * len(row) for row in rows], 0).bool(),
            owner=_padded(owners, -1),
            sentences=_padded([[1] * len(e.text.sentences) for e in examples], 0, count).bool(),
            lengths=torch.tensor([lengths_of(e.text, e.scenario) for e in examples]),
            cards=torch.cat([vectors for vectors, _ in cards]),
            card_of=torch.tensor([place for place, (_, groups) in enumerate(cards) for _ in groups]),
            group_of=torch.tensor([group for _, groups in cards for group in groups]),
            card=torch.tensor([order.index(e.scenario.id) for e in examples]),
            moves=moves,
            levels=torch.tensor([[e.levels.get(c, -1) for c in CRITERIA] for e in examples]),
            weight=torch.tensor([math.sqrt(weight_of(e)) for e in examples]),
        )

    def _vector(self, ids: tuple[int, ...]) -> Tensor:
        lower = self._lower(ids, keep=True)[None].float()
        return self._encoder.upper(lower, torch.ones(1, len(ids)).bool())[0].mean(0)

    def _lower(self, ids: tuple[int, ...], keep: bool) -> Tensor:
        if ids in self._kept:
            return self._kept[ids]
        made = self._encoder.lower(torch.tensor([ids]), torch.ones(1, len(ids)).bool())[0].half()
        if keep:
            self._kept[ids] = made
        return made


def _padded(rows: list[list[int]], value: int, width: int = 0) -> Tensor:
    width = max(width, max(map(len, rows)))
    return torch.tensor([row + [value] * (width - len(row)) for row in rows])


def epoch_of(examples: list[Example], size: int, seed: int) -> list[list[Example]]:
    """Return the examples once, in batches of like length, in an order that the seed gives."""
    draw = Random(seed)
    ordered = sorted(examples, key=lambda e: e.text.characters * draw.uniform(0.9, 1.1))
    batches = [ordered[i : i + size] for i in range(0, len(ordered), size)]
    draw.shuffle(batches)
    return batches
