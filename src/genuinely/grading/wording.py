"""What grading says to a learner: `data/wording/en/grading.toml`."""

from __future__ import annotations

from functools import cache

from genuinely.coaching.wording import Words, check, load

FOUND = ("missing", "lost_id", "twice", "twice_the_same", "from_another", "names_another", "cut")

_SENTENCES = {
    "found": dict.fromkeys(FOUND, frozenset[str]()),
    "answer": dict.fromkeys(("no_response", "waits", "provisional", "look"), frozenset[str]()),
    "alike": {
        "said": frozenset({"percent", "source"}),
        **dict.fromkeys(("reference", "model", "rated"), frozenset({"name"})),
    },
    "score": {"not_attempted": frozenset({"title"})},
    "choice": {"unclear": frozenset[str]()},
    "completion": {
        "written": frozenset[str](),
        "short": frozenset({"least"}),
        "prompt": frozenset[str](),
        "repeated": frozenset[str](),
    },
}


def say(key: str, **values: object) -> str:
    """Return the sentence `section.name` with its braces filled in. Raises WordingError if the file does not fit."""
    section, name = key.split(".")
    return sentences()[section][name].format(**values)


@cache
def sentences() -> Words:
    """Return every sentence by section and name. Raises WordingError if the file does not fit."""
    return check(load("grading"), "grading.toml", _SENTENCES)
