"""Key words without a message."""

from __future__ import annotations

import pytest

from assessing.guards.flagged import flags


@pytest.mark.parametrize(
    "message",
    [
        "Hi Gergely. Clear ask: yes. Mutual value: yes. Easy no: of course. Common ground: all.",
        "Dear Gergely, this has common_ground, own_voice and an easy_no for you and me.",
        "Dear Gergely, could you give me one pointer? Could you give me one pointer? "
        "Could you give me one pointer? Could you give me one pointer?",
        "Could you give me one pointer? Could you give me one pointer?",
        "Gergely contracts misreadings students readings concession testers summaries calls clauses log panel "
        "coat rack ten minutes one question no pressure offer idea together compare results",
        "Dear Gergely, thank you for the panel. Honest questions, useful results, shared ideas, joint experiments, "
        "clear value, easy exit.",
        "Hi Gergely, a small ask - a real benefit - no obligation - a joint pilot - my data - your interest",
        "Dear Gergely, I liked the panel. May I put a thing to you? One word will do. Leave it if it does not suit. "
        "I could pass my table on. Perhaps both of us would see more.",
        "Hello Gergely, what you wrote has stayed with me. Could you tell me how you would begin today? I can let you "
        "know how it goes here, and maybe we both see more in it. If not, that is all right.",
        "Dear Gergely, one question on text 14. My request is proportionate, you can decline without awkwardness, and "
        "what I offer is something in it for you.",
    ],
)
def test_stuffing_is_flagged(message: str) -> None:
    assert "stuffed" in flags("coat-rack", message)


@pytest.mark.parametrize(
    "message",
    [
        "Dear Gergely, out of curiosity: is there common ground between a clause and a joke? I'll be concise.",
        "Dear Gergely, my students find clear asks unclear. That is our common ground, I think.",
        "No. No. No! said my students to text 14. Which of your ten summaries do they say it to?",
        "Thank you for the coat rack talk. I have 212 texts and one question. Thank you for the coat rack talk.",
        "loved the panel! q: do ur 400 calls have dates? if not, no worries at all. thandiwe",
        "Dear Gergely, may I ask one thing? Which clause was misread? A no is fine. I could send you my readings.",
        "hi gergely, python, sql, excel, tableau, r and git is what i have. what do your ten summaries need? thandiwe",
        "Dear Gergely,\n- one text a week\n- one page back to you\n- one word if you want it\nBest, Thandiwe",
    ],
)
def test_an_honest_message_is_not(message: str) -> None:
    assert "stuffed" not in flags("coat-rack", message)
