"""The texts that the course has for a card: what an instructor's own machine can hold answers against."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from genuinely.grading.answers import read_message
from genuinely.grading.known import KnownText
from genuinely.grading.source import said, text_of
from genuinely.resources import data
from genuinely.scenarios import FrozenDict

REFERENCES = Path("tests", "grading", "references")
"""Where a course that has tests keeps more of them, in a file for each assignment."""

_MARKS = ("### BEGIN SOLUTION", "### END SOLUTION")


def known_texts(
    solution: bytes, references: Path | None, scenarios: Iterable[str]
) -> FrozenDict[str, tuple[KnownText, ...]]:
    """Return what is known for each of the scenarios: references first, then model answers and rated messages.

    solution: the instructor's notebook as it stands in `solutions/`.
    references: a TOML file with more of them (`[[answers]]` with `scenario` and `message`), passed over if it is
    not there. Whatever of the rest is not there, as the ratings in the installed package, is passed over too.
    """
    wanted = frozenset(scenarios)
    found: dict[str, list[KnownText]] = {id: [] for id in sorted(wanted)}
    for id, text in (*_in_solution(solution), *_in_references(references), *_models(wanted), *_rated()):
        if id in wanted and text.message:
            found[id].append(text)
    return FrozenDict((id, tuple(texts)) for id, texts in found.items())


def _in_solution(raw: bytes) -> Iterator[tuple[str, KnownText]]:
    for cell in json.loads(raw.decode("utf-8-sig"))["cells"]:
        scenario = str(cell["metadata"].get("genuinely", {}).get("scenario", ""))
        if scenario and "nbgrader" in cell["metadata"] and said(cell, "solution"):
            lines = [line for line in text_of(cell).splitlines() if line.strip() not in _MARKS]
            yield scenario, KnownText("reference", "solutions", read_message("\n".join(lines)).message)


def _in_references(file: Path | None) -> Iterator[tuple[str, KnownText]]:
    if file is None or not file.is_file():
        return
    for answer in tomllib.loads(file.read_text(encoding="utf-8")).get("answers", ()):
        yield answer["scenario"], KnownText("reference", _name(answer, file), answer["message"])


def _name(answer: dict[str, Any], file: Path) -> str:
    return " ".join(filter(None, (str(answer.get("kind", "")), str(answer.get("voice", "")), f"in {file.name}")))


def _models(scenarios: Iterable[str]) -> Iterator[tuple[str, KnownText]]:
    for id in scenarios:
        file = data("models", f"{id}.toml")
        if file.is_file():
            yield id, KnownText("model", id, str(tomllib.loads(file.read_text(encoding="utf-8"))["message"]))


@cache
def _rated() -> tuple[tuple[str, KnownText], ...]:
    file = data("ratings", "messages.jsonl")
    if not file.is_file():
        return ()
    rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return tuple((row["scenario"], KnownText("rated", row["id"], row["message"])) for row in rows)
