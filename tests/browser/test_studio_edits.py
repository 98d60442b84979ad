"""Marks while a text is edited, and what is held while somebody types: run where they will run, in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from genuinely.coaching.studio.widget import module

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NAMES = "splice, moved, pieces, sentenceAt, heldOn"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.evaluate(f"() => {{ {module('edits')}\nObject.assign(window, {{ {NAMES} }}); }}")
    yield page
    page.close()


def moved(page: Page, before: str, after: str, *marks: tuple[int, int]) -> list[str]:
    """Return the words under the marks once `before` has become `after`."""
    given = [{"start": start, "end": end} for start, end in marks]
    code = "([a, b, marks]) => moved(marks, splice(a, b), a).map(mark => b.slice(mark.start, mark.end))"
    return list(page.evaluate(code, [before, after, given]))


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("One two.", "Oh! One two.", "two"),  # typed before it
        ("One two.", "One two. Three.", "two"),  # typed after it
        ("One two.", "One t-w-o.", "t-w-o"),  # typed inside
        ("One two.", "One twofold.", "twofold"),  # typed on at its end
        ("One two.", "One big two.", "two"),  # typed right before
        ("One two.", "two.", "two"),  # what was before is gone
        ("One two.", "One tw", "tw"),  # its end is gone
        ("One two.", "Owo.", "wo"),  # its beginning is gone
    ],
)
def test_a_mark_stays_with_its_words(page: Page, before: str, after: str, words: str) -> None:
    assert moved(page, before, after, (4, 7)) == [words]


@pytest.mark.parametrize("after", ["One .", "", "One"])
def test_a_mark_whose_words_are_gone_goes_with_them(page: Page, after: str) -> None:
    assert moved(page, "One two.", after, (4, 7)) == []


def test_after_any_edits_marks_lie_in_the_text_and_untouched_words_keep_theirs(page: Page) -> None:
    found = page.evaluate("""() => {
      let seed = 7;
      const chance = below => (seed = (seed * 48271) % 2147483647) % below;
      const bits = ["word ", "a", "\\n", ". ", "😀", ""];
      const wrong = [];
      for (let round = 0; round < 3000; round += 1) {
        let text = Array.from({ length: 1 + chance(8) }, () => bits[chance(6)]).join("") + "KEEP";
        const start = text.length - 4;
        let marks = [{ start, end: text.length, kept: true }];
        for (let other = 0; other < 3; other += 1) {
          const from = chance(text.length), to = from + 1 + chance(4);
          if (to <= text.length) marks.push({ start: from, end: to });
        }
        for (let edit = 0; edit < 4; edit += 1) {
          const edge = text.indexOf("KEEP");
          const at = chance(edge + 1), until = Math.min(edge, at + chance(4));
          const next = text.slice(0, at) + bits[chance(6)] + text.slice(until);
          marks = moved(marks, splice(text, next), text);
          text = next;
        }
        const keep = marks.find(mark => mark.kept);
        const inside = marks.every(mark => mark.start >= 0 && mark.start < mark.end && mark.end <= text.length);
        const whole = pieces(text, marks.map((mark, number) => ({ ...mark, move: String(number) })));
        if (!inside || whole.map(piece => piece.text).join("") !== text) wrong.push(["broken", text, marks]);
        if (!text.slice(keep?.start, keep?.end).includes("KEEP")) wrong.push(["lost", text, marks]);
      }
      return wrong.slice(0, 3);
    }""")
    assert found == []


@pytest.mark.parametrize(
    ("at", "sentence"), [(1, "One."), (4, "One."), (7, " Two?"), (10, "\n"), (12, "Three"), (15, "Three")]
)
def test_the_sentence_is_the_one_in_which_the_last_letter_stands(page: Page, at: int, sentence: str) -> None:
    text = "One. Two?\nThree"
    start, end = page.evaluate("([text, at]) => sentenceAt(text, at)", [text, at])
    assert text[start:end] == sentence


def held(page: Page, standing: list[Any], answer: list[Any], now: int) -> list[str]:
    """What stands after an answer, of marks in a text whose last sentence goes from 10 to 20."""
    code = "([standing, answer, now]) => heldOn(standing, answer, [10, 20], now).map(mark => mark.move)"
    return list(page.evaluate(code, [standing, answer, now]))


def test_what_was_said_of_another_sentence_is_not_taken_back_at_once(page: Page) -> None:
    other = {"start": 0, "end": 5, "move": "offer", "held": 1000}
    assert held(page, [{**other, "held": None}], [], 1000) == ["offer"]
    assert held(page, [other], [], 5900) == ["offer"]
    assert held(page, [other], [], 6000) == []


def test_in_the_sentence_being_written_it_is_taken_back_soon_or_replaced_at_once(page: Page) -> None:
    here = {"start": 12, "end": 18, "move": "ask", "held": 1000}
    assert held(page, [here], [], 1600) == ["ask"]
    assert held(page, [here], [], 1700) == []
    assert held(page, [here], [{"start": 12, "end": 20, "move": "offer"}], 1001) == ["offer"]


def test_what_is_said_again_stands_once(page: Page) -> None:
    mark = {"start": 0, "end": 5, "move": "offer"}
    assert held(page, [mark], [mark], 1000) == ["offer"]
