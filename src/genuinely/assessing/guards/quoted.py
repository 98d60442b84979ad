"""Others' words in place of the sender's: mails quoted or forwarded, told by how they stand, not by what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from genuinely.assessing.cues import Row
from genuinely.assessing.guards.names import greets_somebody_else
from genuinely.assessing.guards.phrases import phrases_in
from genuinely.assessing.guards.seen import Seen, long_stems, told

_LONG = 18
"""Words of a quotation that are enough to be a message of their own."""
_OF_CARD = 0.5
"""Share of a quotation's words from which it is the recipient's own, given back; the rated messages quote no others."""

_DOES = 2
"""Kinds of phrase in a quotation that do for a message what the sender should: who is only heard in it does less."""
_SENTENCES = re.compile(r"(?<=[.!?])\s|\n[\s>|»:]*")
_TO_SOMEBODY = re.compile(r"\b(?:you|your|yours|you'd|you'll|you've)\b", re.IGNORECASE)
_PREFIX = re.compile(r"\s{0,8}(?:>|\||»|:|}|%|\*\s)\s?")
_INDENTED = re.compile(r" {4,}\S")
_HEADER = re.compile(
    r"\s*[>*_]*(?:from|sent|to|cc|date|subject|von|an|betreff|de|para|asunto|reply-to)\b[*_]*\s?:", re.IGNORECASE
)
_HEADING = re.compile(
    r"[>\s]*(?:[-_=*~#]{2,}\s?)?(?:(?:begin|start of|end of)\s)?"
    r"(?:original|forwarded|quoted|fwd|weitergeleitete?)\b.{0,30}?"
    r"\b(?:message|mail|e-mail|email|text|letter|note)?\s?:?\s?[-_=*~#]*\s*",
    re.IGNORECASE,
)
_ATTRIBUTED = re.compile(
    r"(?:.{0,90}\b(?:wrote|writes|said|says|sent|replied|posted|answered|schrieb|escribió|writing)\b.{0,25}|"
    r"\s*on .{6,80}):\s*",
    re.IGNORECASE,
)
_OPENS, _CLOSES = re.compile(r"(?<![\w\"'])[\"'](?=[\w(¿¡])"), re.compile(r"[\"'](?!\w)")


def quotes_others(seen: Seen) -> bool:
    """A quotation as long as a message, to somebody and not from the card, or a letter in it to somebody else."""
    return any(_is_anothers(text, seen) for text in _quotations(seen.plain)) or greets_somebody_else(seen)


def _is_anothers(text: str, seen: Seen) -> bool:
    said = long_stems(text)
    if len(text.split()) < _LONG or not said or not _TO_SOMEBODY.search(text):
        return False
    row = [Row.of(part) for part in _SENTENCES.split(text)]
    if len(set().union(*map(phrases_in, row))) < _DOES:
        return False
    return len(said & long_stems(told(seen.scenario))) < _OF_CARD * len(said)


def _quotations(text: str) -> Iterator[str]:
    lines = text.split("\n")
    yield from _marked(lines, _PREFIX)
    yield from _marked(lines, _INDENTED)
    yield from _below(lines)
    yield from _in_marks(text)


def _marked(lines: list[str], mark: re.Pattern[str]) -> Iterator[str]:
    """Two lines or more, one after the other, that begin with a mark of quotation."""
    block: list[str] = []
    for line in [*lines, ""]:
        if mark.match(line):
            block.append(line)
        elif line.strip() or not block:
            if len(block) > 1 or (block and block[0].lstrip().startswith(">")):
                yield "\n".join(block)
            block = []
    if len(block) > 1:
        yield "\n".join(block)


def _below(lines: list[str]) -> Iterator[str]:
    """All that follows the head of a forwarded mail, or a line that says who wrote what follows."""
    heads = [_HEADER.match(line) is not None for line in lines]
    for at, line in enumerate(lines[1:], 1):
        if not line.strip():
            continue
        forwarded = heads[at] and sum(heads[at : at + 5]) > 1
        if forwarded or _HEADING.fullmatch(line) or _ATTRIBUTED.fullmatch(line):
            yield "\n".join(line for line, head in zip(lines[at + 1 :], heads[at + 1 :], strict=True) if not head)
            return


def _in_marks(text: str) -> Iterator[str]:
    """What stands between marks of quotation, each with the next that can close it."""
    at = 0
    while opened := _OPENS.search(text, at):
        mark = opened.group()
        end = opened.end()
        while (closed := _CLOSES.search(text, end)) and closed.group() != mark:
            end = closed.end()
        if not closed:
            return
        yield text[opened.end() : closed.start()]
        at = closed.end()
