"""The words of an instrument: `data/wording/en/instruments/<name>.toml`, checked against controls and sentences."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from genuinely.coaching.wording import LANGUAGE
from genuinely.lessons.controls import Control
from genuinely.lessons.reading import LessonDataError, Table, read

FRAME = tuple(
    "reset picture reckoned terms sources limits set_to not_set add_row remove remove_row row card_of next "
    "seconds_left start no_clock late late_again done pressed plain_value plain_needs".split()
)

Needs = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Part:
    """A group of controls: its heading, what it says first, and what stands in its place while it is closed."""

    title: str
    text: str = ""
    closed: str = ""


@dataclass(frozen=True)
class ControlWords:
    """A control's label, what more is said about it, its ends, its shown value, its options and its cards."""

    label: str
    hint: str = ""
    low: str = ""
    high: str = ""
    value: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, ControlWords] = field(default_factory=dict)
    cards: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Script:
    """What an instrument says. `say("key", brace=value)` gives one of its own sentences.

    sources: ids of the table of evidence. further: other works, each as a finished line.
    """

    name: str
    title: str
    question: str
    parts: Mapping[str, Part]
    controls: Mapping[str, ControlWords]
    sentences: Mapping[str, str]
    formulas: tuple[str, ...]
    terms: tuple[tuple[str, str], ...]
    limits: tuple[str, ...]
    sources: tuple[str, ...]
    further: tuple[str, ...]

    def say(self, key: str, **values: object) -> str:
        """Return a sentence with its braces filled in."""
        return self.sentences[key].format(**values)


def needs(**braces: str) -> Needs:
    """Return for each sentence the braces that it may use, such as `needs(title="", found="count of")`."""
    return {key: frozenset(names.split()) for key, names in braces.items()}


def read_script(name: str, controls: Iterable[Control], sentences: Needs) -> Script:
    """Return the words of an instrument. Raises LessonDataError, which names file, key and remedy."""
    return script_from(name, read("wording", LANGUAGE, "instruments", f"{name}.toml"), controls, sentences)


def script_from(name: str, file: Table, controls: Iterable[Control], sentences: Needs) -> Script:
    """Return the words in a table. Raises LessonDataError."""
    file.only("title", "question", "parts", "controls", "say", "formulas", "terms", "limits", "sources", "further")
    given = tuple(controls)
    parts = dict.fromkeys(each.part for each in given if each.part)
    return Script(
        name,
        file.text("title"),
        file.text("question"),
        {key: _part(table) for key, table in _exactly(file, "parts", parts).items()},
        {each.name: _control(table, each) for each, table in _each(file, "controls", given)},
        _sentences(file.table("say"), sentences),
        _texts(file, "formulas"),
        tuple((each.text("term"), each.text("means")) for each in file.tables("terms")),
        _texts(file, "limits"),
        _texts(file, "sources", least=0),
        _texts(file, "further", least=0),
    )


def frame_words() -> Mapping[str, str]:
    """Return what every instrument says around its own words. Raises LessonDataError."""
    return _sentences(read("wording", LANGUAGE, "instruments", "frame.toml"), dict.fromkeys(FRAME, None))


def _part(table: Table) -> Part:
    table.only("title", "text", "closed")
    return Part(table.text("title"), table.text("text", ""), table.text("closed", ""))


def _control(table: Table, control: Control) -> ControlWords:
    own = {
        "slider": ("low", "high", "value"),
        "choice": ("options",),
        "ticks": ("options",),
        "table": ("columns",),
        "deck": ("options", "cards"),
    }
    table.only("label", "hint", *own.get(control.kind, ()))
    options = _exactly_texts(table, control.options) if control.options else {}
    columns = {each.name: _control(at, each) for each, at in _each(table, "columns", control.columns)}
    cards = {key: _card(at) for key, at in _exactly(table, "cards", control.cards).items()}
    return ControlWords(
        table.text("label"),
        table.text("hint", ""),
        table.text("low", ""),
        table.text("high", ""),
        table.text("value", ""),
        options,
        columns,
        cards,
    )


def _card(table: Table) -> tuple[str, str]:
    table.only("title", "text")
    return table.text("title"), table.text("text")


def _each(table: Table, key: str, controls: tuple[Control, ...]) -> list[tuple[Control, Table]]:
    found = _exactly(table, key, [each.name for each in controls])
    return [(each, found[each.name]) for each in controls]


def _exactly(table: Table, key: str, names: Iterable[str]) -> dict[str, Table]:
    """Return the tables `[key.name]` for these names, and refuse any other."""
    wanted = list(names)
    if not wanted and key not in table.found:
        return {}
    group = table.table(key)
    group.only(*wanted)
    return {name: group.table(name) for name in wanted}


def _exactly_texts(table: Table, names: Iterable[str]) -> dict[str, str]:
    wanted = list(names)
    group = table.table("options")
    group.only(*wanted)
    return {name: group.text(name) for name in wanted}


def _texts(table: Table, key: str, *, least: int = 1) -> tuple[str, ...]:
    value = table.found.get(key, [])
    if (
        not isinstance(value, list)
        or len(value) < least
        or not all(isinstance(each, str) and each.strip() for each in value)
    ):
        table.refuse(key, f'found {value!r}, expected a list of words in quotes: ["…", "…"].')
    return tuple(each.strip() for each in value)


def _sentences(table: Table, expected: Mapping[str, frozenset[str] | None]) -> dict[str, str]:
    """Return the sentences by key, each checked for its braces (None: any, for the page to fill in)."""
    table.only(*expected)
    found = {}
    for key, braces in expected.items():
        found[key] = table.text(key)
        if braces is not None:
            _check_braces(table, key, found[key], braces)
    return found


def _check_braces(table: Table, key: str, sentence: str, braces: frozenset[str]) -> None:
    try:
        used = {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}
    except ValueError as error:
        table.refuse(key, f"a brace is left open ({error}). Close it or take it out.")
    if strange := sorted(used - braces):
        allowed = ", ".join(f"{{{name}}}" for name in sorted(braces)) or "none"
        table.refuse(key, f"{{{strange[0]}}} cannot be filled in. Braces that can: {allowed}.")


def as_plain(words: ControlWords) -> dict[str, Any]:
    """Return a control's words as the page reads them."""
    return {
        **{key: getattr(words, key) for key in ("label", "hint", "low", "high", "value")},
        "options": dict(words.options),
        "columns": {name: as_plain(each) for name, each in words.columns.items()},
        "cards": {name: {"title": title, "text": text} for name, (title, text) in words.cards.items()},
    }


__all__ = [
    "ControlWords",
    "LessonDataError",
    "Needs",
    "Part",
    "Script",
    "as_plain",
    "frame_words",
    "needs",
    "read_script",
]
