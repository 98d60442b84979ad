"""The words of the printed handouts: `data/workshop/en/handouts*.toml`, checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from genuinely.coaching.wording import LANGUAGE, Words, check
from genuinely.lessons.activities import GROUPINGS
from genuinely.lessons.forms import forms
from genuinely.lessons.quizzes import banks
from genuinely.lessons.reading import Table, read
from genuinely.scenarios.card import CRITERIA

FILE = "handouts.toml"
INSTRUMENTS_FILE = "handouts_instruments.toml"


def _needs(**braces: str) -> dict[str, frozenset[str]]:
    return {key: frozenset(names.split()) for key, names in braces.items()}


def _plain(keys: str) -> dict[str, str]:
    return dict.fromkeys(keys.split(), "")


SENTENCES = {
    "index": _needs(
        minutes="minutes",
        **_plain("title intro large column_sheet column_copies column_minutes everybody room bring nothing back"),
    ),
    "copies": _needs(**dict.fromkeys(GROUPINGS, "")),
    "grouping": _needs(**dict.fromkeys(GROUPINGS, "")),
    "sheet": _needs(
        under="lesson grouping minutes",
        footer="lesson title",
        writing_note="sender recipient channel",
        messages="recipient",
        worked="title",
        scale="low high low_label high_label",
        **_plain(
            "writing squares own_message own_note notes answer card draft worked_message worked_reasons worked_match "
            "worked_letter gaps gaps_note sentence order match ticks choice strips cut"
        ),
    ),
    "answers": _needs(
        title="lesson",
        copies="copies",
        bring="things",
        paper="paper",
        online="online",
        quiz="label",
        replies="label",
        worked="title",
        worked_pair="number letter why",
        figure="finding figure unit",
        caveat="caveat",
        misconception="misconception",
        pair="text target",
        lure="text",
        **_plain("intro right finding in_order"),
    ),
    "rubric": _needs(
        instead="words",
        better="words",
        lengths="lengths",
        **_plain("title intro column_question column_levels column_example foot"),
    ),
    "self_check": _needs(**_plain("title intro remember words none next keep back")),
    "dialogue": _needs(
        title="title",
        card="number",
        says="them",
        goes="number",
        thoughts="them",
        thinks="number letter",
        tomorrow="number them",
        **_plain("note ends thoughts_note"),
    ),
}
"""For each sentence: the braces that it may use."""

INSTRUMENTS = {
    "network_map": _needs(**_plain("title note me close friendly slight picture who world last way ask")),
    "exchange_map": _needs(
        **_plain(
            "title note what friendship message them_worth them_cost me_worth me_cost "
            "left_me left_them both picture ask"
        )
    ),
    "hiring_desk": _needs(
        good="name was", other="name was", **_plain("title note number invite leave strips strips_note key")
    ),
    "asking_game": _needs(**_plain("title note asks yes key")),
    "common_ground_finder": _needs(**_plain("title note mine share theirs ask")),
    "specificity_ladder": _needs(title="recipient", key="title", rung="number rung letter", **_plain("note place own")),
    "value_from_difference": _needs(**_plain("title note thing mine theirs goes own sum")),
    "coupling": _needs(**_plain("title note ask")),
    "recall_game": _needs(
        particular="names", plain="names", **_plain("title note sums right wrong back strips strips_note key")
    ),
}
"""The instruments that have a sheet of their own on paper, with what it says."""


@cache
def words() -> Words:
    """Return the sentences by section and name. Raises WordingError or LessonDataError."""
    return words_from(read("workshop", LANGUAGE, FILE))


def words_from(file: Table) -> Words:
    """Return the sentences of a file. Raises WordingError or LessonDataError, with file, key and remedy."""
    rest = {key: value for key, value in file.found.items() if key not in ("examples", "hints", "strips")}
    check(rest, file.file, SENTENCES)
    _examples(file.table("examples"))
    _known(file.table("hints"), file.table("hints").found, (*forms(), *banks()))
    file.table("strips").only("forms")
    named = file.table("strips").found.get("forms")
    if not isinstance(named, list):
        file.table("strips").refuse("forms", f'found {named!r}, expected a list such as ["01-exits"].')
    _known(file.table("strips"), named, forms())
    return file.found


@cache
def instrument_words() -> Words:
    """Return the sentences of the instruments' sheets. Raises WordingError or LessonDataError."""
    return check(read("workshop", LANGUAGE, INSTRUMENTS_FILE).found, INSTRUMENTS_FILE, INSTRUMENTS)


def say(key: str, **values: object) -> str:
    """Return the sentence `section.name` with its braces filled in."""
    section, name = key.split(".")
    return words()[section][name].format(**values)


def say_of(instrument: str, key: str, **values: object) -> str:
    """Return a sentence of an instrument's sheet."""
    return instrument_words()[instrument][key].format(**values)


def example(criterion: str) -> Mapping[str, str]:
    """Return the two examples for a criterion, as `instead` and `better`."""
    found: Any = words()["examples"][criterion]
    return dict(found)


def hint(id: str, usual: str) -> str:
    """Return what a form or quiz says first on paper: `usual`, what it says on the screen, if the file has no other."""
    return words()["hints"].get(id, usual)


def cut_to_strips() -> tuple[str, ...]:
    """Return the forms whose options are also printed as strips."""
    return tuple(words()["strips"]["forms"])


def _examples(table: Table) -> None:
    check(table.found, table.file, dict.fromkeys(CRITERIA, _needs(instead="", better="")))


def _known(table: Table, names: Iterable[str], known: Iterable[str]) -> None:
    there = tuple(known)
    for name in names:
        if name not in there:
            table.refuse(name, f"there is no such form or quiz. Take it out, or name one of: {', '.join(there)}.")
        if name in table.found:
            table.text(name)
