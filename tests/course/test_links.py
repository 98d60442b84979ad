"""Every link of the written pages leads somewhere, headings included, and every picture has its words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from small_course import REPOSITORY

PAGES = [
    *(REPOSITORY / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((REPOSITORY / "docs").glob("*.md")),
    *sorted((REPOSITORY / "data").rglob("*.md")),
    *sorted((REPOSITORY / "training").glob("*.md")),
    *sorted((REPOSITORY / "solutions").glob("*/*.ipynb")),
]
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
PATH = re.compile(r"`((?:data|docs|exercises|notebooks|requirements|solutions|src|tests|training)/[\w./-]+)`")


def text_of(page: Path) -> str:
    text = page.read_text(encoding="utf-8")
    if page.suffix != ".ipynb":
        return text
    return "\n\n".join("".join(cell["source"]) for cell in json.loads(text)["cells"] if cell["cell_type"] == "markdown")


@cache
def anchors(page: Path) -> frozenset[str]:
    """The headings of a page, as the place where it is read names them in an address."""
    found = re.findall(r"^#+ (.+)$", text_of(page), re.MULTILINE)
    if page.suffix == ".ipynb":
        return frozenset(heading.strip().replace(" ", "-") for heading in found)
    plain = (re.sub(r"\]\([^)]*\)|[`*\[\]]", "", heading).strip().lower() for heading in found)
    return frozenset(re.sub(r"[^\w -]", "", heading).replace(" ", "-") for heading in plain)


def broken(page: Path, text: str) -> Iterator[str]:
    for _, _, target in LINK.findall(text):
        path, _, anchor = target.partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        file = (page.parent / path).resolve() if path else page
        known = anchors(file) if file.suffix in (".md", ".ipynb") and file.exists() else {anchor}
        if not file.exists() or (anchor and anchor not in known):
            yield target


def name_of(page: Path) -> str:
    return page.relative_to(REPOSITORY).as_posix()


every_page = pytest.mark.parametrize("page", PAGES, ids=name_of)


@every_page
def test_every_link_leads_somewhere(page: Path) -> None:
    assert list(broken(page, text_of(page))) == []


@every_page
def test_every_link_and_every_picture_has_words(page: Path) -> None:
    assert [target for _, words, target in LINK.findall(text_of(page)) if not words.strip()] == []
    assert [target for sign, words, target in LINK.findall(text_of(page)) if sign and len(words) < 20] == []
    assert "<img" not in text_of(page)


@every_page
def test_every_file_that_is_named_is_there(page: Path) -> None:
    named = {path.rstrip("/.") for path in PATH.findall(text_of(page))}
    assert {path for path in named if not (REPOSITORY / path).exists()} == set()


@pytest.mark.parametrize("target", ["nowhere.md", "#no-such-heading", "docs/studio.md#no-such-heading"])
def test_a_planted_link_is_caught(target: str) -> None:
    page = REPOSITORY / "README.md"
    assert list(broken(page, f"[there]({target})")) == [target]


def test_a_heading_is_found_as_it_is_addressed() -> None:
    assert "how-right-is-the-checker" in anchors(REPOSITORY / "README.md")
    assert list(broken(REPOSITORY / "README.md", "[start](#start)")) == []
