"""Programs: lines that are code, and remarks and strings in them that speak to the reader."""

from __future__ import annotations

import re

from genuinely.assessing.grounding import stem
from genuinely.assessing.guards.listed import key_words
from genuinely.assessing.guards.seen import Seen
from genuinely.assessing.text import words

_LINE = re.compile(
    r"\s*(?:'''\w*|~~~\w*|import [\w.]+(?: as \w+)?;?|from [\w.]+ import .+|def \w+\(.*|class \w+(?:\(.*\))?:|"
    r"print\(.*\)|for \w+ in .+:|while .+:|return [\w.]+(?:[(\[].*)?|#include.*|#!/.*|</?\w+[^>]*>.*|"
    r"(?:async )?function \w*\(.*|"
    r"[\w.]+ ?= ?(?:[\w.]*[(\[{'\"].*[)\]}'\"]|[\d.]+);?|[\w.]+\(.*\);?|[})\]]+;?|"
    r"SELECT .+ FROM\b.*|(?:FROM|WHERE|GROUP BY|ORDER BY|JOIN|HAVING) .*|(?:INSERT INTO|CREATE TABLE|UPDATE) .*|"
    r"(?:const|let|var|int|float|double|char|bool|string|auto)\s+\w+(?:\[\])?\s?=.*|"
    r"(?:public|private|protected|static)\s+\w+.*[({=].*|(?:fn|func|void|int)\s+\w+\s?\(.*|"
    r"(?:package|using|namespace|struct|enum|interface)\s+[\w.:]+\s?[;{].*|\$ [\w./].*|>>> .*|(?:#|//|/\*)\s.*)\s*"
)
_SIGNS = re.compile(r"=>|\|>|->|::|&&|\w\(|\);|[{};]\s*$|[=!]=|\w ?= ?[\"'\w{(\[]|<-")
_SURE = re.compile(r"\s*(?:SELECT .+ FROM|\$ [\w./])")
_REMARK = re.compile(r"(?:#|//|--|/\*|%)\s([^\n]{6,200})")
_STRING = re.compile(r"\"([^\"\n]{6,200})\"|(?<!\w)'([^'\n]{6,200})'(?!\w)")
_SPEAKS = re.compile(r"\b(?:i|i'd|i'll|i've|my|me|we|you|your|yours|you'd)\b|\?", re.IGNORECASE)
_WORDS = 3
"""Words of a remark that can speak to somebody, and key words in code that are the criteria's names."""
_SIGNS_OF_CODE = 2
"""Signs of a program in a line, beyond what a sentence with a formula in it would have as well."""


def is_code(seen: Seen) -> bool:
    """Half of the lines and words or more are code, or code speaks to the reader; a message may quote a few lines."""
    lines = [line for line in seen.plain.split("\n") if line.strip()]
    code = [line for line in lines if _LINE.fullmatch(line) or _full_of_signs(line)]
    if len(code) >= min(2, len(lines)) and len(code) * 2 >= len(lines) and 2 * _count(code) >= _count(lines):
        return True
    signed = sum(_signs(line) >= _SIGNS_OF_CODE or _SURE.match(line) is not None for line in code)
    return signed > 0 and _speaks("\n".join(code))


def _count(lines: list[str]) -> int:
    return sum(len(words(line)) for line in lines)


def _full_of_signs(line: str) -> bool:
    return _signs(line) > max(_SIGNS_OF_CODE, len(words(line)) / 5)


def _signs(line: str) -> int:
    return len(_SIGNS.findall(line))


def _speaks(code: str) -> bool:
    """Remarks or strings speak as a person to another, two of them or one beside the criteria's key words as names."""
    said = [found[1] for found in _REMARK.finditer(code)]
    said += [found[1] or found[2] for found in _STRING.finditer(code)]
    spoken = sum(len(words(text)) >= _WORDS and _SPEAKS.search(text) is not None for text in said)
    named = {stem(part) for word in words(code) for part in word.casefold().replace("_", "-").split("-")} & key_words()
    return spoken > 1 or (spoken > 0 and len(named) >= _WORDS)
