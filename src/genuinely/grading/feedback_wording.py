"""What a page of feedback says: `data/wording/en/feedback.toml`."""

from __future__ import annotations

from functools import cache

from genuinely.coaching.wording import Words, check, load

_NONE: frozenset[str] = frozenset()
_POINTS = frozenset({"points", "maximum"})

_SENTENCES = {
    "page": {
        "title": frozenset({"title"}),
        "student": frozenset({"student"}),
        "total": _POINTS,
        "waiting_one": _NONE,
        "waiting": frozenset({"count"}),
        "late": frozenset({"penalty", "points"}),
        "contents": _NONE,
        "how": _NONE,
    },
    "item": {
        "points": _POINTS,
        "open": frozenset({"maximum"}),
        "by_person": _NONE,
        "to_be_read": _NONE,
        "extra": frozenset({"points"}),
        "comment": _NONE,
        "answer": _NONE,
        "unwritten": _NONE,
    },
}


def say(key: str, **values: object) -> str:
    """Return the sentence `section.name` with its braces filled in. Raises WordingError if the file does not fit."""
    section, name = key.split(".")
    return _sentences()[section][name].format(**values)


@cache
def _sentences() -> Words:
    return check(load("feedback"), "feedback.toml", _SENTENCES)
