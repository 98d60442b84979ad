"""What a `%%choose` cell does: read the choice, the words that decided it and the reason, and keep them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from genuinely.coaching.choice_page import ChoicePage, chosen_page
from genuinely.coaching.choice_words import labels, say
from genuinely.coaching.choices import Choice, load_choices
from genuinely.coaching.drafts import choices_used, remember_choice, use_choice
from genuinely.coaching.ids import tidy
from genuinely.coaching.keeping_words import keep_and_tell
from genuinely.coaching.page import Notice, Shown
from genuinely.coaching.rewriting import without_marks

KIND = "choices"

_CHOOSE = re.compile(r"(?:[#/]\s*)*(?P<percents>(?:[%％]\s*)*)choose\b[\s:]*(?P<rest>.*)", re.IGNORECASE)
_FIRST = re.compile(r"\W*([AB])(?:\s*$|\s*[^\w\s].*)", re.MULTILINE)
_LETTER = re.compile(r"(?<![^\W_])([AB])(?![^\W_])")


@dataclass(frozen=True)
class Answer:
    """What stands in a cell, as typed: below each label, or above all of them.

    letter: "A", "B", or "" where neither can be told.
    """

    letter: str
    choice: str
    words: str
    why: str

    @property
    def attempted(self) -> bool:
        return bool(self.choice or self.words or self.why)


def choose(line: str, body: str) -> Shown:
    """Read and keep the answer in `body` to the choice named in `line`, and return what was read."""
    id = tidy(line)
    if id not in load_choices():
        if not choices_used():
            return Notice((say("choose.unknown", id=id, known=", ".join(load_choices())),))
        id = choices_used()[-1]
    choice = load_choices()[id]
    use_choice(id)
    remember_choice(id, body)
    answer = read_answer(body)
    if not answer.attempted:
        return Notice((say("choose.empty"),))
    kept = {"choice": answer.choice, "words": answer.words, "why": answer.why}
    outcome = keep_and_tell(KIND, id, kept)
    return chosen_page(choice, answer.letter, answer.words, bool(answer.why), outcome.troubles, outcome.done)


def show_choice(id: str) -> Shown:
    """Return the two messages of a choice as a page, or a sentence if there is no such choice."""
    choice = load_choices().get(tidy(id))
    if choice is None:
        return Notice((say("choose.unknown", id=id, known=", ".join(load_choices())),))
    use_choice(choice.id)
    return ChoicePage(choice)


def read_answer(body: str) -> Answer:
    """Take an answer apart by its labels, each at the beginning of a line and followed by a colon or nothing."""
    parts: dict[str, list[str]] = {"": []}
    at = ""
    for line in without_marks(body).split("\n"):
        if found := _label(line):
            at, line = found
        parts.setdefault(at, []).append(line)
    told = {key: "\n".join(lines).strip() for key, lines in parts.items()}
    choice = told.get("choice", told[""])
    return Answer(_letter(choice), choice, told.get("words", ""), told.get("why", ""))


def choose_line(first: str) -> str | None:
    """Return what stands behind the word `choose` in a cell's first line, or None if it was not meant so."""
    found = _CHOOSE.fullmatch(first.strip("\ufeff\u200b\u00a0 \t\r\n"))
    if found is None:
        return None
    return found["rest"] if found["percents"].strip() or tidy(found["rest"]) in load_choices() else None


def begins_an_answer(first: str) -> bool:
    """Whether a cell's first line is the first label with its colon: the line above it was lost."""
    found = _label(first)
    return found is not None and found[0] == "choice" and bool(re.search("[:：]", first))


def points_for_choice(answer: Answer, choice: Choice, worth: float) -> float:
    """Return all the points for the better message, and none for the other."""
    return worth if answer.letter == choice.better else 0.0


def _label(line: str) -> tuple[str, str] | None:
    for key, pattern in _patterns().items():
        if found := pattern.fullmatch(line):
            return key, found[1] or ""
    return None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """What a line with a label looks like, by the label's key: the label, or its first word."""
    found = {}
    for key, label in labels().items():
        words = f"{re.escape(label)}|{re.escape(label.split()[0])}"
        found[key] = re.compile(rf"\s*(?:{words})\s*(?:[:：]\s*(.*))?", re.IGNORECASE)
    return found


def _letter(text: str) -> str:
    """The letter that stands first and apart, or else the one that is named: in capitals, as "a" is an article."""
    alone = re.sub(r"\W", "", text).upper()
    if alone in ("A", "B"):
        return alone
    if first := _FIRST.match(text):
        return first[1]
    named = set(_LETTER.findall(text))
    return named.pop() if len(named) == 1 else ""
