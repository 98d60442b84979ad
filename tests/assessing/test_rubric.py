"""The case that a level is, and the words that stand for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assessing.by_hand import CARD, CASES_BY_HAND, LENGTHS, card_for, message_of, message_of_length, verdict
from assessing.rated import RatedMessage, all_assessed, some_assessed
from genuinely.assessing import Assessment
from genuinely.assessing.assess import seen
from genuinely.assessing.readers import read_both
from genuinely.assessing.rubric import CASES, WITHOUT_CARD, judge
from genuinely.assessing.text import read
from genuinely.scenarios import CRITERIA, FrozenDict

GIVEN_FOR_ABSENCE = {"easy_no": 1, "own_voice": 1}
"""The level of a message that does nothing for a criterion, where it is not 0: see the rubric."""


@pytest.mark.parametrize(("criterion", "level", "moves", "case"), CASES_BY_HAND)
def test_the_moves_of_a_message_tell_the_case(
    criterion: str, level: int, moves: tuple[str, ...], case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = verdict(criterion, level, message_of(moves, card_for(case)), monkeypatch)
    assert (found.level, found.why) == (level, case)


@pytest.mark.parametrize(("count", "case"), LENGTHS)
def test_the_length_tells_the_case_of_concise(count: int, case: str) -> None:
    assert judge(message_of_length(count))["concise"].why == case


def test_every_case_is_met_by_hand_and_none_is_left_over() -> None:
    met = {(criterion, case) for criterion, _, _, case in CASES_BY_HAND} | {("concise", case) for _, case in LENGTHS}
    assert met == {(criterion, case) for criterion, cases in CASES.items() for case in cases}


@pytest.mark.parametrize("criterion", [name for name in CRITERIA if name != "concise"])
def test_a_strong_level_quotes_words_even_where_no_move_is_sure(
    criterion: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = verdict(criterion, 2, message_of(("greeting", "closing")), monkeypatch)
    assert found.evidence
    assert found.why not in CASES[criterion]


@pytest.mark.parametrize(("criterion", "most"), WITHOUT_CARD.items())
def test_what_takes_up_nothing_of_the_card_could_go_to_anybody(
    criterion: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = read("Dear friend, here is a plan for both of us. Would you try it?")
    message = seen(text, CARD, read_both(text, CARD))
    assert verdict(criterion, 2, message, monkeypatch).level == most


def test_the_quoted_words_are_those_of_the_move(monkeypatch: pytest.MonkeyPatch) -> None:
    message = message_of(("greeting", "pressure", "ask"))
    (move,) = verdict("easy_no", 0, message, monkeypatch).evidence
    assert message.text.message[move.start : move.end] == "Here stands pressure."


def test_the_surest_move_comes_first() -> None:
    message = message_of(("ask", "greeting", "ask"))
    assert [move.start for move in message.moves("ask")] == sorted(move.start for move in message.moves("ask"))
    assert message.moves("seed") == ()


def test_a_request_is_sought_among_the_questions_too(monkeypatch: pytest.MonkeyPatch) -> None:
    message = message_of(("greeting", "closing"))
    asking = message.readings[1]
    asks = replace(asking, probabilities=FrozenDict({**asking.probabilities, "question": 0.4}))
    found = verdict("clear_ask", 1, replace(message, readings=(message.readings[0], asks)), monkeypatch)
    assert [(move.name, move.start) for move in found.evidence] == [("question", asking.sentence.start)]


def test_one_worn_sentence_is_not_several_because_it_is_worn_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    message = message_of(("stock", "ask"))
    (stock,) = message.readings[0].moves
    twice = replace(message.readings[0], moves=(stock, replace(stock, name="praise")))
    found = verdict("own_voice", 0, replace(message, readings=(twice, message.readings[1])), monkeypatch)
    assert found.why == "stock"


def test_only_the_cards_criteria_and_context_are_judged() -> None:
    assert list(judge(message_of(("ask",)))) == [name for name in CRITERIA if name in {*CARD.criteria, "context"}]


def unquoted(found: tuple[tuple[RatedMessage, Assessment], ...]) -> list[str]:
    """Levels above what absence gives that quote no words."""
    return [
        f"{one.id} {name} {level}"
        for one, assessment in found
        for name, level in assessment.levels.items()
        if name != "concise" and level > GIVEN_FOR_ABSENCE.get(name, 0) and not assessment.evidence[name]
    ]


def test_a_level_above_what_absence_gives_quotes_words() -> None:
    assert unquoted(some_assessed()) == []


@pytest.mark.slow
def test_in_all_rated_messages_such_a_level_quotes_words() -> None:
    assert unquoted(all_assessed()) == []


@pytest.mark.slow
def test_in_all_rated_messages_every_quotation_stands_in_the_message() -> None:
    for one, assessment in all_assessed():
        for spans in assessment.evidence.values():
            for span in spans:
                assert 0 <= span.start < span.end <= len(one.message), one.id
                assert one.message[span.start : span.end].strip(), one.id


@pytest.mark.slow
def test_none_of_the_rated_messages_is_flagged_but_hostile_ones() -> None:
    flagged = {one.id: found.flags for one, found in all_assessed() if found.flags}
    hostile = {one.id for one, _ in all_assessed() if one.hostile}
    assert {id: flags for id, flags in flagged.items() if id not in hostile} == {}
