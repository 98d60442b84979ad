"""From evidence to pieces of a message."""

from __future__ import annotations

from coaching.made import assessment, span
from genuinely.assessing import Span
from genuinely.coaching.marks import marks, numbers, pieces

MESSAGE = "Dear Ana, your post on coats made me think. Could you name one shop?"
ASK = span(MESSAGE, "Could you name one shop?", "ask")
GROUND = span(MESSAGE, "your post on coats", "ground")


def test_a_span_of_two_criteria_is_one_mark() -> None:
    found = marks(assessment(evidence={"clear_ask": (ASK,), "easy_no": (ASK,)}), MESSAGE)
    assert [(mark.start, mark.end, mark.move) for mark in found] == [(ASK.start, ASK.end, "ask")]


def test_moves_are_numbered_as_they_are_met() -> None:
    again = span(MESSAGE, "think", "ground")
    found = marks(assessment(evidence={"clear_ask": (ASK,), "common_ground": (GROUND, again)}), MESSAGE)
    assert numbers(found) == {"ground": 1, "ask": 2}


def test_the_pieces_together_are_the_message() -> None:
    inner = span(MESSAGE, "coats", "personal")
    found = marks(
        assessment(evidence={"common_ground": (GROUND,), "own_voice": (inner,), "clear_ask": (ASK,)}), MESSAGE
    )
    assert "".join(piece.text for piece in pieces(MESSAGE, found)) == MESSAGE


def test_over_nested_words_the_shorter_mark_comes_first() -> None:
    inner = span(MESSAGE, "post", "personal")
    found = marks(assessment(evidence={"common_ground": (GROUND,), "own_voice": (inner,)}), MESSAGE)
    (piece,) = (piece for piece in pieces(MESSAGE, found) if piece.text == "post")
    assert [mark.move for mark in piece.marks] == ["personal", "ground"]


def test_overlapping_marks_end_where_they_end() -> None:
    found = marks(assessment(evidence={"clear_ask": (Span(0, 9, "ask"), Span(5, 14, "exit"))}), MESSAGE)
    assert [(p.text, [m.move for m in p.ending]) for p in pieces(MESSAGE, found)][:3] == [
        ("Dear ", []),
        ("Ana,", ["ask"]),
        (" your", ["exit"]),
    ]


def test_a_span_outside_the_message_is_left_out() -> None:
    found = marks(assessment(evidence={"clear_ask": (Span(0, 999, "ask"), Span(4, 4, "ask"))}), MESSAGE)
    assert found == ()


def test_a_message_without_marks_is_one_piece() -> None:
    assert [piece.text for piece in pieces(MESSAGE, ())] == [MESSAGE]
