"""Whether the checker knows when it is right: held against what can be worked out on paper."""

from __future__ import annotations

from genuinely.cli.measuring.certainty import (
    calibration_table,
    person_table,
    sure_table,
    wholes,
)
from genuinely.cli.measuring.held_out import Row
from genuinely.cli.measuring.ratings import RatedMessage
from genuinely.scenarios import load_scenario

CARD = load_scenario("coat-rack")


def row(raters: int, checker: int, certainty: float, id: str = "one", criterion: str = "context") -> Row:
    message = RatedMessage(id, 1, CARD, "Hello", (), frozenset())
    rest = (1 - certainty) / 2
    probabilities = tuple(certainty if level == checker else rest for level in range(3))
    return Row(message, criterion, raters, checker, probabilities)


def test_sure_levels_are_counted_and_held_against_the_raters() -> None:
    rows = [row(2, 2, 0.9), row(2, 2, 0.8), row(1, 2, 0.7), row(0, 1, 0.5)]
    _, line, *_ = sure_table(rows, 0.65)
    assert line.split() == ["context", "75%", "67%", "0%", "50%"]


def test_calibration_tells_stated_from_right() -> None:
    rows = [row(2, 2, 0.72), row(1, 2, 0.78), row(0, 0, 1.0), row(0, 0, 1.0)]
    _, middle, top, distance = calibration_table(rows)
    assert middle.split()[-3:] == ["2", "75.0%", "50.0%"]
    assert top.split()[-3:] == ["2", "100.0%", "100.0%"]
    assert distance.endswith("12.5%")


def test_a_message_goes_to_a_person_by_a_flag_or_by_its_expected_error() -> None:
    rows = [row(2, 2, 0.99, "sure"), row(2, 2, 0.4, "unsure"), row(2, 2, 0.99, "flagged"), row(0, 2, 0.99, "wrong")]
    messages = wholes(rows, {"sure": False, "unsure": False, "flagged": True, "wrong": False})
    (line,) = (line for line in person_table(messages, 20.0) if "in use" in line)
    assert line.split()[2] == "50.0%"
    assert "50.0 points" in line  # of the two that are left one is right and one is 100 points off
