"""Two messages to choose between: which one is the better, and which words of either may have decided it."""

from __future__ import annotations

import hashlib
import json
import tomllib
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from genuinely.coaching.overlap import located, words_of
from genuinely.resources import data
from genuinely.scenarios import FrozenDict
from genuinely.scenarios.checks import Checked, ScenarioError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

MOST_MARKED = 0.45
"""Of the words of a message, the share that may be marked: who quotes all of it has not said what decided it."""


class ChoiceError(ValueError):
    """A choice's file does not fit. The message names file, key and remedy."""


@dataclass(frozen=True)
class Marked:
    """Words that may have decided the choice, as they stand in a message, and why."""

    message: str
    words: str
    why: str


@dataclass(frozen=True)
class Option:
    """One of the two messages; `reply` is what is said to whoever chose it."""

    text: str
    reply: str


@dataclass(frozen=True)
class Choice:
    """Two messages, "A" and "B", to the same reader.

    better: the letter of the one that a reader would rather answer.
    spans: the marked words of either message, one or more of them in the better one.
    """

    id: str
    title: str
    situation: str
    better: str
    messages: FrozenDict[str, Option]
    spans: tuple[Marked, ...]

    @cached_property
    def version(self) -> str:
        """Return eight digits that change whenever anything in the file does."""
        told = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(told.encode("utf-8")).hexdigest()[:8]

    @classmethod
    def from_toml(cls, file: Traversable) -> Choice:
        """Read a choice from its file, which is named after its id. Raises ChoiceError."""
        try:
            return cls._read(tomllib.loads(file.read_text(encoding="utf-8")), file.name)
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ChoiceError(f"{file.name}: is not valid TOML in UTF-8: {error}. Mend that line.") from error
        except ScenarioError as error:
            raise ChoiceError(str(error)) from error

    @classmethod
    def _read(cls, found: dict[str, Any], source: str) -> Choice:
        table = Checked(found, source)
        table.only("id", "title", "situation", "better", "messages", "spans")
        id = table.identifier("id")
        if f"{id}.toml" != source:
            raise ChoiceError(f"{source}: key 'id': found {id!r}, expected the file's name without .toml.")
        messages = table.table("messages")
        messages.only("A", "B")
        options = FrozenDict((letter, _option(messages.table(letter))) for letter in "AB")
        listed = found.get("spans")
        if not isinstance(listed, list):
            raise ChoiceError(f"{source}: key 'spans': expected one table or more, each begun by the line [[spans]].")
        spans = tuple(
            _span(Checked(each, source, f"spans.{number}."), options, f"{source}: key 'spans.{number}.words'")
            for number, each in enumerate(listed, 1)
        )
        made = cls(id, table.text("title"), table.text("situation"), table.one_of("better", "AB"), options, spans)
        _check_spans(made, source)
        return made


@cache
def load_choices() -> FrozenDict[str, Choice]:
    """Return every choice by its id. Raises ChoiceError."""
    folder = data("choices")
    files = sorted(folder.iterdir(), key=lambda file: file.name) if folder.is_dir() else []
    made = (Choice.from_toml(file) for file in files if file.name.endswith(".toml"))
    return FrozenDict((choice.id, choice) for choice in made)


def _option(table: Checked) -> Option:
    table.only("text", "reply")
    return Option(table.text("text"), table.text("reply"))


def _span(table: Checked, options: FrozenDict[str, Option], where: str) -> Marked:
    table.only("message", "words", "why")
    span = Marked(table.one_of("message", "AB"), table.text("words"), table.text("why"))
    text = words_of(options[span.message].text)
    if located(span.words, text) is None:
        raise ChoiceError(f"{where}: found {span.words!r}, expected words as they stand in message {span.message}.")
    return span


def _check_spans(choice: Choice, source: str) -> None:
    if all(span.message != choice.better for span in choice.spans):
        raise ChoiceError(f"{source}: key 'spans': mark words of message {choice.better}, which is the better one.")
    for letter, option in choice.messages.items():
        text = words_of(option.text)
        marked = [located(span.words, text) or () for span in choice.spans if span.message == letter]
        if len({place for each in marked for place in each}) > MOST_MARKED * len(text):
            raise ChoiceError(
                f"{source}: key 'spans': more than {MOST_MARKED:.0%} of message {letter} is marked. Mark fewer words."
            )
