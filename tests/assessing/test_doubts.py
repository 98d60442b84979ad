"""Unsure levels: the other reading, its words, and the question by which a learner decides."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

import pytest

from assessing.by_hand import CARD, message_of, message_of_length
from assessing.rated import some_assessed
from genuinely.assessing import doubts
from genuinely.assessing.doubts import PAIRS, DoubtsError, check, doubt, find_doubts, questions
from genuinely.assessing.rubric import Message, Probabilities, Verdict, case, judge_nothing, spans
from genuinely.assessing.settings import load_rubric
from genuinely.scenarios import CRITERIA

EVERY = [
    (criterion, pair, kind, text)
    for criterion, pairs in questions().items()
    for pair, kinds in pairs.items()
    for kind, text in kinds.items()
]
MOVES = ("ask", "offer", "exit", "pressure", "ground", "link", "question", "seed", "identify", "occasion", "personal")


def between(pair: str, given: int) -> Probabilities:
    """Probabilities that leave it open which of two levels it is, with a little more for the one that is given."""
    lower, higher = map(int, pair.split("-"))
    zero, one, two = (0.5 if n == given else 0.4 if n in (lower, higher) else 0.1 for n in range(3))
    return zero, one, two


def verdict_between(criterion: str, pair: str, given: int, message: Message) -> Verdict:
    return Verdict(given, between(pair, given), *case(criterion, given, message))


@pytest.mark.parametrize(("criterion", "pair", "kind", "text"), EVERY)
def test_a_question_is_finished_and_quotes_the_message(criterion: str, pair: str, kind: str, text: str) -> None:
    message = message_of(MOVES) if kind == "quoting" else message_of_length(60)
    for given in map(int, pair.split("-")):
        asked = doubt(criterion, verdict_between(criterion, pair, given, message), message).question
        assert re.fullmatch(r"[A-Z].*\?", asked)
        assert not re.search(r"[{}]|“”", asked)
        assert ("“Here stands " in asked) == (kind == "quoting")


@pytest.mark.parametrize(("criterion", "pair", "kind", "text"), EVERY)
def test_a_question_is_about_the_message_and_short_enough_to_be_read(
    criterion: str, pair: str, kind: str, text: str
) -> None:
    assert not re.search(r"\b(?:you|your|just|simply|obviously)\b", text, re.IGNORECASE)
    assert 8 <= len(text.split()) <= 32


def test_each_pair_of_levels_of_each_criterion_has_questions() -> None:
    assert {(criterion, pair) for criterion, pair, _, _ in EVERY} == {(c, p) for c in CRITERIA for p in PAIRS}


def test_the_other_level_is_the_likeliest_besides_the_one_that_is_given() -> None:
    assert Verdict(1, (0.1, 0.5, 0.4), "").other == 2
    assert Verdict(1, (0.4, 0.15, 0.45), "").other == 2
    assert Verdict(0, (0.9, 0.05, 0.05), "").other == 1
    assert Verdict(2, (0.5, 0.1, 0.4), "").other == 0


def test_the_other_reading_has_the_words_of_its_own_level() -> None:
    message = message_of(("ask", "vague_ask", "greeting"))
    found = doubt("clear_ask", Verdict(1, (0.1, 0.5, 0.4), *case("clear_ask", 1, message)), message)
    assert found.level == 2
    assert found.evidence == spans(message.moves("ask"))


def test_the_other_reading_quotes_nothing_where_it_would_be_given_for_absence() -> None:
    message = message_of(("vague_offer",))
    found = doubt("new_together", verdict_between("new_together", "0-1", 1, message), message)
    assert (found.level, found.evidence) == (0, ())


def test_the_words_at_issue_are_those_of_the_higher_level() -> None:
    message = message_of(("vague_ask", "ask"))
    for given in (1, 2):
        assert (
            "“Here stands ask”"
            in doubt("clear_ask", verdict_between("clear_ask", "1-2", given, message), message).question
        )


def test_where_pressure_is_at_issue_it_is_the_pressure_that_is_quoted() -> None:
    message = message_of(("soften", "pressure"))
    assert "“Here stands pressure”" in doubt("easy_no", verdict_between("easy_no", "0-1", 1, message), message).question


def test_who_writes_and_why_are_quoted_both() -> None:
    message = message_of(("identify", "occasion"))
    asked = doubt("context", verdict_between("context", "1-2", 2, message), message).question
    assert "“Here stands identify” and “Here stands occasion”" in asked


def test_a_level_is_in_doubt_below_the_rubrics_bound_and_not_from_it_on() -> None:
    message = message_of(("ask",))
    sure = message.sure
    at = Verdict(2, (0.0, 1 - sure, sure), "clear")
    below = Verdict(2, (0.0, 1 - sure + 0.01, sure - 0.01), "clear")
    assert list(find_doubts({"clear_ask": at, "easy_no": below}, message)) == ["easy_no"]


def test_nothing_is_in_doubt_where_nothing_was_written() -> None:
    assert find_doubts(judge_nothing(CARD), message_of_length(0)) == {}


def test_of_rated_messages_the_unsure_levels_are_in_doubt_and_no_others() -> None:
    seen = 0
    for one, found in some_assessed():
        unsure = [
            name
            for name, certainty in found.certainty.items()
            if certainty < load_rubric().certainty[found.reader].sure
        ]
        assert list(found.doubts) == unsure, one.id
        for name, other in found.doubts.items():
            seen += 1
            assert other.level != found.levels[name]
            assert all(one.message[span.start : span.end].strip() for span in other.evidence)
    assert seen > 100


def test_the_length_is_in_doubt_with_the_level_across_the_nearest_bound() -> None:
    low, high = load_rubric().length["email"].strong
    found = {count: judge_length(count) for count in (low, high + 1, 300, 20)}
    assert [(verdict.level, verdict.other) for verdict in found.values()] == [(2, 1), (1, 2), (1, 0), (0, 1)]


def judge_length(count: int) -> Verdict:
    from genuinely.assessing.rubric import judge

    return judge(message_of_length(count))["concise"]


@pytest.mark.parametrize(
    ("criterion", "pair", "entry", "said"),
    [
        ("clear_ask", "0-1", None, r"clear_ask\.\"0-1\"\.plain' is missing"),
        ("clear_ask", "0-1", {"quoting": "Is it?"}, r"clear_ask\.\"0-1\"\.plain' is missing"),
        ("context", "1-2", {"plain": "It is."}, r"context\.\"1-2\"\.plain' found 'It is\.', expected a question"),
        ("context", "1-2", {"plain": 3}, "found 3, expected a question"),
        ("context", "1-2", {"plain": "Is {quote} it?"}, "quote cannot be filled in"),
        ("context", "1-2", {"plain": "Is it?", "short": "Is it?"}, r"short' is not known"),
    ],
)
def test_questions_that_do_not_fit_are_named_with_their_remedy(
    criterion: str, pair: str, entry: Any, said: str
) -> None:
    table: Any = deepcopy(questions())
    table[criterion][pair] = entry
    with pytest.raises(DoubtsError, match=said) as caught:
        check(table)
    assert "data/wording/en/doubts.toml" in str(caught.value)


def test_the_questions_are_read_from_the_wording(monkeypatch: pytest.MonkeyPatch) -> None:
    table: Any = deepcopy(questions())
    table["clear_ask"]["1-2"] = {"plain": "Is {recipient} asked?"}
    monkeypatch.setattr(doubts, "questions", lambda: table)
    message = message_of(("ask",))
    assert doubt("clear_ask", verdict_between("clear_ask", "1-2", 1, message), message).question == "Is Gergely asked?"
