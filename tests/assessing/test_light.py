"""The small model that reads moves."""

from __future__ import annotations

import pytest

from genuinely.assessing.features import BUCKETS, bucket, featurize
from genuinely.assessing.light import load_light, read_light
from genuinely.assessing.text import read
from genuinely.scenarios import load_scenario

CARD = load_scenario("slack-hard-negatives")


def probability(move: str, sentence: str) -> float:
    """How probable the model holds a move in a sentence between a greeting and a name."""
    text = read(f"Hi Tomasz,\n{sentence}\nPriyanka")
    return read_light(text, CARD)[1][move]


@pytest.mark.parametrize(
    ("sentence", "move"),
    [
        ("Best regards, Priyanka", "closing"),
        ("I'm a third-year PhD student in natural language processing.", "identify"),
        ("I hope this message finds you well.", "stock"),
        ("If you're busy, no answer is fine too.", "exit"),
        ("Please reply by tomorrow evening at the latest.", "pressure"),
        ("I'm so sorry to bother you with my stupid question.", "grovel"),
        ("Thank you so much for your answer.", "thanks"),
    ],
)
def test_plain_cases_are_read_plainly(sentence: str, move: str) -> None:
    assert probability(move, sentence) > 0.5
    assert probability(move, "Your blog post stands open beside my keyboard.") < 0.5


def test_every_sentence_gets_a_probability_for_every_move() -> None:
    found = read_light(read("Hi Tomasz. Why so? Thanks"), CARD)
    assert len(found) == 3
    for one in found:
        assert set(one) == set(load_light().moves)
        assert all(0 <= probability <= 1 for probability in one.values())


def test_every_move_has_a_threshold_that_can_be_reached() -> None:
    model = load_light()
    assert set(model.threshold) == set(model.moves)
    assert all(0 < threshold < 1 for threshold in model.threshold.values())


def test_features_are_buckets_each_once_in_rising_order() -> None:
    for row in featurize(read("Hi Tomasz, hi. Two of your 400 negatives, why? 👋🏽"), CARD):
        assert row == sorted(set(row))
        assert 0 <= row[0] <= row[-1] < BUCKETS


def test_a_features_bucket_is_the_same_on_every_machine() -> None:
    assert bucket("w:would you") == 6012
    assert bucket("w:zoë") == 3829


def test_a_persons_name_teaches_nothing() -> None:
    """Whoever is greeted, the features are the same: names on the card become slots."""
    (tomasz,) = featurize(read("Hi Tomasz, hello"), CARD)
    (gergely,) = featurize(read("Hi Gergely, hello"), load_scenario("coat-rack"))
    assert tomasz == gergely
