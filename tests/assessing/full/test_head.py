"""Where sentences meet the card: also a short one, with a single text or none in a group."""

from __future__ import annotations

import numpy as np
import pytest

from genuinely.assessing.full.head import Card, read_head

DRAW = np.random.default_rng(3)
SENTENCES = DRAW.normal(0, 0.3, (5, 384)).astype(np.float32)
TEXTS = DRAW.normal(0, 0.3, (6, 384)).astype(np.float32)
LENGTHS = [0.9, 0.9, 0.3, 0.0, 0.0]


def reading(rows: list[int], groups: list[int]) -> tuple[np.ndarray, np.ndarray]:
    return read_head(SENTENCES, Card(TEXTS[rows], np.array(groups)), LENGTHS)


def test_one_text_in_a_group_is_read_like_the_same_text_twice() -> None:
    once, twice = reading([0, 1, 2], [0, 1, 2]), reading([0, 1, 1, 2], [0, 1, 1, 2])
    for one, two in zip(once, twice, strict=True):
        assert one == pytest.approx(two, abs=1e-5)


@pytest.mark.parametrize("groups", [[0, 0, 2, 2], [0, 2], [2]])
def test_a_group_without_texts_is_no_reason_to_be_sure_of_anything(groups: list[int]) -> None:
    full, _ = reading([0, 1, 2, 3, 4, 5], [0, 0, 1, 1, 2, 2])
    with np.errstate(over="raise"):
        moves, levels = reading(list(range(len(groups))), groups)
    assert np.isfinite(moves).all()
    assert np.isfinite(levels).all()
    assert np.abs(moves - full).max() < 0.9


def test_the_order_of_a_cards_texts_changes_nothing() -> None:
    one, two = reading([0, 1, 2, 3], [0, 0, 1, 2]), reading([3, 1, 0, 2], [2, 0, 0, 1])
    assert one[1] == pytest.approx(two[1], abs=1e-5)
