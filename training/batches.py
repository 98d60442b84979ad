"""Messages and cards as token ids, and batches of them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

import torch
from examples import Example
from light import MOVES, weight_of
from reader import LENGTHS, Batch
from tokenizers import Tokenizer
from torch import Tensor

from genuinely.assessing.features import names_of
from genuinely.assessing.text import words
from genuinely.scenarios import CRITERIA, Scenario

CLS, SEP = 101, 102
SLOTS = {"<you>": 1, "<me>": 2}
"""Unused entries of the vocabulary, which stand for the recipient's and the sender's name."""
LONGEST = 512


@dataclass(frozen=True)
class Tokens:
    """A message: `ids` with a separator after each sentence, and the sentence of each id, -1 for a separator."""

    ids: list[int]
    sentence: list[int]


def message_tokens(example: Example, tokenizer: Tokenizer) -> Tokens:
    names = names_of(example.scenario)
    ids, owner = [CLS], [-1]
    for number, sentence in enumerate(example.text.sentences):
        found = ids_of(sentence.text, names, tokenizer)
        ids += [*found, SEP]
        owner += [*([number] * len(found)), -1]
    return Tokens(ids[:LONGEST], owner[:LONGEST])


def ids_of(text: str, names: dict[str, str], tokenizer: Tokenizer) -> list[int]:
    """Return a text's token ids, each name on the card as its slot."""
    slots = [(place, SLOTS[names[text[slice(*place)].casefold()]]) for place in _places(text, names)]
    encoded = tokenizer.encode(text, add_special_tokens=False)
    found: list[int] = []
    for id, (start, end) in zip(encoded.ids, encoded.offsets, strict=True):
        slot = next((slot for (first, last), slot in slots if first <= start and end <= last), None)
        if slot is None:
            found.append(id)
        elif not found or found[-1] != slot:
            found.append(slot)
    return found


def _places(text: str, names: dict[str, str]) -> list[tuple[int, int]]:
    places, at = [], 0
    for word in words(text):
        at = text.index(word, at)
        if word.casefold() in names:
            places.append((at, at + len(word)))
        at += len(word)
    return places


def card_texts(scenario: Scenario, tokenizer: Tokenizer) -> list[tuple[int, list[int]]]:
    """Return the group and the ids of each fact and goal of a card."""
    names = names_of(scenario)
    groups = (scenario.recipient.facts, scenario.recipient.goals, scenario.sender.facts)
    return [
        (group, [CLS, *ids_of(text, names, tokenizer)[:62], SEP])
        for group, texts in enumerate(groups)
        for text in texts
    ]


def lengths_of(example: Example) -> list[float]:
    text, channel = example.text, example.scenario.channel
    return [math.log(text.words + 1) / 5, math.log(text.characters + 1) / 7, len(text.sentences) / 20,
            float(channel == "chat"), float(channel == "linkedin_note")]  # fmt: skip


def collate(examples: list[Example], tokenizer: Tokenizer) -> Batch:
    """Return a batch of messages with their cards."""
    rows = [message_tokens(example, tokenizer) for example in examples]
    cards = {example.scenario.id: example.scenario for example in examples}
    order = list(cards)
    texts = [(order.index(id), *text) for id, card in cards.items() for text in card_texts(card, tokenizer)]
    count = max(1, *(len(example.text.sentences) for example in examples))
    moves = torch.zeros(len(rows), count, len(MOVES))
    for i, example in enumerate(examples):
        for j, made in enumerate(example.moves):
            moves[i, j] = torch.tensor([float(move in made) for move in MOVES])
    return Batch(
        ids=_padded([row.ids for row in rows], 0),
        mask=_padded([[1] * len(row.ids) for row in rows], 0).bool(),
        sentence=_padded([row.sentence for row in rows], -1),
        sentences=_padded([[1] * len(e.text.sentences) for e in examples], 0, count).bool(),
        lengths=torch.tensor([lengths_of(e) for e in examples]).reshape(len(examples), LENGTHS),
        card_ids=_padded([ids for _, _, ids in texts], 0),
        card_mask=_padded([[1] * len(ids) for _, _, ids in texts], 0).bool(),
        card_of=torch.tensor([card for card, _, _ in texts]),
        group_of=torch.tensor([group for _, group, _ in texts]),
        card=torch.tensor([order.index(e.scenario.id) for e in examples]),
        moves=moves,
        levels=torch.tensor([[e.levels.get(c, -1) for c in CRITERIA] for e in examples]),
        weight=torch.tensor([math.sqrt(weight_of(e)) for e in examples]),
    )


def _padded(rows: list[list[int]], value: int, width: int = 0) -> Tensor:
    width = max(width, *(len(row) for row in rows)) if len(rows) > 1 else max(width, len(rows[0]))
    return torch.tensor([row + [value] * (width - len(row)) for row in rows])


def epoch_of(examples: list[Example], size: int, seed: int) -> Iterator[list[Example]]:
    """Yield the examples once, in batches of like length from two cards each, in an order that the seed gives."""
    draw = Random(seed)
    by_card: dict[str, list[Example]] = {}
    for example in draw.sample(examples, len(examples)):
        by_card.setdefault(example.scenario.id, []).append(example)
    halves = []
    for own in by_card.values():
        own.sort(key=lambda e: e.text.words + draw.random())
        halves += [own[i : i + size // 2] for i in range(0, len(own), size // 2)]
    halves.sort(key=lambda half: max(e.text.words for e in half) + 20 * draw.random())
    batches = [[*one, *two] for one, two in zip(halves[::2], halves[1::2], strict=False)]
    if len(halves) % 2:
        batches.append(halves[-1])
    draw.shuffle(batches)
    yield from batches
