"""The sentences that say what to do next."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from assessing.by_hand import CARD, CASES_BY_HAND, LENGTHS, card_for, message_of, message_of_length, verdict
from assessing.rated import some_assessed
from genuinely.assessing import advice, assess
from genuinely.assessing.advice import AdviceError, advise, first_name, reason, sentences
from genuinely.assessing.guards import FLAGS
from genuinely.assessing.rubric import CASES, Verdict, judge
from genuinely.scenarios import CRITERIA, load_scenario

EVERY = [(table, case, text) for table, cases in sentences().items() for case, text in cases.items()]


def test_every_case_has_its_sentence_and_no_sentence_is_left_over() -> None:
    told = {criterion: set(cases) for criterion, cases in sentences().items() if criterion != "flags"}
    assert told == {criterion: set(cases) for criterion, cases in CASES.items()}


def test_every_criterion_has_cases() -> None:
    assert set(CASES) == set(CRITERIA)


def test_every_flag_has_its_reason_and_no_reason_is_left_over() -> None:
    assert set(sentences()["flags"]) == set(FLAGS)


@pytest.mark.parametrize("flag", FLAGS)
def test_a_reason_is_a_finished_sentence(flag: str) -> None:
    said = reason(flag, CARD)
    assert re.fullmatch(r"[A-Z].*\.", said)
    assert not re.search(r"[{}]", said)


@pytest.mark.parametrize(("criterion", "level", "moves", "case"), CASES_BY_HAND)
def test_advice_is_finished_and_quotes_the_message(
    criterion: str, level: int, moves: tuple[str, ...], case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = message_of(moves, card_for(case))
    said = advise(criterion, verdict(criterion, level, message, monkeypatch), message)
    assert said.endswith(".")
    assert not re.search(r"[{}]|“”", said)
    if "{quote}" in sentences()[criterion][case]:
        assert "“Here stands " in said


@pytest.mark.parametrize(("count", "case"), LENGTHS)
def test_advice_on_length_tells_the_count_and_the_bounds(count: int, case: str) -> None:
    message = message_of_length(count)
    found = judge(message)["concise"]
    assert found.why == case
    said = advise("concise", found, message)
    assert said.startswith(f"{count} words")
    assert "48 to 165" in said


def test_advice_on_a_note_counts_characters() -> None:
    card = load_scenario("jury-question")
    message = replace(message_of_length(100), scenario=card)
    assert advise("concise", judge(message)["concise"], message).startswith("499 characters")


@pytest.mark.parametrize(("table", "case", "text"), EVERY)
def test_no_sentence_criticises_the_person_or_makes_light_of_the_work(table: str, case: str, text: str) -> None:
    assert not re.search(r"\b(?:just|simply|obviously|of course|you|your|yours|you're)\b", text, re.IGNORECASE)


@pytest.mark.parametrize(("table", "case", "text"), EVERY)
def test_a_sentence_has_only_the_braces_that_are_filled(table: str, case: str, text: str) -> None:
    known = {"recipient"} if table == "flags" else {"quote", "recipient", "count", "unit", "low", "high"}
    assert set(re.findall(r"{(\w*)}", text)) <= known


@pytest.mark.parametrize(("table", "case", "text"), EVERY)
def test_a_sentence_is_short_enough_to_be_read(table: str, case: str, text: str) -> None:
    assert 5 <= len(text.split()) <= 45


def test_no_advice_on_a_rated_message_quotes_nothing() -> None:
    for one, found in some_assessed():
        for criterion, said in found.advice.items():
            assert "“”" not in said, (one.id, criterion)
            assert not re.search(r"{\w+}", said), (one.id, criterion)


def test_no_advice_or_question_on_a_rated_message_doubles_a_mark_or_crosses_a_line() -> None:
    for one, found in some_assessed():
        for said in (*found.advice.values(), *(doubt.question for doubt in found.doubts.values())):
            assert not re.search(r"[,;:]”|(?<![.…])\.”|“[^”]*“|\n|  ", said), (one.id, said)


def test_a_long_quotation_is_cut_at_a_words_end(monkeypatch: pytest.MonkeyPatch) -> None:
    message = message_of(("ask",))
    text = replace(message.text, message="several words here " * 20)
    move = replace(message.readings[0].moves[0], start=0, end=200)
    said = advise("clear_ask", Verdict(1, (0.05, 0.9, 0.05), "vague", (move,)), replace(message, text=text))
    quoted = re.search("“(.*)”", said)
    assert quoted
    assert re.fullmatch(r"(?:several|words|here)(?: (?:several|words|here))* …", quoted[1])
    assert 60 < len(quoted[1]) <= 92


def test_a_sentence_that_is_missing_is_named_with_its_file() -> None:
    message = message_of(("ask",))
    with pytest.raises(AdviceError, match=r"data/wording/en/advice\.toml: key 'clear_ask\.nowhere' is missing"):
        advise("clear_ask", Verdict(0, (1.0, 0.0, 0.0), "nowhere"), message)


def test_an_empty_sentence_is_missing_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(advice, "sentences", lambda: {"flags": {"stuffed": " "}})
    with pytest.raises(AdviceError, match=r"'flags\.stuffed'"):
        reason("stuffed", CARD)


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("coat-rack", "Gergely"),
        ("inside-the-skull", "Hanna"),
        ("poster-gas-sensor", "Henrik"),
        ("bridge-fair-rating", "Rachel"),
    ],
)
def test_the_recipient_goes_by_the_first_name_without_titles(id: str, name: str) -> None:
    assert first_name(load_scenario(id)) == name


def test_worn_sentences_are_counted_and_not_the_ways_in_which_they_are_worn() -> None:
    message = message_of(("stock", "praise"))
    stock, praise = (reading.moves[0] for reading in message.readings)
    worn = Verdict(0, (0.9, 0.1, 0.0), "worn", (stock, replace(stock, name="grovel"), praise))
    assert "is one of 2 sentences" in advise("own_voice", worn, message)


def test_a_single_word_is_counted_as_one() -> None:
    assert assess("Thanks", load_scenario("coat-rack")).advice["concise"].startswith("1 word is")
