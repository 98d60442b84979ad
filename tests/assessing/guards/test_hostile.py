"""Insult, threat, or words that take back what the message says."""

from __future__ import annotations

import pytest

from assessing.guards.flagged import flags


@pytest.mark.parametrize(
    "words",
    [
        "You are an idiot.", "you absolute moron", "Shut up and answer.", "I hate you.",
        "Your talk was complete garbage.",
        "You people are useless.", "You'll regret ignoring me.", "I know where you live.", "Go to hell.",
        "By the way, I didn't mean any of this.", "I take it all back.", "Your company is a piece of shit.",
        "You lazy fool!", "I hope you get fired.", "Otherwise I'll make sure that your boss hears of it.",
        "You are a liar.", "Screw you.",
    ],
)  # fmt: skip
def test_hostile_words_are_flagged(words: str) -> None:
    message = f"Dear Gergely,\nCould you tell me how you sort your 400 calls? {words}\nThandiwe"
    assert "hostile" in flags("coat-rack", message)


@pytest.mark.parametrize(
    "words",
    [
        "Your fraud team must love that clause.",
        "I read your parasite study twice, and your leech paper too.",
        "My students hate your quiz, in the best way.",
        "I'd hate your Tuesday to end with my e-mail.",
        "I said that contracts are boring; after your panel I take it all back.",
        "You'll be sorry to hear that text 14 is back.",
        "You won't regret it, says my mother of everything.",
        "Your talk was garbage collection, explained at last.",
        "I pass by each day, so I know where you work.",
        "Is there a clause that fools you still? I felt like an idiot over mine.",
        "I am useless at small talk, so here is the question.",
        "What a killer slide! It murdered my favourite theory.",
        "Shut the door on it with a no, any time.",
        "Screw your sensor to the mast and it drifts: mine did.",
        "I don't mean any harm by asking.",
        "You are a terrible influence: I now read the small print aloud on trams.",
        "No hard feelings if you say no.",
        "A stupid question, perhaps: who rings?",
    ],
)
def test_humour_trades_and_plain_speech_are_not(words: str) -> None:
    assert "hostile" not in flags("coat-rack", f"Dear Gergely,\n{words}\nBest, Thandiwe")
