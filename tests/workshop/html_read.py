"""Generated pages, read back: headings, links and words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

VOID = {"meta", "br", "img", "link", "input", "hr"}


@dataclass
class Read:
    """headings: their levels. links, sources: every address that is followed or loaded. ids: as they come."""

    headings: list[int] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    unclosed: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.read = Read()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if re.fullmatch(r"h[1-6]", tag):
            self.read.headings.append(int(tag[1]))
        for name, value in attrs:
            if name == "href" and tag == "a":
                self.read.links.append(value or "")
            elif name in ("src", "href"):
                self.read.sources.append(value or "")
            elif name == "id":
                self.read.ids.append(value or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.read.unclosed.append(tag)


def read(html: str) -> Read:
    reader = _Reader()
    reader.feed(html)
    reader.read.unclosed += reader.open
    return reader.read


def words(html: str) -> str:
    """What a reader reads: without tags, styles and scripts, and with single blanks."""
    bare = re.sub(r"<(style|script)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", bare)).split())


def one(text: str) -> str:
    """A text with single blanks."""
    return " ".join(text.split())


def jumps(levels: list[int]) -> list[tuple[int, int]]:
    """Pairs of headings of which the second leaves out a level."""
    return [(a, b) for a, b in pairwise(levels) if b > a + 1]
