"""A message as the encoder's token ids: windows that overlap, names as slots, nothing cut."""

from __future__ import annotations

from random import Random

import pytest

from genuinely.assessing.full.encoder import tokenizer
from genuinely.assessing.full.tokens import LONGEST, WRITTEN, Window, card_texts, message_windows, windows
from genuinely.assessing.naming import named_on, with_slots
from genuinely.assessing.text import read
from genuinely.scenarios import load_scenario

CARD = load_scenario("slack-hard-negatives")
SLOTS = named_on(CARD)


def tokens_of(found: list[Window]) -> dict[int, list[tuple[int, ...]]]:
    """For each sentence the runs of tokens that stand for it, window by window."""
    runs: dict[int, list[tuple[int, ...]]] = {}
    for window in found:
        for number in sorted({*window.sentence} - {-1}):
            run = tuple(id for id, owner in zip(window.ids, window.sentence, strict=True) if owner == number)
            runs.setdefault(number, []).append(run)
    return runs


def test_a_message_is_one_sequence_with_a_mark_after_each_sentence() -> None:
    (window,) = message_windows(read("Hi Tomasz. Why so?"), CARD, tokenizer())
    assert (window.ids[0], window.ids[-1]) == (101, 102)
    assert window.ids.count(102) == 2
    assert list(dict.fromkeys(window.sentence)) == [-1, 0, 1]


@pytest.mark.parametrize("seed", range(20))
def test_nothing_of_a_long_message_is_lost_and_no_window_is_too_long(seed: int) -> None:
    draw = Random(seed)
    sentences = [[draw.randrange(1000, 30000) for _ in range(draw.choice((1, 8, 30, 130, 700)))] for _ in range(30)]
    found = windows(sentences)
    assert all(len(window.ids) <= LONGEST for window in found)
    assert {owner for window in found for owner in window.sentence} == {-1, *range(30)}
    for number, runs in tokens_of(found).items():
        held = {id for run in runs for id in run}
        assert held == set(sentences[number])


def test_windows_share_their_last_stretch() -> None:
    first, second, *_ = windows([[2000 + number] * 60 for number in range(20)])
    assert set(first.sentence) & set(second.sentence) - {-1}


def test_a_short_message_has_one_window() -> None:
    assert len(windows([[2000] * 20, [2001] * 20])) == 1


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Hi Tomasz, it is me.", "Hi alex, it is me."),
        ("hi tomasz", "hi alex"),
        ("Best, Priyanka", "Best, sam"),
        ("Tomasz's post", "alex's post"),
        ("Nothing of them here", "Nothing of them here"),
    ],
)
def test_the_cards_people_are_written_as_their_slots(text: str, written: str) -> None:
    assert with_slots(text, SLOTS, WRITTEN) == written


def test_a_name_of_several_words_is_one_slot() -> None:
    whole = CARD.recipient.name
    assert len(whole.split()) > 1
    assert with_slots(f"Dear {whole}, hello", SLOTS, WRITTEN) == "Dear alex, hello"


def test_a_cards_texts_come_with_their_groups_in_order() -> None:
    found = card_texts(CARD, tokenizer())
    groups = [group for group, _ in found]
    assert groups == sorted(groups)
    facts, goals, own = (groups.count(group) for group in range(3))
    assert (facts, goals, own) == (len(CARD.recipient.facts), len(CARD.recipient.goals), len(CARD.sender.facts))
    assert all(ids[0] == 101 and ids[-1] == 102 for _, ids in found)
