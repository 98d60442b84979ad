"""What stands in the message and is not said by it: quotations of other mails, remarks, markup, links, encoded text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from genuinely.assessing.cues import Row
from genuinely.assessing.guards.phrases import criteria_served
from genuinely.assessing.guards.seen import Seen
from genuinely.assessing.text import words

_QUOTED = re.compile(
    r"(?m)(?:^[ ]*>.*\n?)+|^-{3,} ?(?:original|forwarded) message[^\n]*\n[\s\S]*|\"[^\"\n]*\"", re.IGNORECASE
)
_UNSEEN = re.compile(
    r"<!--.{0,4000}?-->|/\*.{0,4000}?\*/|^[ ]*(?:#|//)[^\n]+|https?://\S+|"
    r"<[a-z]+ [^>\n]{0,200}(?:style|hidden|color)[^>\n]{0,200}>[^<]*",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_HIDING = re.compile(
    r"<!--|<[a-z]+\b[^>\n]{0,200}\b(?:style ?=|hidden|colou?r ?=|size ?=|class ?=|opacity|font-size)[^>\n]{0,200}>|"
    r"^[ ]*\[[^\]\n]{0,20}\]: ?#|^[ ]*%%[^\n]*%%[ ]*$|^[ ]*%%? (?=\S+ \S+ \S+)",
    re.IGNORECASE | re.MULTILINE,
)
_TAG = re.compile(
    r"</?(?:html|head|body|div|span|p|b|i|u|br|a|h[1-6]|font|script|style|table|t[rdh]|ul|li)\b[^>\n]{0,200}>"
)
_DOCUMENT = re.compile(r"\s*(?:\{\s*\"\w+\"\s*:|\[\s*\{|<\?xml|<!doctype|\\documentclass)", re.IGNORECASE)
_ENCODED = re.compile(r"(?<![\w/.=-])(?=[A-Za-z+/]*\d)(?=[^A-Z\s]*[A-Z])(?=[^a-z\s]*[a-z])[A-Za-z0-9+/]{60,}={0,2}")
_MARKED = 3
"""Tags from which it is a page and not a message."""
_LONG = 25
"""Words of a quotation that are enough to be a message of their own."""


def wrapped(seen: Seen) -> bool:
    """Others' words, or words that no reader sees, do what the message should; or it is markup, or encoded."""
    quoted = [text for found in _QUOTED.finditer(seen.plain) if len(words(text := found.group())) >= _LONG]
    return (
        len(_served(quoted)) >= 2
        or len(_served(found.group() for found in _UNSEEN.finditer(seen.plain))) >= 2
        or _HIDING.search(seen.plain) is not None
        or len(_TAG.findall(seen.plain)) >= _MARKED
        or _DOCUMENT.match(seen.plain) is not None
        or _ENCODED.search(seen.plain) is not None
    )


def _served(texts: Iterator[str] | list[str]) -> set[str]:
    """The groups of moves that the texts make, sentence by sentence, hyphens of links read as blanks."""
    plain = (re.sub(r"[-_/>#*]+", " ", text) for text in texts)
    parts = (part for text in plain for part in re.split(r"[.!?]\s|\n", text))
    return {group for part in parts for group in criteria_served(Row.of(part))}
