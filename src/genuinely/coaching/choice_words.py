"""What the course says around a choice and a reflection: `data/wording/en/choices.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from genuinely.coaching.wording import Words, check, load


def _needs(**braces: str) -> dict[str, frozenset[str]]:
    return {key: frozenset(names.split()) for key, names in braces.items()}


_SENTENCES = {
    "label": _needs(choice="", words="", why=""),
    "choose": _needs(
        message="letter",
        below="shape",
        unknown="id known",
        empty="",
        title="",
        chosen="letter",
        unclear="label",
        found="words letter",
        not_found="words",
        no_words="label",
        no_why="label",
        why="",
    ),
    "score": _needs(
        choice="title",
        quote="title",
        not_chosen="title shape label",
        not_quoted="title shape label",
        no_points="id",
        later="title when",
        right="letter",
        wrong="letter better",
        unclear="label",
        reply="letter",
        met="",
        also="",
        marked="words why",
        nothing_found="",
        wide="",
    ),
    "reflect": _needs(
        empty="shape",
        short="least",
        prompt="",
        repeated="",
        real="",
        later="when",
        unknown="id known",
        scheme="",
        level="points what",
        example="",
    ),
}


def say(key: str, **values: object) -> str:
    """Return the sentence `section.name` with its braces filled in. Raises WordingError if the file does not fit."""
    section, name = key.split(".")
    return sentences()[section][name].format(**values)


def labels() -> Mapping[str, str]:
    """Return what stands above each part of an answer to a choice: "choice", "words", "why"."""
    return sentences()["label"]


@cache
def sentences() -> Words:
    """Return every sentence by section and name. Raises WordingError if the file does not fit."""
    return check(load("choices"), "choices.toml", _SENTENCES)
