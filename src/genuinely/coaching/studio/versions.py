"""What changed between two texts: words added and taken away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\n|[^\S\n]+|\w+(?:['’\-]\w+)*|[^\w\s]")
_WORD = re.compile(r"\w")


@dataclass(frozen=True)
class Change:
    """A stretch of text that is the `same` in both, `added`, or `taken` away."""

    kind: str
    text: str


@dataclass(frozen=True)
class Comparison:
    """The changes in the order of reading. The same and added texts together are the newer text."""

    changes: tuple[Change, ...]

    @property
    def added(self) -> int:
        return self._words("added")

    @property
    def taken(self) -> int:
        return self._words("taken")

    def _words(self, kind: str) -> int:
        texts = (change.text for change in self.changes if change.kind == kind)
        return sum(len([token for token in _TOKEN.findall(text) if _WORD.match(token)]) for text in texts)


def compare(older: str, newer: str) -> Comparison:
    """Return what became of the older text, word by word."""
    old, new = _TOKEN.findall(older), _TOKEN.findall(newer)
    found: list[Change] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Change("same", "".join(new[c:d])))
            continue
        if b > a:
            found.append(Change("taken", "".join(old[a:b])))
        if d > c:
            found.append(Change("added", "".join(new[c:d])))
    return Comparison(_joined(found))


def _joined(changes: list[Change]) -> tuple[Change, ...]:
    """A lone blank between two replaced words belongs to them: "old words" reads better than "old" "words"."""
    out: list[Change] = []
    taken = added = ""
    for at, change in enumerate(changes):
        between = bool(taken or added) and change.text.isspace() and "\n" not in change.text and at + 1 < len(changes)
        if change.kind == "same" and not between:
            out.extend(_replaced(taken, added))
            taken = added = ""
            out.append(change)
        else:
            taken += change.text if change.kind != "added" else ""
            added += change.text if change.kind != "taken" else ""
    out.extend(_replaced(taken, added))
    return tuple(out)


def _replaced(taken: str, added: str) -> tuple[Change, ...]:
    """What was taken away, then what was put in its place; a blank that stands at the end of both stays as it was."""
    end = " " if taken.endswith(" ") and added.endswith(" ") else ""
    pairs = (("taken", taken.removesuffix(end)), ("added", added.removesuffix(end)), ("same", end))
    return tuple(Change(kind, text) for kind, text in pairs if text)
