"""From the probabilities of moves to those of levels."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

import pytest

from genuinely.assessing.levels import SPEAKS, Probabilities, level_chances, load_levels
from genuinely.assessing.light import load_light
from genuinely.assessing.rubric import Verdict
from genuinely.assessing.settings import load_rubric
from genuinely.assessing.text import Text, read
from genuinely.scenarios import CRITERIA

ROUNDS = 300

WITNESSES = ((), (0.3, -0.4), (4.0, 2.0), (-3.0, -5.0))
"""None: the light reader alone. Else what the encoder says of the level."""

SIGNED = [(name, move, sign) for name, moves in SPEAKS.items() for move, sign in moves.items() if sign]


def level_probabilities(
    criterion: str, rows: list[dict[str, float]], text: Text, witness: Sequence[float] = ()
) -> Probabilities:
    return level_chances(criterion, rows, text, witness).probabilities


def expected_level(criterion: str, rows: list[dict[str, float]], text: Text, witness: Sequence[float] = ()) -> float:
    _, one, two = level_probabilities(criterion, rows, text, witness)
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
        (rows, text), witness = some_rows(draw), draw.choice(WITNESSES)
        before = expected_level(criterion, rows, text, witness)
        row = draw.choice(rows)
        row[move] = draw.uniform(row[move], 1)
        after = expected_level(criterion, rows, text, witness)
        assert (after - before) * sign >= -1e-9


@pytest.mark.parametrize("criterion", SPEAKS)
def test_an_encoder_that_sees_more_never_lowers_a_level(criterion: str) -> None:
    draw = Random(criterion)
    for _ in range(ROUNDS):
        rows, text = some_rows(draw)
        one, two = draw.uniform(-5, 5), draw.uniform(-5, 5)
        before = expected_level(criterion, rows, text, (one, two))
        assert expected_level(criterion, rows, text, (one + draw.random(), two + draw.random())) >= before - 1e-9


@pytest.mark.parametrize("criterion", SPEAKS)
def test_the_three_probabilities_are_probabilities_and_sum_to_1(criterion: str) -> None:
    draw = Random(criterion)
    for _ in range(ROUNDS):
        found = level_probabilities(criterion, *some_rows(draw), draw.choice(WITNESSES))
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


def fork(at: float) -> dict[str, list[dict[str, Any]]]:
    """Trees that say level 2 if a number lies above `at`, else level 0."""
    tree = [0, at, [-4.0], [4.0]]
    return {"new_together": [{"base": 0.0, "trees": [tree]}, {"base": 0.0, "trees": [tree]}]}


@pytest.mark.parametrize(("at", "firm"), [(0.5, True), (0.7998, False), (0.8, False), (0.8002, False), (0.9, True)])
def test_a_level_that_other_arithmetic_could_give_otherwise_is_not_firm(
    at: float, firm: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("genuinely.assessing.levels.load_levels", lambda _: fork(at))
    row = dict.fromkeys(load_light().moves, 0.1) | {"seed": 0.8}
    found = level_chances("new_together", [row], read("Hello"))
    assert found.firm is firm
    assert (found.probabilities[2] > 0.9) is (at < 0.8)


def test_a_level_that_is_not_firm_is_never_sure() -> None:
    verdict = Verdict(2, (0.0, 0.1, 0.9), "seed", firm=False)
    assert verdict.certainty == 0.5 < min(one.sure for one in load_rubric().certainty.values())


def test_both_files_hold_trees_for_every_criterion() -> None:
    for file in ("levels.json", "levels_full.json"):
        assert set(load_levels(file)) == set(SPEAKS)
