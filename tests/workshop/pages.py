"""A page as a reader meets it: its text, its headings, its links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Found:
    """What stands in a page. levels: of its headings, in their order."""

    tags: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Found()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.found.tags.append(tag)
        if found := re.fullmatch(r"h([1-6])", tag):
            self.found.levels.append(int(found[1]))
        if id := told.get("id"):
            self.found.ids.append(id)
        if tag == "a" and (link := told.get("href")):
            self.found.links.append(link)

    def handle_data(self, data: str) -> None:
        self.found.text.append(data)


def parsed(page: str) -> Found:
    reader = _Reader()
    reader.feed(page)
    return reader.found


def headings(page: str) -> list[int]:
    return parsed(page).levels


def text_of(page: str) -> str:
    return "\n".join(parsed(page).text)
