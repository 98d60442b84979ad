"""The full reader: the same levels however it is asked, and unsure where arithmetic could decide."""

from __future__ import annotations

import sys
from random import Random

import numpy as np
import pytest

from assessing.rated import RatedMessage, rated, some_assessed
from genuinely.assessing import Assessment, assess
from genuinely.assessing.full import encoder, reading
from genuinely.assessing.text import read

SAMPLE: list[RatedMessage] = Random(4).sample(rated(), 64)


def read_all(messages: list[RatedMessage]) -> dict[str, Assessment]:
    return {one.id: assess(one.message, one.card, reader="full") for one in messages}


def read_both_of(message: str) -> tuple[list[dict[str, float]], reading.Levels]:
    found = reading.read_full(read(message), SAMPLE[0].card)
    assert found is not None
    return found


def test_alone_in_lists_and_in_any_order_the_levels_and_points_are_the_same() -> None:
    together = read_all(SAMPLE)
    alone = {one.id: read_all([one])[one.id] for one in SAMPLE[:3]}
    few, mixed = Random(7).sample(SAMPLE, 7), Random(8).sample(SAMPLE, len(SAMPLE))
    reading.card_vectors.cache_clear()
    for some in (alone, read_all(few), read_all(mixed)):
        assert {id: together[id] for id in some} == some


@pytest.mark.parametrize("seed", range(3))
def test_where_other_arithmetic_gives_another_level_the_level_was_called_unsure(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another processor adds in another order; ten times what that moves is put on every number of the encoder."""
    before = read_all(SAMPLE)
    noise = np.random.default_rng(seed)
    plain = encoder.sentence_vectors

    def shaken(windows: list[object], count: int) -> object:
        found = plain(windows, count)  # type: ignore[arg-type]
        return (found + noise.uniform(-1e-4, 1e-4, found.shape)).astype(np.float32)

    monkeypatch.setattr(reading, "sentence_vectors", shaken)
    for one in SAMPLE:
        after = assess(one.message, one.card, reader="full")
        for name, level in before[one.id].levels.items():
            if after.levels[name] != level:
                assert name in before[one.id].doubts, (one.id, name)


def test_a_cards_texts_are_encoded_once() -> None:
    card = SAMPLE[0].card
    assert reading.card_vectors(card) is reading.card_vectors(card)


def test_a_sentence_of_no_tokens_is_read_as_nothing() -> None:
    moves, _ = read_both_of("Hello there.\n\n🀄")
    assert len(moves) == len(read("Hello there.\n\n🀄").sentences)
    assert all(0 <= probability <= 1 for row in moves for probability in row.values())


def test_the_longest_message_is_read_whole() -> None:
    message = "I read your post about the pump. " * 200
    moves, _ = read_both_of(message)
    assert len(moves) == len(read(message).sentences) == 200


def test_a_wall_of_signs_is_left_to_the_light_reader_which_is_said() -> None:
    found = assess("? " * 9_000, SAMPLE[0].card)
    assert found.reader == "light"


def test_no_rated_message_is_a_wall() -> None:
    assert all(found.reader == "full" for _, found in some_assessed())


def test_the_libraries_are_opened_at_the_first_assessment_alone() -> None:
    import subprocess

    asked = "import sys, genuinely; from genuinely import assess; print('onnxruntime' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "False"
