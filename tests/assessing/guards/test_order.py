"""Words in an order that nobody writes, and the pairs by which it is told."""

from __future__ import annotations

import random

from assessing.guards.flagged import flags
from genuinely.assessing.cues import common_words
from genuinely.assessing.guards.order import known_pairs
from genuinely.resources import data

MESSAGE = (
    "Dear Gergely, we spoke by the coat rack in Ghent. My students hunt for the reading that a text's author did not "
    "want, and after fourteen years I have 212 texts, sorted by the word that misled them. Half of them hang on 'any' "
    "or 'promptly'. Which of your clauses do people ring about most? I could put ten summaries before my class and "
    "send you every reading that they find. A no is fine, and so is one clause."
)


def test_pairs_are_of_common_words_and_the_file_is_small() -> None:
    assert {word for pair in known_pairs() for word in pair} <= common_words()
    assert len(data("cues", "common_pairs.txt").read_bytes()) < 300_000


def test_a_message_is_known_and_most_orders_of_its_words_at_random_are_not() -> None:
    row = MESSAGE.split()
    shuffled = [" ".join(random.Random(seed).sample(row, len(row))) for seed in range(20)]
    assert "not_a_message" not in flags("coat-rack", MESSAGE)
    assert sum("not_a_message" in flags("coat-rack", text) for text in shuffled) >= 16


def test_a_short_text_is_not_judged_by_its_order() -> None:
    assert "not_a_message" not in flags("coat-rack", "Gergely, Tuesday: the coat rack or the phone, you or me?")
