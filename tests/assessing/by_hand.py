"""Messages whose moves and levels are set by hand, so that the rubric's cases are met apart from the model."""

from __future__ import annotations

import pytest

from genuinely.assessing import rubric
from genuinely.assessing.levels import Chances
from genuinely.assessing.light import load_light
from genuinely.assessing.moves import Move, Reading
from genuinely.assessing.rubric import Message, Verdict, judge
from genuinely.assessing.settings import load_rubric
from genuinely.assessing.text import read
from genuinely.scenarios import FrozenDict, Scenario, load_scenario

CARD = load_scenario("coat-rack")
THANKS = load_scenario("casework-thanks")

CASES_BY_HAND: tuple[tuple[str, int, tuple[str, ...], str], ...] = (
    ("clear_ask", 0, ("big_ask",), "too_big"),
    ("clear_ask", 1, ("big_ask", "ask"), "big_among_small"),
    ("clear_ask", 1, ("ask", "vague_ask"), "mixed"),
    ("clear_ask", 0, ("vague_ask", "vague_ask", "vague_ask"), "endless"),
    ("clear_ask", 1, ("ask", "ask"), "several"),
    ("clear_ask", 1, ("vague_ask",), "vague"),
    ("clear_ask", 1, ("ask",), "vague"),
    ("clear_ask", 1, ("question",), "question_only"),
    ("clear_ask", 0, ("generic_question",), "generic_question"),
    ("clear_ask", 1, ("greeting",), "nearest"),
    ("clear_ask", 0, ("greeting",), "none"),
    ("mutual_value", 0, ("vague_offer",), "formula"),
    ("mutual_value", 1, ("vague_offer",), "vague"),
    ("mutual_value", 1, ("offer",), "aside"),
    ("mutual_value", 1, ("seed",), "only_a_seed"),
    ("mutual_value", 1, ("link",), "nearest"),
    ("mutual_value", 0, ("need",), "none"),
    ("mutual_value", 0, ("thanks",), "no_outcome"),
    ("easy_no", 0, ("pressure", "ask"), "pressure"),
    ("easy_no", 0, ("big_ask",), "bare_request"),
    ("easy_no", 0, ("ask",), "bare_request"),
    ("easy_no", 0, ("greeting",), "bare_request"),
    ("easy_no", 1, ("big_ask", "ask"), "bare_request"),
    ("easy_no", 1, ("soften", "ask"), "polite_only"),
    ("easy_no", 1, ("ask",), "small_enough"),
    ("easy_no", 1, ("thanks",), "no_request"),
    ("common_ground", 0, ("ground",), "only_named"),
    ("common_ground", 1, ("ground", "link"), "apart"),
    ("common_ground", 1, ("ground",), "no_link"),
    ("common_ground", 1, ("shallow_link",), "shallow"),
    ("common_ground", 1, ("occasion",), "nearest"),
    ("common_ground", 0, ("praise",), "none"),
    ("common_ground", 0, ("question",), "none"),
    ("curiosity", 1, ("generic_question",), "generic"),
    ("curiosity", 1, ("question",), "nearest"),
    ("curiosity", 0, ("ask",), "none"),
    ("new_together", 1, ("vague_seed",), "wish"),
    ("new_together", 1, ("seed",), "nearest"),
    ("new_together", 0, ("offer",), "none"),
    ("context", 1, ("identify", "occasion"), "late"),
    ("context", 1, ("occasion",), "no_sender"),
    ("context", 1, ("identify",), "no_occasion"),
    ("context", 0, ("greeting",), "none"),
    ("own_voice", 0, ("stock", "praise"), "worn"),
    ("own_voice", 1, ("stock",), "stock"),
    ("own_voice", 0, ("stock",), "stock"),
    ("own_voice", 1, ("praise",), "praise"),
    ("own_voice", 1, ("grovel",), "grovel"),
    ("own_voice", 1, ("boast",), "boast"),
    ("own_voice", 0, ("hostile",), "hostile"),
    ("own_voice", 1, ("ask",), "forgettable"),
    ("own_voice", 0, ("ask",), "flat"),
)
"""Criterion, level, the move of each sentence, and the case that it is."""

LENGTHS = ((600, "far_too_long"), (250, "somewhat_long"), (40, "somewhat_short"), (5, "far_too_short"))
"""Words of an e-mail, and the case of `concise` that it is."""


def card_for(case: str) -> Scenario:
    """A card on which the case can arise."""
    return THANKS if case == "no_outcome" else CARD


def message_of(moves: tuple[str, ...], scenario: Scenario = CARD) -> Message:
    """A message with a sentence for each move, such as `Here stands ask.`, taken to be about the card."""
    text = read("\n".join(f"Here stands {move}." for move in moves))
    readings = tuple(
        Reading(sentence, _sure_of(move), (Move(move, sentence.start, sentence.end, 0.9),))
        for sentence, move in zip(text.sentences, moves, strict=True)
    )
    message = Message(text, readings, scenario, load_rubric())
    message.__dict__["takes_up_card"] = True
    return message


def message_of_length(count: int) -> Message:
    """An e-mail of so many words."""
    return Message(read("word " * count), (), CARD, load_rubric())


def verdict(criterion: str, level: int, message: Message, monkeypatch: pytest.MonkeyPatch) -> Verdict:
    """The verdict of the rubric where the model is sure of a level."""
    sure = Chances((float(level == 0), float(level == 1), float(level == 2)))
    monkeypatch.setattr(rubric, "level_chances", lambda *_: sure)
    return judge(message)[criterion]


def _sure_of(made: str) -> FrozenDict[str, float]:
    return FrozenDict({move: 0.9 if move == made else 0.01 for move in load_light().moves})
