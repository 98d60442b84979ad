"""What the course says in English, text by text, without code, addresses and braces."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

from small_course import REPOSITORY

DATA = ("dialogues", "evidence", "examples", "glossary", "lessons", "quizzes", "reflections", "wording", "workshop")
"""The folders of `data/` whose files hold what people read."""
NAMES_OF_THINGS = {
    "id",
    "name",
    "kind",
    "scenario",
    "cell",
    "lesson",
    "steps",
    "questions",
    "criteria",
    "tasks",
    "words",
}
"""Keys whose values are looked up and not read."""
STUDY = re.compile(r"(?:- )?E\d\d · ")
"""How a study is named: by its own title, in its own spelling."""


@cache
def notebooks() -> dict[str, str]:
    """Return each markdown cell of the lessons and of the instructor's problem sets, by where it stands."""
    files = [*REPOSITORY.glob("notebooks/*.ipynb"), *REPOSITORY.glob("solutions/*/*.ipynb")]
    return {
        f"{file.stem}/{cell['id']}": "".join(cell["source"])
        for file in sorted(files)
        if "_fresh" not in file.stem
        for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "markdown"
    }


@cache
def words() -> dict[str, str]:
    """Return each text of the data files, by its file and key."""
    found = {}
    for name in DATA:
        for file in sorted((REPOSITORY / "data" / name).rglob("*.toml")):
            table = tomllib.loads(file.read_text(encoding="utf-8"))
            found |= {f"{name}/{file.name}: {key}": text for key, text in _texts(table, "")}
    return found


@cache
def documents() -> dict[str, str]:
    """Return each paragraph of the README and of the other pages beside the course, by its file and number."""
    files = [REPOSITORY / "README.md", REPOSITORY / "CONTRIBUTING.md", *sorted((REPOSITORY / "docs").glob("*.md"))]
    return {
        f"{file.name} {number}": text
        for file in files
        for number, text in enumerate(re.split(r"\n\s*\n", file.read_text(encoding="utf-8")), start=1)
        if not text.startswith("    ") and "```" not in text and not STUDY.match(text)
    }


def plain(text: str) -> str:
    """Return a text as it is read: without code, link targets, braces, tags and marks of emphasis."""
    text = re.sub(r"`[^`]*`", "code", text)
    text = re.sub(r"\]\([^)]*\)|\S+://\S+|<[^>]+>", " ", text)
    text = re.sub(r"\{[^}]*\}", " it ", text)
    return re.sub(r"[*_\[\]#|]", " ", text)


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text; a line of a list or of a table's cell is one of its own."""
    for part in re.split(r"(?<=[.!?:;])[”’)]*\s+|\n\s*\n|\n(?=\s*(?:[-|#]|\d+\. ))| \| ", text):
        if re.search(r"\w", part):
            yield plain(part).strip()


def _texts(value: Any, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, each in value.items():
            if name not in NAMES_OF_THINGS:
                yield from _texts(each, f"{key}.{name}" if key else name)
    elif isinstance(value, list):
        for number, each in enumerate(value, start=1):
            yield from _texts(each, f"{key}[{number}]")
