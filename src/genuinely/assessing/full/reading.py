"""What the full reader says of a message: one pass over its sentences, which meet the card in the head."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from genuinely.assessing.full.encoder import sentence_vectors, text_vector, tokenizer
from genuinely.assessing.full.head import Card, lengths_of, read_head
from genuinely.assessing.full.tokens import card_texts, message_windows
from genuinely.assessing.light import load_light
from genuinely.assessing.text import Text
from genuinely.scenarios import CRITERIA, Scenario

Levels = dict[str, tuple[float, float]]
"""By criterion the probabilities of "at least 1" and of "2"."""


MOST_TOKENS = 4096
"""Tokens that are read: nearly twice those of 1,500 words. What has more is a wall of signs, and no message."""


def read_full(text: Text, scenario: Scenario) -> tuple[list[dict[str, float]], Levels] | None:
    """Return the probability of each move for each sentence, and the encoder's own levels. Needs a sentence.

    None for a wall of signs, of more than `MOST_TOKENS` tokens.
    """
    windows = message_windows(text, scenario, tokenizer())
    if sum(len(window.ids) for window in windows) > MOST_TOKENS:
        return None
    sentences = sentence_vectors(windows, len(text.sentences))
    moves, levels = read_head(sentences, card_vectors(scenario), lengths_of(text, scenario))
    names = load_light().moves
    told = {name: (float(one), float(two)) for name, (one, two) in zip(CRITERIA, levels.tolist(), strict=True)}
    return [dict(zip(names, row, strict=True)) for row in moves.tolist()], told


@lru_cache(maxsize=256)
def card_vectors(scenario: Scenario) -> Card:
    """Return a card's facts and goals as vectors; each card is encoded once."""
    texts = card_texts(scenario, tokenizer())
    return Card(np.stack([text_vector(tuple(ids)) for _, ids in texts]), np.array([group for group, _ in texts]))
