"""Words in an order that nobody writes, and the pairs by which it is told."""

from __future__ import annotations

import random

import pytest

from assessing.guards.flagged import flags
from genuinely.assessing.cues import common_words
from genuinely.assessing.guards.order import known_pairs
from genuinely.resources import data

MESSAGE = (
    "Dear Gergely, it was good to talk by the coat rack. I have been thinking about the ten minutes that we had, and "
    "would like to ask you one thing: could you send me the summary that people call you about most? If you do not "
    "have the time, that is fine, and I will not write again."
)


def test_pairs_are_of_common_words_and_the_file_is_small() -> None:
    assert {word for pair in known_pairs() for word in pair} <= common_words()
    assert len(data("cues", "common_pairs.txt").read_bytes()) < 300_000


@pytest.mark.parametrize("seed", range(5))
def test_a_message_is_known_and_its_words_at_random_are_not(seed: int) -> None:
    shuffled = random.Random(seed).sample(MESSAGE.split(), len(MESSAGE.split()))
    assert "not_a_message" not in flags("coat-rack", MESSAGE)
    assert "not_a_message" in flags("coat-rack", " ".join(shuffled))


def test_a_short_text_is_not_judged_by_its_order() -> None:
    assert "not_a_message" not in flags("coat-rack", "Gergely, Tuesday: the coat rack or the phone, you or me?")
