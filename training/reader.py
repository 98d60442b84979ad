"""The full reader: the encoder, and a small head in which the sentences of a message meet the facts of its card."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from base import WIDTH, Encoder
from light import MOVES
from torch import Tensor, nn

from genuinely.scenarios import CRITERIA

GROUPS = 3
"""The card's recipient facts, recipient goals and sender facts."""
LENGTHS = 5
_SMALL = 64


@dataclass
class Batch:
    """Messages of a few cards, padded.

    lower: windows, tokens, width; what the encoder's lower part makes of them. mask: windows, tokens.
    owner: windows, tokens; the sentence of each token, counted through all messages as if each had as many as the
    longest, -1 for none.
    sentences: messages, sentences; true where there is one. lengths: messages, LENGTHS.
    cards: card texts, width. card_of, group_of: card texts. card: messages; the card of each.
    moves: messages, sentences, moves. levels: messages, criteria; -1 where not rated. weight: messages.
    """

    lower: Tensor
    mask: Tensor
    owner: Tensor
    sentences: Tensor
    lengths: Tensor
    cards: Tensor
    card_of: Tensor
    group_of: Tensor
    card: Tensor
    moves: Tensor
    levels: Tensor
    weight: Tensor


class Reader(nn.Module):
    """Returns the logits of each sentence's moves, and of "at least 1" and "2" for each criterion."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.asks, self.answers, self.tells = (nn.Linear(WIDTH, _SMALL) for _ in range(3))
        seen = WIDTH + GROUPS * (_SMALL + 2)
        self.dropout = nn.Dropout(0.1)
        self.moves = nn.Linear(seen, len(MOVES))
        self.gist = nn.Linear(seen, 2 * _SMALL)
        self.looks = nn.Parameter(torch.randn(len(CRITERIA), 2 * _SMALL) / 8)
        known = 2 * _SMALL + 2 * len(MOVES) + LENGTHS
        self.levels = nn.Parameter(torch.randn(len(CRITERIA), known, 2) / known**0.5)
        self.bias = nn.Parameter(torch.zeros(len(CRITERIA), 2))

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        h = pool(self.encoder.upper(batch.lower, batch.mask), batch.owner, batch.sentences)
        seen = self.dropout(torch.cat([h, self.meet(h, batch.cards, batch)], dim=-1))
        moves = self.moves(seen)
        return moves, self.judge(moves, seen, batch)

    def meet(self, h: Tensor, card: Tensor, batch: Batch) -> Tensor:
        """What each sentence takes up of each group of the card: attended texts, and how near the nearest are."""
        scores = self.asks(h) @ self.answers(card).T / _SMALL**0.5
        told = self.tells(card)
        found = []
        for group in range(GROUPS):
            here = (batch.card[:, None] == batch.card_of[None]) & (batch.group_of == group)[None]
            masked = scores.masked_fill(~here[:, None, :], -1e4)
            found.append(masked.softmax(-1) @ told)
            found.append(masked.topk(2, dim=-1).values)
        return torch.cat(found, dim=-1)

    def judge(self, moves: Tensor, seen: Tensor, batch: Batch) -> Tensor:
        there = batch.sentences[:, :, None]
        made = moves.sigmoid() * there
        gist = torch.tanh(self.gist(seen))
        looked = (gist @ self.looks.T).masked_fill(~there, -1e4).softmax(1)
        told = looked.transpose(1, 2) @ gist
        sums = torch.cat([made.amax(1), made.sum(1) / 4, batch.lengths], dim=-1)
        known = torch.cat([told, sums[:, None].expand(-1, len(CRITERIA), -1)], dim=-1)
        return torch.einsum("mck,ckl->mcl", known, self.levels) + self.bias


def pool(tokens: Tensor, owner: Tensor, sentences: Tensor) -> Tensor:
    """Return the mean vector of each sentence's tokens: messages, sentences, width."""
    kept = owner >= 0
    total = tokens.new_zeros(sentences.numel(), tokens.shape[-1]).index_add(0, owner[kept], tokens[kept])
    count = torch.bincount(owner[kept], minlength=sentences.numel()).clamp(min=1)
    return (total / count[:, None]).view(*sentences.shape, -1)


def loss_of(moves: Tensor, levels: Tensor, batch: Batch, rare: Tensor) -> Tensor:
    """Return 6 x the moves' cross-entropy (rare ones weigh more) + the levels', each message by its weight."""
    per_move = nn.functional.binary_cross_entropy_with_logits(moves, batch.moves, pos_weight=rare, reduction="none")
    there = (batch.sentences * batch.weight[:, None])[:, :, None]
    of_moves = (per_move * there).sum() / there.sum() / len(MOVES)
    goals = torch.stack([batch.levels >= 1, batch.levels >= 2], dim=-1).to(levels.dtype)
    rated = ((batch.levels >= 0) * batch.weight[:, None])[:, :, None].expand_as(goals)
    per_level = nn.functional.binary_cross_entropy_with_logits(levels, goals, reduction="none")
    return 6 * of_moves + (per_level * rated).sum() / rated.sum()
