"""From the probabilities of moves to those of levels."""

from __future__ import annotations

from random import Random

import pytest

from genuinely.assessing.levels import SPEAKS, level_probabilities
from genuinely.assessing.light import load_light
from genuinely.assessing.text import Text, read
from genuinely.scenarios import CRITERIA

ROUNDS = 300

SIGNED = [(name, move, sign) for name, moves in SPEAKS.items() for move, sign in moves.items() if sign]


def expected_level(criterion: str, rows: list[dict[str, float]], text: Text) -> float:
    _, one, two = level_probabilities(criterion, rows, text)
    return one + 2 * two


def some_rows(draw: Random) -> tuple[list[dict[str, float]], Text]:
    """Sentences with probabilities as a model gives them: most of them near 0 or 1, some between."""
    count = draw.choice([1, 1, 2, 3, 5, 8, 13])
    rows = [
        {move: draw.choice([draw.random() ** 3, draw.random(), 1 - draw.random() ** 3]) for move in load_light().moves}
        for _ in range(count)
    ]
    return rows, read("Some words and more. " * count)


@pytest.mark.parametrize(("criterion", "move", "sign"), SIGNED)
def test_more_of_a_move_never_works_against_its_sign(criterion: str, move: str, sign: int) -> None:
    draw = Random(f"{criterion} {move}")
    for _ in range(ROUNDS):
        rows, text = some_rows(draw)
        before = expected_level(criterion, rows, text)
        row = draw.choice(rows)
        row[move] = draw.uniform(row[move], 1)
        after = expected_level(criterion, rows, text)
        assert (after - before) * sign >= -1e-9


@pytest.mark.parametrize("criterion", SPEAKS)
def test_the_three_probabilities_are_probabilities_and_sum_to_1(criterion: str) -> None:
    draw = Random(criterion)
    for _ in range(ROUNDS):
        found = level_probabilities(criterion, *some_rows(draw))
        assert sum(found) == pytest.approx(1)
        assert all(0 <= probability <= 1 for probability in found)


@pytest.mark.parametrize("criterion", SPEAKS)
def test_both_low_and_high_levels_can_be_reached(criterion: str) -> None:
    draw = Random(criterion)
    found = [expected_level(criterion, *some_rows(draw)) for _ in range(ROUNDS)]
    assert min(found) < 0.75
    assert max(found) > 1.25


@pytest.mark.parametrize("criterion", SPEAKS)
def test_no_sentences_at_all_have_levels_too(criterion: str) -> None:
    assert sum(level_probabilities(criterion, [], read(""))) == pytest.approx(1)


def test_every_criterion_but_length_follows_from_moves() -> None:
    assert set(CRITERIA) - set(SPEAKS) == {"concise"}


def test_every_move_that_bears_on_a_criterion_is_one_that_the_model_reads() -> None:
    assert {move for moves in SPEAKS.values() for move in moves} <= set(load_light().moves)


@pytest.mark.parametrize(
    ("criterion", "move"),
    [
        ("clear_ask", "ask"), ("mutual_value", "offer"), ("easy_no", "exit"), ("common_ground", "link"),
        ("curiosity", "question"), ("new_together", "seed"), ("context", "identify"), ("own_voice", "personal"),
    ],
)  # fmt: skip
def test_the_move_that_the_rubric_names_speaks_for_its_criterion(criterion: str, move: str) -> None:
    assert SPEAKS[criterion][move] == 1


@pytest.mark.parametrize(
    ("criterion", "move"),
    [("clear_ask", "big_ask"), ("easy_no", "pressure"), ("own_voice", "grovel"), ("own_voice", "stock")],
)
def test_the_move_that_the_rubric_holds_against_a_criterion_does_so(criterion: str, move: str) -> None:
    assert SPEAKS[criterion][move] == -1
