"""The reply simulator: its rules by hand, each sentence with its cause, and nowhere a promise about people."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from genuinely.assessing import LONGEST, assess
from genuinely.coaching.look import look
from genuinely.coaching.rows import Row, rows
from genuinely.lessons import reply_simulator
from genuinely.lessons.controls import cleaned
from genuinely.lessons.reading import LessonDataError, Table
from genuinely.lessons.replies import ALL, LEVELS, SAMPLES, compose, reply, voices, voices_from
from genuinely.lessons.replies_controls import controls, scene, words
from genuinely.scenarios import load_scenario

TRAMS = "late-trams-algebra"
RESERVED = {"bank-chatbot-repairs", "history-phd-payments-panel", "slack-hard-negatives"}


def rows_with(**levels: int) -> dict[str, Row]:
    """Rows as an assessment gives them, with levels set by hand and no words behind them."""
    return {name: Row(name, level, (), "") for name, level in levels.items()}


def composed(**levels: int) -> list[str]:
    return [each.text for each in compose(voices()[TRAMS], "Hello.", rows_with(**levels)).sentences]


def shown(**values: Any) -> Any:
    return scene(words(), cleaned(controls(), values))


@pytest.mark.parametrize("curiosity", [0, 1])
def test_a_message_for_anybody_gets_a_general_reply(curiosity: int) -> None:
    voice = voices()[TRAMS]
    assert composed(common_ground=0, curiosity=curiosity, mutual_value=2) == [voice.opening, voice.advice]


@pytest.mark.parametrize(("common_ground", "curiosity"), [(1, 0), (0, 2), (2, 2)])
def test_a_message_to_somebody_in_particular_gets_a_sentence_for_each_level(common_ground: int, curiosity: int) -> None:
    answers = voices()[TRAMS].answers
    expected = [answers["common_ground"][LEVELS[common_ground]], answers["curiosity"][LEVELS[curiosity]]]
    assert composed(common_ground=common_ground, curiosity=curiosity) == [each for each in expected if each]


def test_every_level_chooses_its_own_sentence_in_a_fixed_order() -> None:
    answers = voices()[TRAMS].answers
    found = composed(concise=0, easy_no=2, clear_ask=1, mutual_value=2, common_ground=2)
    assert found == [
        answers["common_ground"]["level_2"],
        answers["mutual_value"]["level_2"],
        answers["clear_ask"]["level_1"],
        answers["easy_no"]["level_2"],
        answers["concise"]["level_0"],
    ]


def test_a_specific_message_brings_more_back_than_a_general_one() -> None:
    for voice in voices().values():
        general, specific = (reply(voice, voice.samples[name]) for name in SAMPLES)
        assert not general.interested
        assert specific.interested
        assert specific.length > 1.5 * general.length


def test_each_sentence_names_the_level_and_the_words_that_brought_it_about() -> None:
    voice = voices()[TRAMS]
    message = voice.samples["specific"]
    card = load_scenario(TRAMS)
    found = {row.criterion: row for row in rows(message, card, assess(message, card))}
    for each in reply(voice, message).sentences:
        assert each.row is not None
        assert each.text == voice.answers[each.row.criterion][LEVELS[found[each.row.criterion].level]]
        for words_quoted in each.quotes:
            assert words_quoted.rstrip("… ")[:25] in message


def test_nothing_comes_back_to_nothing() -> None:
    assert reply(voices()[TRAMS], " \n ").silence == "empty"


def test_no_reply_is_simulated_where_a_person_would_read_first() -> None:
    told = shown(which="mine", mine="Dear [Name], I read about the harbour loop. Which line was late?")
    assert told.read.silence == "flagged"
    assert told.reasons in told.comparison[1]
    assert told.reasons


def test_a_message_longer_than_anything_is_cut() -> None:
    assert reply(voices()[TRAMS], "harbour loop " * LONGEST).silence in ("", "flagged")


def test_a_simulation_is_always_called_one() -> None:
    for which in SAMPLES:
        told = shown(which=which)
        assert told.comparison[0].startswith("Simulated by the checker's rules.")
        assert "Simulated by the checker" in told.below
        assert "Simulated by the checker's rules." in told.below_plain
    assert "not a prediction about people" in words().question


def test_the_words_say_what_the_picture_shows() -> None:
    told = shown(which="specific")
    axes = told.draw(look()["light"]).axes[0]
    widths = [bar.get_width() for bar in axes.patches]
    assert widths == [each.length for which in SAMPLES for each in told.replies[which].sentences]
    for which in SAMPLES:
        assert f"“{words().say(which)}”: {told.replies[which].length} words" in told.text


def test_below_stand_the_reply_its_causes_and_the_message() -> None:
    told = shown(which="specific")
    for each in told.read.sentences:
        assert f"“{each.text}” comes from: {each.row.title}, {each.row.word}." in told.below_plain
    assert "one for anybody" not in told.below_plain
    assert "could have gone to anybody" in shown(which="generic").comparison[1]


def test_what_is_typed_is_escaped() -> None:
    told = shown(which="mine", mine="<script>x</script> Which line was late after the harbour loop?")
    assert "<script>" not in told.below


@pytest.mark.parametrize("mine", ["", "Hello."])
def test_any_message_of_ones_own_can_be_drawn(mine: str) -> None:
    told = shown(which="mine", mine=mine)
    assert told.draw(look()["dark"]).axes[0].texts
    assert "yours" in told.text


def test_the_message_is_kept_and_comes_back() -> None:
    value = {**cleaned(controls(), {}), "which": "mine", "mine": "Dear Mr Ofori, which loop?"}
    reply_simulator().sent = {"number": 1, "value": value}
    assert reply_simulator().value == value
    assert "which loop?" in reply_simulator().shown["below"]


def test_no_voice_is_one_of_a_card_that_counts_for_points() -> None:
    assert not RESERVED & set(voices())


GOOD = "[anybody]\n" + "".join(f'{name} = {{ level_0 = "", level_1 = "b", level_2 = "c" }}\n' for name in ALL)
VOICE = f'[voices.{TRAMS}]\nopening = "o"\nadvice = "a"\ngeneric = "g"\nspecific = "s"\n'


def made(text: str) -> Any:
    return voices_from(Table("replies.toml", "", tomllib.loads(text)))


def test_a_voice_says_its_own_where_it_has_it() -> None:
    found = made(GOOD + VOICE + 'clear_ask = { level_0 = "x", level_1 = "y", level_2 = "z" }\n')[TRAMS]
    assert found.answers["clear_ask"]["level_2"] == "z"
    assert found.answers["curiosity"]["level_2"] == "c"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD + VOICE.replace(TRAMS, "no-such-card"), "there is no scenario"),
        (GOOD + VOICE.replace('advice = "a"', ""), "advice': found None"),
        (GOOD.replace("easy_no", "easyno") + VOICE, "easy_no"),
        (GOOD.replace("level_2", "level_3") + VOICE, "is not known"),
        (GOOD + VOICE + 'tone = "x"\n', "is not known"),
    ],
)
def test_what_does_not_fit_is_refused(text: str, said: str) -> None:
    with pytest.raises(LessonDataError, match=r"replies\.toml: key '.*" + said):
        made(text)
