"""The words of the rating kit, from `data/wording/en/rating.toml` and the criteria's own."""

from __future__ import annotations

from functools import cache

from genuinely.coaching.wording import Words, check, load, words
from genuinely.coaching.wording_keys import FLAGS
from genuinely.scenarios import CRITERIA, Scenario

__all__ = ["FLAGS", "criteria_of", "definition", "guide", "question", "raw", "say", "title"]


def _needs(**braces: str) -> dict[str, frozenset[str]]:
    return {key: frozenset(names.split()) for key, names in braces.items()}


SECTIONS = {
    "guide": _needs(title="", as_recipient="", what_stands="", alone="", whole_scale="", apart="", pause=""),
    **{criterion: _needs(level_0="", level_1="", level_2="") for criterion in CRITERIA},
    "overall": _needs(title="", question="", low="", high=""),
    "flags": _needs(title="", question="", none=""),
    "note": _needs(title="", question=""),
    "sheet": _needs(
        title="rater",
        progress="done count",
        message="number",
        meaning="",
        kept="",
        save="",
        unsaved="",
        no_script="file",
    ),
    "terminal": _needs(
        begin="rater done count",
        keys="",
        message="number place count",
        level="",
        overall="low high",
        flags="",
        now="value",
        not_understood="expected",
        noted="",
        stopped="",
        finished="",
        still_open="count",
    ),
}


@cache
def _all() -> Words:
    return check(load("rating"), "rating.toml", SECTIONS)


def say(key: str, **values: object) -> str:
    """Return the words of `section.name`, their braces filled in. Raises WordingError for a damaged file."""
    section, name = key.split(".")
    return _all()[section][name].format(**values)


def raw(key: str) -> str:
    """Return the words of `section.name` with their braces, for a page that fills them in itself."""
    section, name = key.split(".")
    return _all()[section][name]


def guide() -> list[str]:
    """Return the sentences that a rater reads first."""
    return [text for key, text in _all()["guide"].items() if key != "title"]


def criteria_of(card: Scenario) -> list[str]:
    """Return the criteria on which messages to this card are rated: the card's and `context`, in the rubric's order."""
    return [name for name in CRITERIA if name in card.criteria or name == "context"]


def title(field: str) -> str:
    """Return the name of a criterion, or of what else is asked."""
    return words("criteria")[field]["title"] if field in CRITERIA else _all()[field]["title"]


def question(field: str) -> str:
    """Return the question behind a criterion, or the other question."""
    return words("criteria")[field]["question"] if field in CRITERIA else _all()[field]["question"]


def definition(criterion: str, level: int) -> tuple[str, str]:
    """Return what a level means: in a few words, and in full."""
    key = f"level_{level}"
    return words("criteria")[criterion][key], _all()[criterion][key]
