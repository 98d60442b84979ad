"""A conversation to steer: every way through it ends, what was chosen is kept, and it can be read as text."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from genuinely.lessons import dialogue
from genuinely.lessons.dialogue_widget import SENTENCES, Talk, say
from genuinely.lessons.dialogues import LONGEST, Dialogue, dialogue_from, dialogues, walk, ways
from genuinely.lessons.reading import LessonDataError, Table

TEA = """
title = "By the kettle"
scene = "A kitchen."
them = "Mo"
first = "hello"

[turns.hello]
says = "“Slow, this kettle.”"
[[turns.hello.replies]]
name = "weather"
text = "“Yes. And the weather!”"
thinks = "The weather, again."
leads_to = "silence"
[[turns.hello.replies]]
name = "why"
text = "“What are you waiting for?”"
thinks = "For the tea, and for May."
leads_to = "may"

[turns.may]
says = "“For May.”"
[[turns.may.replies]]
name = "ask"
text = "“Why May?”"
thinks = "She asks."
leads_to = "garden"
[[turns.may.replies]]
name = "nod"
text = "(You nod.)"
thinks = "Quiet. Good."
leads_to = "silence"

[endings.silence]
text = "The kettle boils."
tomorrow = "Nothing."
[endings.garden]
text = "You hear about a garden."
tomorrow = "That somebody asked."
"""

every_dialogue = pytest.mark.parametrize("told", dialogues().values(), ids=lambda told: told.id)


def made(text: str = TEA) -> Dialogue:
    return dialogue_from("09-tea", Table("09_tea.toml", "09-tea", tomllib.loads(text)))


def send(talk: Talk, number: int, *chosen: str) -> None:
    """What the page does when a reply is pressed."""
    talk.sent = {"number": number, "value": list(chosen)}


def text(talk: Talk, kind: str = "text/plain") -> str:
    bundle = talk._repr_mimebundle_()
    return str((bundle[0] if isinstance(bundle, tuple) else bundle)[kind])


def test_a_walk_follows_what_was_chosen() -> None:
    tea = made()
    assert walk(tea, []).turn == tea.turns["hello"]
    on_the_way = walk(tea, ["why"])
    assert on_the_way.turn == tea.turns["may"]
    assert [reply.thinks for _, reply in on_the_way.said] == ["For the tea, and for May."]
    ended = walk(tea, ["why", "ask"])
    assert ended.turn is None
    assert ended.ending == tea.endings["garden"]


@pytest.mark.parametrize("chosen", [["why", "rewritten"], ["why", "rewritten", "ask"]])
def test_what_no_longer_fits_is_left_out(chosen: list[str]) -> None:
    assert walk(made(), chosen) == walk(made(), ["why"])


def test_what_comes_after_an_ending_is_left_out() -> None:
    assert walk(made(), ["weather", "ask"]) == walk(made(), ["weather"])


def test_every_way_is_found() -> None:
    assert set(ways(made())) == {("weather",), ("why", "ask"), ("why", "nod")}


@every_dialogue
def test_every_way_through_a_dialogue_ends(told: Dialogue) -> None:
    found = list(ways(told))
    assert max(map(len, found)) <= LONGEST
    assert {walk(told, way).ending for way in found} == set(told.endings.values())


@every_dialogue
def test_no_first_reply_decides_alone_how_it_ends(told: Dialogue) -> None:
    """Whoever begins clumsily can still turn it round, and whoever begins well can still spoil it."""
    assert len(told.endings) >= 3
    for reply in told.turns[told.first].replies:
        assert len({walk(told, way).ending for way in ways(told) if way[0] == reply.name}) >= 2


@every_dialogue
def test_words_of_a_dialogue_keep_to_the_house(told: Dialogue) -> None:
    spoken = [told.scene, *(turn.says for turn in told.turns.values())]
    spoken += [each for turn in told.turns.values() for reply in turn.replies for each in (reply.text, reply.thinks)]
    spoken += [each for ending in told.endings.values() for each in (ending.text, ending.tomorrow)]
    for each in spoken:
        assert not re.search(r"\b(?:just|simply|obviously)\b", each, re.IGNORECASE), each
        assert len(each.split()) <= 75


@every_dialogue
def test_length_does_not_give_the_best_reply_away(told: Dialogue) -> None:
    longest = {max(turn.replies, key=lambda reply: len(reply.text)).leads_to for turn in told.turns.values()}
    assert longest & set(told.endings), "somewhere the longest reply ends the talk"


def test_what_is_chosen_is_kept_and_stands_there_again(home: Path) -> None:
    send(dialogue("04-the-no"), 1, "open", "accept")
    kept = json.loads((home / "dialogues" / "04-the-no.json").read_text(encoding="utf-8"))
    assert kept["entries"][-1]["chosen"] == ["open", "accept"]
    again = dialogue("04-the-no")
    assert again.shown["chosen"] == ["open", "accept"]
    assert again.shown["replies"] == []
    assert "That one can say no to Amadou." in again.shown["lines"][-1]["text"]


def test_the_page_is_told_what_was_said_thought_and_can_be_answered() -> None:
    talk = dialogue("04-the-no")
    assert [line["who"] for line in talk.shown["lines"]] == ["them"]
    send(talk, 1, "big")
    assert [line["who"] for line in talk.shown["lines"]] == ["them", "you", "thought", "them"]
    assert [reply["name"] for reply in talk.shown["replies"]] == ["word", "less"]
    send(talk, 2)
    assert [line["who"] for line in talk.shown["lines"]] == ["them"]


@pytest.mark.parametrize("strange", [{"chosen": "open"}, {"chosen": [1, None]}, {"text": "from a form"}, {}])
def test_an_entry_of_another_shape_begins_anew(strange: dict[str, Any]) -> None:
    from genuinely.keeping import keep

    keep("dialogues", "04-the-no", strange)
    assert dialogue("04-the-no").shown["chosen"] == []


def test_it_can_be_read_as_text_and_as_a_page() -> None:
    talk = dialogue("04-the-no")
    send(talk, 1, "hint")
    for kind in ("text/plain", "text/html"):
        shown = text(talk, kind)
        assert "Ilse thinks" in shown
        assert "I know what is coming" in shown
        assert say("choose") in shown
        assert "never mind" in shown
    assert "<script" not in text(talk, "text/html")


def test_a_dialogue_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(LessonDataError, match=r"no dialogue called '04-tea'.*04-coffee-urn"):
        dialogue("04-tea")


def test_every_sentence_of_the_frame_is_said_somewhere() -> None:
    folder = Path(dialogue.__code__.co_filename).parent
    code = "\n".join(file.read_text(encoding="utf-8") for file in folder.glob("**/dialogue*") if file.is_file())
    for name in SENTENCES["dialogue"]:
        assert f'"{name}"' in code or f"words.{name}" in code, name


@pytest.mark.parametrize(
    ("old", "new", "remedy"),
    [
        ('leads_to = "garden"', 'leads_to = "gardn"', "leads to 'gardn', which is neither"),
        ('leads_to = "garden"', 'leads_to = "hello"', "goes in a circle"),
        ('leads_to = "garden"', 'leads_to = "silence"', "nothing leads to: garden"),
        ('first = "hello"', 'first = "helo"', "leads to 'helo'"),
        ('name = "nod"', 'name = "ask"', "a name of its own"),
        ('thinks = "She asks."', "", "expected words in quotes"),
        ('them = "Mo"', 'them = "Mo"\nmood = "good"', "is not known"),
    ],
)
def test_what_does_not_fit_is_refused_with_file_and_remedy(old: str, new: str, remedy: str) -> None:
    assert TEA.count(old) == 1
    with pytest.raises(LessonDataError) as refused:
        made(TEA.replace(old, new))
    assert "09_tea.toml: key '09-tea" in str(refused.value)
    assert remedy in str(refused.value)


def test_a_turn_with_one_reply_is_refused() -> None:
    start = TEA.index('[[turns.may.replies]]\nname = "nod"')
    one = TEA[:start] + TEA[TEA.index("[endings.silence]") :]
    with pytest.raises(LessonDataError, match="two or more"):
        made(one)
