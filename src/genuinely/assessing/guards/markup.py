"""What a page, a program or a hidden place would hold: words in tags, in remarks, in fields, crossed out, encoded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from genuinely.assessing.cues import Row
from genuinely.assessing.guards.phrases import criteria_served
from genuinely.assessing.guards.seen import Seen
from genuinely.assessing.text import words

_TAG = re.compile(r"<(/?)([a-z][a-z0-9:-]{0,20})(\s[^<>\n]{0,300})?/?>", re.IGNORECASE)
_DECLARED = re.compile(r"<!(?:--|doctype|\[cdata)|<\?xml|\[/[a-z]{1,12}\]|\|\s?:?-{3,}:?\s?\|", re.IGNORECASE)
_HIDING = re.compile(
    r"\b(?:style|colou?r|size|class|opacity|font-size|alt|title|value|content|data-\w+|aria-\w+) ?=|\bhidden\b",
    re.IGNORECASE,
)
_VALUE = re.compile(r"=\s?[\"']([^\"'<>\n]{12,})[\"']")
_REMARK = re.compile(
    r"/\*(.{0,4000}?)\*/|^[ ]*(?://|%+|;;+)\s?(\S+ \S+ \S.*)$|^[ ]*\[[^\]\n]{0,20}\]:\s?#(.*)$|"
    r"!\[([^\]\n]{0,400})\]\(|~~([^~\n]{0,4000})~~|\\[a-z]+\*?(?:\{[^{}\n]{0,40}\})?\{([^{}\n]{0,4000})\}|\{\\[a-z]+\d?\b([^{}]{0,4000})\}",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_HASHES = re.compile(r"^[ ]*#[^\n]+|https?://\S+", re.MULTILINE)
_DOCUMENT = re.compile(
    r"\s*(?:\{\s*\"\w+\"\s*:|\[\s*\{|\\documentclass|---\s*\n(?:\w[\w -]{0,30}:[^\n]*\n){1,9}---\s*\n)|"
    r"[\s\S]{0,9000}?\\begin\{",
    re.IGNORECASE,
)
_CELLS = re.compile(r"^[ ]*\|.{0,4000}\|[ ]*$", re.MULTILINE)
_FIELD = re.compile(r"\"\w{1,30}\"\s?:\s?(?:\"[^\"\n]{0,4000}\"|[\d.]+|\[|true|false)")
_ENCODED = re.compile(r"(?<![\w/.=-])(?=[A-Za-z+/]*\d)(?=[^A-Z\s]*[A-Z])(?=[^a-z\s]*[a-z])[A-Za-z0-9+/]{60,}={0,2}")
_SAID = 4
"""Words in a tag, a remark or a field that say something; a tag that is spoken of holds fewer."""
_HIDDEN = 2
"""Words after a tag that hides what follows."""
_MANY = 12
"""Tags from which it is a page."""
_FIELDS, _ROWS = 2, 2
"""Fields of a record that hold a sentence or stand in a row, and rows of a table with one."""


def marked_up(seen: Seen) -> bool:
    """Words that no reader sees as such: in tags, remarks, hidden places, tables, records, links, or encoded."""
    text = seen.plain
    return (
        ("<" in text and _tagged(text))
        or _DECLARED.search(text) is not None
        or any(_says(found) for found in _REMARK.finditer(text))
        or ((text.lstrip()[:1] in "{[\\-" or "\\" in text) and _DOCUMENT.match(text) is not None)
        or _tabled(text)
        or len(_served(found.group() for found in _HASHES.finditer(text))) >= 2
        or _ENCODED.search(text) is not None
    )


def _says(found: re.Match[str]) -> bool:
    return any(len(words(part)) >= _SAID for part in found.groups() if part)


def _tagged(text: str) -> bool:
    """A tag with some words between it and its end, or in it, or that hides what follows."""
    tags = list(_TAG.finditer(text))
    if len(tags) >= _MANY:
        return True
    opened: dict[str, int] = {}
    for tag in tags:
        closing, name, attributes = tag[1], tag[2].lower(), tag[3] or ""
        if closing:
            if len(words(text[opened.get(name, tag.start()) : tag.start()])) >= _SAID:
                return True
        else:
            opened.setdefault(name, tag.end())
        hides = _HIDING.search(attributes) is not None
        if hides and len(words(text[tag.end() :].split("<", 1)[0])) >= _HIDDEN:
            return True
        if any(len(words(value)) >= _SAID for value in _VALUE.findall(attributes)):
            return True
    return False


def _tabled(text: str) -> bool:
    cells = [len(words(cell)) for row in _CELLS.findall(text) for cell in row.split("|")] if "|" in text else []
    fields = _FIELD.findall(text) if '"' in text else []
    return max(cells, default=0) > 2 * _SAID or (
        len(fields) >= _FIELDS and any(len(words(field)) > _SAID or not words(field)[-1].isdigit() for field in fields)
    )


def _served(texts: Iterator[str]) -> set[str]:
    """The groups of moves that the texts make, sentence by sentence, hyphens of links read as blanks."""
    plain = (re.sub(r"[-_/>#*]+", " ", text) for text in texts)
    parts = (part for text in plain for part in re.split(r"[.!?]\s|\n", text))
    return {group for part in parts for group in criteria_served(Row.of(part))}
